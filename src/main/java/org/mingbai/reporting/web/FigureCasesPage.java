package org.mingbai.reporting.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Pager;

/// The cases behind a figure.
/// @param narrowed which of the cases, in words; empty where all
public record FigureCasesPage(String title, List<Link> way, String span, String narrowed, List<String> heads, List<Row> rows, Pager pager, String csv) {

    /// @param cells under the heads
    public record Row(Link matter, List<String> cells) {}
}
