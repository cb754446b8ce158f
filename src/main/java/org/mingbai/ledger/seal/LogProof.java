package org.mingbai.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// That one entry stands in the log: everything somebody needs who has nothing but the log's public key (C2SP tlog-proof). What the entry says is in
/// it in form 2 only, for those whose own it is.
/// @param leaf what stands in the log for the entry: a hash that tells nothing of it
/// @param index of the leaf, from 0
/// @param path from the leaf up to the head
/// @param head signed
/// @param opening what the entry says; nothing where that is not for whoever gets this
public record LogProof(TreeHash hash, byte[] leaf, long index, List<byte[]> path, Note head, @Nullable Opening opening) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1\n";
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(FIRST) + "extra ([A-Za-z0-9+/=]+)\nindex (0|[1-9][0-9]{0,17})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n");
    /// A receipt is a page of text; more is none.
    public static final int CHARACTERS_MAX = 1_000_000;
    private static final int ENTRY_MAX = 300_000;
    private static final int FORM_WITH_ENTRY = 2;

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
                        .map(leaf -> new LogProof(leaf.hash(), leaf.bytes(), Long.parseLong(found.group(2)), path, note, leaf.opening())));
    }

    /// The same with what the entry says. One too long for a page of text goes without.
    LogProof with(Opening what) {
        return new LogProof(hash, leaf, index, path, head, what.entry().length() > ENTRY_MAX ? null : what);
    }

    private record Leaf(TreeHash hash, byte[] bytes, @Nullable Opening opening) {}

    private static Optional<Leaf> extra(byte[] json) {
        try {
            var node = Canonical.read(new String(json, StandardCharsets.UTF_8));
            var hash = TreeHash.valueOf(node.path("hash").asString(""));
            var leaf = Note.base64(node.path("leaf").asString(""));
            return switch (node.path("form").asInt(1)) {
                case 1 -> leaf.map(bytes -> new Leaf(hash, bytes, null));
                case FORM_WITH_ENTRY -> Note.base64(node.path("salt").asString("")).map(salt -> new Opening(node.path("entry").asString(""), salt))
                        .flatMap(opening -> leaf.map(bytes -> new Leaf(hash, bytes, opening)));
                default -> Optional.empty();
            };
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String written() {
        var base64 = Base64.getEncoder();
        var out = new StringBuilder(FIRST)
                .append("extra ").append(base64.encodeToString(Canonical.bytes(extra()))).append('\n')
                .append("index ").append(index).append('\n');
        path.forEach(step -> out.append(base64.encodeToString(step)).append('\n'));
        return out.append('\n').append(head.written()).toString();
    }

    private Map<String, Object> extra() {
        var base64 = Base64.getEncoder();
        var extra = new HashMap<String, Object>(Map.of("hash", hash.name(), "leaf", base64.encodeToString(leaf)));
        if (opening != null) {
            extra.putAll(Map.of("form", FORM_WITH_ENTRY, "entry", opening.entry(), "salt", base64.encodeToString(opening.salt())));
        }
        return extra;
    }

    public Checkpoint checkpoint() {
        return Checkpoint.read(head.text()).orElseThrow(() -> new IllegalStateException("a proof without a head"));
    }

    /// Whether the head is signed by one of these keys.
    public boolean signedBy(List<VerifyingKey> keys) {
        return head.signedBy(keys);
    }

    /// Whether what it says of the entry is what the leaf stands for; also where it says nothing.
    public boolean opens() {
        return opening == null || opening.opens(hash, leaf);
    }

    /// Whether the leaf leads to the head.
    public boolean leads() {
        var at = checkpoint();
        return Proofs.root(hash, index, at.size(), hash.leaf(leaf), path).filter(root -> Arrays.equals(root, at.root())).isPresent();
    }
}
