package org.mingbai.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proof that was laid before the checkers: files or plain words, for the measures named. What is planned later it does not prove.
/// @param seq the entry that brought it
public record Evidence(int seq, List<Integer> measures, List<File> files, @Nullable String note) {

    /// A stored file, named by its content.
    /// @param sha256 64 hexadecimal digits
    /// @param size bytes
    public record File(String sha256, String name, String mediaType, long size) {}

    public boolean proves(Measure measure) {
        return measures.contains(measure.no());
    }
}
