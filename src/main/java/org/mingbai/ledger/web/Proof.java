package org.mingbai.ledger.web;

import java.util.Set;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.page.FileChip;

/// A file laid before the checkers, as a page shows it.
/// @param picture whether a browser can draw it in its place
public record Proof(FileChip chip, boolean picture) {

    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    static Proof of(MatterId matter, Evidence.File file) {
        var href = MatterLink.to(matter) + "/files/" + file.sha256();
        return new Proof(new FileChip(file.name(), href, file.size(), file.sha256()), PICTURES.contains(file.mediaType()));
    }
}
