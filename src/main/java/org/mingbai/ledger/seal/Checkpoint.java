package org.mingbai.ledger.seal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The head of a log as its notes say it (C2SP tlog-checkpoint).
/// @param origin which log
/// @param size how many leaves
/// @param root the head of the tree over them
public record Checkpoint(String origin, long size, byte[] root) {

    /// Lines behind the third may follow; they are for others.
    private static final Pattern FORM = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*+");

    public static Optional<Checkpoint> read(String text) {
        var found = FORM.matcher(text);
        return found.matches()
                ? Note.base64(found.group(3)).map(root -> new Checkpoint(found.group(1), Long.parseLong(found.group(2)), root))
                : Optional.empty();
    }

    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
