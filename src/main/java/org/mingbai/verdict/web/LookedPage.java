package org.mingbai.verdict.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Pager;

/// The look-backs behind a number.
public record LookedPage(String title, List<Link> way, String span, List<Row> rows, Pager pager) {

    public record Row(Link matter, String unit, String due, String on, String found) {}
}
