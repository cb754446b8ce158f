package org.mingbai.supervision.slip.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.slip.SlipRules;

/// The rules by which slips are drafted, and what they would draft today.
/// @param limit how many one look drafts for one rule
public record RulesPage(List<Row> rules, List<Line> proposals, boolean drafts, int limit) {

    /// @param span from when to when
    /// @param ends whether its reader may end it
    /// @param look how its last look went; empty before the first
    public record Row(String code, String sentence, String unit, String span, boolean sends, boolean over, boolean ends, Optional<SlipRules.Look> look) {}

    /// @param why empty where it would be drafted
    public record Line(Optional<Link> matter, String title, String kind, String to, String rule, String why) {}

    /// A new rule, or the next version of one.
    public record Form(List<Choice> units, List<Choice> occasions, List<Choice> registers, List<Choice> steps, List<Choice> kinds, String code,
            String unit,
            String occasion, String register, String step, String days, String kind, String answerDays, boolean sendsItself, String basis, String from,
            String earliest, String key, FieldErrors errors) {}
}
