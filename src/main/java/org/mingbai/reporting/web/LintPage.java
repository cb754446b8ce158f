package org.mingbai.reporting.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// A report is laid before the product, and what is doubtful in it.
/// @param result nothing before one was
public record LintPage(String text, Comparing comparing, Optional<Result> result, FieldErrors errors) {

    /// Whether the report is held against this ledger too, and as whose.
    /// @param units those one may ask for
    /// @param whole whether the whole body may be asked for
    /// @param written the day on which the report was written
    public record Comparing(boolean asked, List<Choice> units, String unit, boolean whole, String written) {}

    /// @param name of the file; empty for what was pasted
    /// @param compared in words, how many of its numbers were held against the ledger; empty where that was not asked
    public record Result(String name, String sentence, String compared, List<Line> lines) {}

    /// @param before what stands before the number in its sentence; @param after what stands behind it
    /// @param links the ledger's own number and its cases
    public record Line(String where, String before, String words, String after, String why, List<Link> links) {}
}
