package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.LightSign;

/// The clocks behind a number of the desk.
/// @param all how many there are, on the other pages of the list too
/// @param writes whether the reader may write a slip about one
public record EndingsPage(String title, long all, Filter filter, List<Line> lines, boolean writes, Optional<String> moreHref) {

    /// What is shown of them, and what else could be.
    public record Filter(List<Choice> whens, String when, List<Choice> units, String unit, List<Choice> leaders, String leader) {}

    /// @param due the last day, or the minute for what runs by the clock
    /// @param slip where a slip about it is written; empty for those who write none
    public record Line(Link matter, String number, String step, String unit, String leader, LightSign sign, String due, LocalDate day,
            boolean provisional, String left, String slip) {}

    public List<Link> way() {
        return List.of(new Link(t("supervision.desk.title"), "/supervision"));
    }
}
