package org.mingbai.intake.web;

import java.util.List;
import java.util.Set;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// Who is kept longer than they were to be: to be proposed, to be decided by another, and what was decided.
/// @param chosen the values that are ticked
public record DestructionsPage(List<Overdue> overdue, List<Waiting> waiting, List<Decided> decided, Set<String> chosen, String reason, FieldErrors errors) {

    /// @param value of its box
    /// @param hindrance why it cannot be proposed; empty where it can
    public record Overdue(String value, String matter, String voice, String until, String hindrance) {}

    /// @param own whether the reader proposed it, so that another has to decide
    /// @param decision what was typed, to be mended
    public record Waiting(long no, Link matter, String voice, String until, String proposed, String reason, boolean own, String decision) {}

    /// @param outcome destroyed or kept, by whom and when
    public record Decided(Link matter, String voice, String outcome, String reason) {}

    /// Whether there is anything to propose today.
    public boolean some() {
        return overdue.stream().anyMatch(one -> one.hindrance().isEmpty());
    }
}
