package org.mingbai.ledger.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The public half of a key that signs notes, in the form people hand on: name, id and key (C2SP signed-note, "verifier keys").
/// @param name whose key it is: no blanks, no plus
/// @param bytes the public key as its kind encodes it
public record VerifyingKey(String name, SignatureKind kind, byte[] bytes) {

    public VerifyingKey {
        if (!named(name)) {
            throw new IllegalArgumentException("no name of a key: " + name);
        }
    }

    /// Whether a key may have this name.
    public static boolean named(String name) {
        return !name.isEmpty() && name.indexOf('+') < 0 && name.chars().noneMatch(c -> c <= ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    /// `name+id+key`; empty when it is none, or its id is not that of its key.
    public static Optional<VerifyingKey> read(String written) {
        var parts = written.strip().split("\\+", 3);
        if (parts.length != 3 || !named(parts[0])) {
            return Optional.empty();
        }
        return Note.base64(parts[2]).flatMap(SignatureKind::of)
                .map(key -> new VerifyingKey(parts[0], key.kind(), key.bytes()))
                .filter(key -> HexFormat.of().toHexDigits(key.id()).equals(parts[1]));
    }

    public String written() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Base64.getEncoder().encodeToString(typed());
    }

    /// The first four bytes of SHA-256 over name, line break, kind and key.
    public int id() {
        return ByteBuffer.wrap(TreeHash.SHA_256.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed())).getInt();
    }

    boolean verifies(byte[] text, byte[] signature) {
        return kind.verifies(bytes, text, signature);
    }

    private byte[] typed() {
        var type = kind.type();
        var all = Arrays.copyOf(type, type.length + bytes.length);
        System.arraycopy(bytes, 0, all, type.length, bytes.length);
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey key && written().equals(key.written());
    }

    @Override
    public int hashCode() {
        return id();
    }

    @Override
    public String toString() {
        return written();
    }
}
