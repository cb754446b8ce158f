package org.mingbai.intake.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// A file that was kept apart, and what becomes of it.
/// @param decisions empty for one who does not decide, or where it was decided
/// @param lookHref where one who decides takes it from, to look at it elsewhere
public record HeldFilePage(Link matter, String name, List<Fact> facts, String action, List<Choice> decisions, String decision, String reason,
        Optional<String> lookHref, FieldErrors errors) {

    /// One line of what is known of it.
    public record Fact(String label, String text) {}
}
