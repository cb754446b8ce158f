package org.mingbai.intake.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Tab;

/// How letters were answered, by round or by body; each figure opens its cases.
public record OpinionLetterRates(List<Tab> tabs, String of, List<Row> rows) {

    /// @param rate in per cent with of how many; in words where there is nothing to count
    public record Row(Link of, Link sent, Link replied, Link none, Link overdue, Link waiting, String rate, Link matters) {}
}
