package org.mingbai.intake.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// One request of a person about their own data, and the form to decide on it.
/// @param facts label and text, one below the other
/// @param outcomes to choose from; empty once it is decided
public record RightsPage(long no, String title, Link matter, List<Fact> facts, List<Choice> outcomes, String outcome, String reason, String law,
        boolean deletion, FieldErrors errors) {

    /// One line of what is known of it.
    public record Fact(String label, String text) {}
}
