package org.mingbai.ledger.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A text with signatures below it (C2SP signed-note).
/// @param text with its last line break
public record Note(String text, List<Signature> signatures) {

    /// What a note may have at most; more is not read.
    private static final int SIGNATURES_MAX = 64;
    private static final int CHARACTERS_MAX = 100_000;
    private static final String DASH = "\u2014 ";

    /// @param id the first bytes of the key's hash, by which it is found among those of its name
    /// @param bytes as the kind of key writes them
    public record Signature(String name, int id, byte[] bytes) {

        String line() {
            var all = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(id).put(bytes).array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }

        static Optional<Signature> read(String line) {
            var parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2 || parts[0].isEmpty()) {
                return Optional.empty();
            }
            return base64(parts[1]).filter(bytes -> bytes.length > Integer.BYTES)
                    .map(bytes -> new Signature(parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length)));
        }

        /// Whether it says to be of this key.
        boolean of(VerifyingKey key) {
            return name.equals(key.name()) && id == key.id();
        }
    }

    public Note {
        signatures = List.copyOf(signatures);
    }

    /// Empty when it is no note. Whether its signatures hold is another question.
    public static Optional<Note> read(String written) {
        int gap = written.lastIndexOf("\n\n");
        if (gap <= 0 || written.length() > CHARACTERS_MAX || !written.endsWith("\n") || gap + 2 >= written.length() || control(written)) {
            return Optional.empty();
        }
        var lines = written.substring(gap + 2, written.length() - 1).split("\n", -1);
        if (lines.length > SIGNATURES_MAX) {
            return Optional.empty();
        }
        var signatures = new ArrayList<Signature>();
        for (var line : lines) {
            var signature = Signature.read(line);
            if (signature.isEmpty()) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return Optional.of(new Note(written.substring(0, gap + 1), signatures));
    }

    /// Signed by one of these keys at least, and every signature that says to be of one of them holds.
    public boolean signedBy(List<VerifyingKey> keys) {
        boolean signed = false;
        for (var signature : signatures) {
            for (var key : keys) {
                if (signature.of(key)) {
                    if (!key.verifies(bytes(), signature.bytes())) {
                        return false;
                    }
                    signed = true;
                }
            }
        }
        return signed;
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public Note with(List<Signature> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return new Note(text, all);
    }

    /// As it is handed out.
    public String written() {
        var out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature.line()));
        return out.toString();
    }

    static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean control(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n');
    }
}
