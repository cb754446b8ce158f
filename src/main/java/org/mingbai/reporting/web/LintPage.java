package org.mingbai.reporting.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.FieldErrors;

/// A report is laid before the product, and what is doubtful in it.
/// @param result nothing before one was
public record LintPage(String text, Optional<Result> result, FieldErrors errors) {

    /// @param name of the file; empty for what was pasted
    public record Result(String name, String sentence, List<Line> lines) {}

    /// @param before what stands before the number in its sentence; @param after what stands behind it
    public record Line(String where, String before, String words, String after, String why) {}
}
