package org.mingbai.reporting.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;

/// The cases of one sign.
/// @param note that only the newest are shown; empty where all are
public record SignCasesPage(String title, List<Link> way, String asks, String span, List<Row> rows, String note) {

    /// @param says what was found in it
    /// @param beside the matter it is like
    public record Row(Link matter, String on, String says, Optional<Link> beside) {}
}
