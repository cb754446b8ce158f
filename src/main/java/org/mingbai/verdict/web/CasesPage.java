package org.mingbai.verdict.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Pager;

/// The cases behind one of the rates' numbers.
public record CasesPage(String title, List<Link> way, String span, List<Row> rows, Pager pager) {

    /// @param said the verdict in words
    public record Row(Link matter, String unit, String asked, String claimed, String said) {}
}
