package org.mingbai.intake.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found on one sheet. Header rows count from 1; both are 0 where the sheet has no table.
/// Lists are cut at `LISTED_MAX`; the counts are whole.
public record SheetReport(int index, @Nullable String name, Kind kind, int firstHeaderRow, int lastHeaderRow, List<ReadColumn> columns,
        int matters, List<SkippedRow> skipped, int skippedCount, List<Doubt> doubts, int doubtCount) {

    public static final int LISTED_MAX = 5_000;

    /// What the sheet is: a list with one header, forms one below the other, or why nothing was read from it.
    public enum Kind { TABLE, FORMS, HIDDEN, EMPTY, NO_TABLE }

    public String key() {
        return "intake.sheet." + kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
