package org.mingbai.intake.sheet;

/// A row that is no matter, and why. `text` is the beginning of what it says.
public record SkippedRow(int row, Why why, String text) {

    public enum Why {
        HIDDEN, FILTERED_OUT, STRUCK, TOTAL, SIGNATURE, NOTE, SECTION, HEADER_AGAIN, COLUMN_NUMBERS, EXAMPLE, ONLY_A_NUMBER, NO_SUBJECT, ABOVE_TABLE,
        BESIDE_FORMS;

        public String key() {
            return "intake.skipped." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
