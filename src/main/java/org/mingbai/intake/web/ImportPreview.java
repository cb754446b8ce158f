package org.mingbai.intake.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Tab;

/// A ledger before it is taken over: what was understood, what is in doubt, and what would happen.
/// @param counts added, changed, same, living here, skipped: each a link to its rows
public record ImportPreview(
        String href,
        String fileName,
        String register,
        FieldErrors errors,
        List<Tab> counts,
        long added,
        long changed,
        List<Sheet> sheets,
        List<Choice> fields,
        List<UnknownUnit> unknownUnits,
        List<Choice> units,
        List<Row> rows,
        boolean more) {

    public record Sheet(String name, String found, List<Column> columns, List<Skipped> skipped, long skippedCount, List<Doubt> doubts) {}

    /// @param name of the form field, @param field the meaning taken, @param unsure whether it was guessed
    public record Column(String name, String letters, String heading, String field, boolean unsure) {}

    public record Skipped(int row, String why, String text) {}

    public record Doubt(String cell, String text) {}

    public record UnknownUnit(String name, String field, int rows) {}

    /// @param title empty where the ledger has none of its own
    /// @param fate what becomes of it, in words
    public record Row(String cells, String number, String title, String problem, List<String> measures, String lead, List<String> coUnits, String leader,
            List<String> owners, String due, String progress, String state, String light, String fate, Optional<String> matterHref,
            List<String> differences, List<Doubt> doubts) {

        private static final int SHOWN_MAX = 120;

        /// Whether it is folded, so that a hundred letters can be looked through.
        public boolean isLong() {
            return problem.length() > SHOWN_MAX;
        }

        public String beginning() {
            return problem.substring(0, problem.offsetByCodePoints(0, SHOWN_MAX / 2)) + "…";
        }
    }
}
