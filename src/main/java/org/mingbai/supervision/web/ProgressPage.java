package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// How far work may stay behind its plan, register by register with all versions.
/// @param today from which day on one can be ended
/// @param tomorrow from which day on one can begin
public record ProgressPage(List<Of> registers, List<Choice> choices, Typed typed, boolean keeps, String today, String tomorrow, FieldErrors errors) {

    /// @param ends whether it can be ended: it goes on without an end
    /// @param to the last day as typed
    public record Of(String code, String name, List<Version> versions, boolean ends, String to) {}

    /// @param withdrawal where it is taken back; empty where it has begun
    public record Version(String sentence, String span, String standing, boolean inForce, String withdrawal) {}

    /// As typed.
    public record Typed(String register, String amber, String red, String basisTitle, String basisArticle, String from) {}

    public List<Link> way() {
        return List.of(new Link(t("supervision.rule.title"), LimitPages.ALL));
    }
}
