package org.mingbai.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proof that was laid before the checkers: files or plain words, for the measures named. What is planned later it does not prove.
/// @param seq the entry that brought it
public record Evidence(int seq, List<Integer> measures, List<File> files, @Nullable String note) {

    /// A stored file, named by its content.
    /// @param sha256 64 hexadecimal digits
    /// @param size bytes
    public record File(String sha256, String name, String mediaType, long size) {

        /// Whether it may say something in letters. What its kind is was told from its content.
        public boolean mayHoldText() {
            return !mediaType.startsWith("image/");
        }
    }

    /// What an entry lays before whoever sees its matter. What is named here is handed out to all of them and found by what it says; files that
    /// only some of them may open have no place here.
    public static List<File> laidBy(Entry entry) {
        return switch (entry) {
            case Entry.ProgressReported e -> e.files();
            case Entry.EvidenceAttached e -> e.files();
            default -> List.of();
        };
    }

    /// Those laid by a whole journal that may say something, the newest first, each content once.
    public static List<File> withText(List<Line> journal) {
        var found = new LinkedHashMap<String, File>();
        journal.reversed().forEach(line -> laidBy(line.entry()).stream().filter(File::mayHoldText).forEach(file -> found.putIfAbsent(file.sha256(), file)));
        return List.copyOf(found.values());
    }

    public boolean proves(Measure measure) {
        return measures.contains(measure.no());
    }
}
