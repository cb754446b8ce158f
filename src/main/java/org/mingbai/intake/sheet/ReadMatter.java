package org.mingbai.intake.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Deadline;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.State;

/// One problem, request, project or task as the file tells it. `title` is the short of a problem told at length beside it. `section` is the
/// heading it stands under; `rest` holds what every other column says, by its heading; `cells` are the texts as they stand in the file. Who raised
/// it is apart from all that, and not printed.
public record ReadMatter(int sheetIndex, @Nullable String sheet, int firstRow, int lastRow, @Nullable String number, String problem,
        @Nullable String title, @Nullable String source, @Nullable String category, @Nullable String section, @Nullable String goal,
        List<ReadMeasure> measures, @Nullable String leadUnit, List<String> coUnits, @Nullable String leader, List<String> owners,
        @Nullable Deadline deadline, @Nullable String progress, State status, @Nullable Light light, @Nullable String reporter,
        @Nullable String reporterContact, Map<String, String> rest, List<Doubt> doubts, List<CellText> cells) {

    /// `row` counts from 1, `column` from 0.
    public record CellText(int row, int column, String text) {}
}
