package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// A limit being written down, and once it can be one, what it would have made of the past.
/// @param code of the limit it is the next version of; empty for a new one
/// @param seen its latest version
/// @param fixed for which step of which matters, where that is settled; empty for a new limit
public record LimitForm(String code, int seen, String fixed, Typed typed, List<Choice> steps, List<Choice> registers, List<Choice> starts,
        List<Tick> ends, List<Tick> pauses, String tomorrow, FieldErrors errors, Optional<Tried> tried) {

    /// As it was typed.
    public record Typed(String step, String register, String channel, String kind, String urgency, String limit, String starts, List<String> ends,
            List<String> pauses, String pauseBasis, String extension, String closes, String atRiskPercent, String basisTitle, String basisArticle,
            String from, String to, String since, String until) {}

    public record Tick(String value, String label, boolean on) {}

    /// @param sentence the limit as it would read
    /// @param sums what it would have been, a sentence each
    /// @param differing the matters that would have stood otherwise
    /// @param more how many of these are not listed
    /// @param note what was left out of the trial; empty where nothing was
    public record Tried(String sentence, List<String> more, List<String> sums, List<Differing> differing, long left, String note) {}

    public record Differing(String number, String href, String title, String unit, String started, String before, String after) {}

    public boolean isNew() {
        return code.isEmpty();
    }

    public String title() {
        return isNew() ? t("supervision.rule.new") : t("supervision.rule.next");
    }

    public List<Link> way() {
        var all = new Link(t("supervision.rule.title"), "/limits");
        return isNew() ? List.of(all) : List.of(all, new Link(fixed, "/limits/" + code));
    }

    public String draft() {
        return isNew() ? "limit-new" : "limit-" + code;
    }
}
