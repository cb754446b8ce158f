package org.mingbai.supervision.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;

/// Every limit in force or to come, by step.
/// @param register the one whose limits are shown; empty for all
/// @param behind the rules for work behind its plan, a sentence each
/// @param remarks what the sources say beside their limits
/// @param keeps whether the reader may put one in force
public record LimitsPage(List<Group> groups, List<Choice> registers, String register, List<String> behind, List<Remark> remarks, boolean keeps,
        String tomorrow) {

    public record Group(String id, String step, List<Line> lines) {}

    /// What several limits of one step say in the same words.
    /// @param scopes what each of them is for, one at least
    /// @param next what follows it and from when; empty where nothing does
    public record Line(List<Link> scopes, String sentence, Optional<String> next, String pack) {}

    /// @param number of it in its source's own order; empty where there is none
    public record Remark(String number, String text, String basis) {}

    public int count() {
        return groups.stream().flatMap(group -> group.lines().stream()).mapToInt(line -> line.scopes().size()).sum();
    }
}
