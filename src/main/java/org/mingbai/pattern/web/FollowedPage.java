package org.mingbai.pattern.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Tab;

/// How often those who dispatched did as the catalogue said.
public record FollowedPage(List<Tab> tabs, Sum sum) {

    /// @param text how many of how many
    /// @param looked from how many matters it was read
    public record Sum(String text, String looked, List<Row> rows) {}

    /// @param rule where the rule is read; its number is its label
    public record Row(Link matter, String number, String on, String to, String said, Link rule) {}
}
