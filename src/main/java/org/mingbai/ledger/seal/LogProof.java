package org.mingbai.ledger.seal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// That one entry stands in the log: everything somebody needs who has nothing but the log's public key (C2SP tlog-proof).
/// @param leaf what stands in the log for the entry: a hash that tells nothing of it
/// @param index of the leaf, from 0
/// @param path from the leaf up to the head
/// @param head signed
public record LogProof(TreeHash hash, byte[] leaf, long index, List<byte[]> path, Note head) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1\n";
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(FIRST) + "extra ([A-Za-z0-9+/=]+)\nindex (0|[1-9][0-9]{0,17})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n");
    /// A receipt is a page of text; more is none.
    private static final int CHARACTERS_MAX = 100_000;

    public LogProof {
        path = List.copyOf(path);
    }

    /// Empty when it is none; line ends may have been changed on the way.
    public static Optional<LogProof> read(String written) {
        if (written.length() > CHARACTERS_MAX) {
            return Optional.empty();
        }
        var text = written.replace("\r\n", "\n");
        int start = Math.max(text.indexOf(FIRST), 0);
        var found = FORM.matcher(text).region(start, text.length());
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        var rest = text.substring(found.end());
        var head = Note.read(rest.endsWith("\n") ? rest : rest + "\n");
        var path = new ArrayList<byte[]>();
        found.group(3).lines().forEach(line -> Note.base64(line).ifPresent(path::add));
        return head.filter(note -> Checkpoint.read(note.text()).isPresent())
                .flatMap(note -> Note.base64(found.group(1)).flatMap(LogProof::extra)
                        .map(leaf -> new LogProof(leaf.hash(), leaf.bytes(), Long.parseLong(found.group(2)), path, note)));
    }

    private record Leaf(TreeHash hash, byte[] bytes) {}

    private static Optional<Leaf> extra(byte[] json) {
        try {
            var node = Canonical.read(new String(json, java.nio.charset.StandardCharsets.UTF_8));
            var hash = TreeHash.valueOf(node.path("hash").asString(""));
            return Note.base64(node.path("leaf").asString("")).map(bytes -> new Leaf(hash, bytes));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String written() {
        var base64 = Base64.getEncoder();
        var out = new StringBuilder(FIRST)
                .append("extra ").append(base64.encodeToString(Canonical.bytes(Map.of("hash", hash.name(), "leaf", base64.encodeToString(leaf))))).append('\n')
                .append("index ").append(index).append('\n');
        path.forEach(step -> out.append(base64.encodeToString(step)).append('\n'));
        return out.append('\n').append(head.written()).toString();
    }

    public Checkpoint checkpoint() {
        return Checkpoint.read(head.text()).orElseThrow(() -> new IllegalStateException("a proof without a head"));
    }

    /// Whether the head is signed by one of these keys.
    public boolean signedBy(List<VerifyingKey> keys) {
        return head.signedBy(keys);
    }

    /// Whether the leaf leads to the head.
    public boolean leads() {
        var at = checkpoint();
        return Proofs.root(hash, index, at.size(), hash.leaf(leaf), path).filter(root -> java.util.Arrays.equals(root, at.root())).isPresent();
    }
}
