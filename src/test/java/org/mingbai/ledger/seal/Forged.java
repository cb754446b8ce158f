package org.mingbai.ledger.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// By whoever kept a copy of `seal.keys` from before its keys were replaced.
/// @param secret of the Ed25519 key that signed then
public record Forged(byte[] secret) {

    public static Forged with(Path sealKeys) throws IOException {
        var line = Files.readAllLines(sealKeys).stream().filter(it -> it.startsWith("key ED25519 ")).findFirst().orElseThrow();
        return new Forged(Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)));
    }

    /// The same head under the old key's signature alone.
    public Note head(String text) {
        var origin = Checkpoint.read(text).orElseThrow().origin();
        var key = new VerifyingKey(origin, SignatureKind.ED25519, SigningKind.ED25519.publicOf(secret));
        var note = new Note(text, List.of());
        return note.with(List.of(new Note.Signature(origin, key.id(), SigningKind.ED25519.sign(secret, note.bytes()))));
    }

    /// Of the same entry in a log that is another.
    public LogProof otherwise(LogProof genuine) {
        var path = new ArrayList<>(genuine.path());
        path.set(0, genuine.hash().of("another".getBytes(StandardCharsets.US_ASCII)));
        var head = genuine.checkpoint();
        var root = Proofs.root(genuine.hash(), genuine.index(), head.size(), genuine.hash().leaf(genuine.leaf()), path).orElseThrow();
        return new LogProof(genuine.hash(), genuine.leaf(), genuine.index(), path, head(new Checkpoint(head.origin(), head.size(), root).text()),
                genuine.opening());
    }

    /// The same proof under such a head.
    public LogProof proof(LogProof genuine) {
        return new LogProof(genuine.hash(), genuine.leaf(), genuine.index(), genuine.path(), head(genuine.head().text()), genuine.opening());
    }
}
