package org.mingbai.supervision.slip.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// A form about a slip: to write one, or to do something to one.
/// @param action where it is sent
/// @param seen the number of the last event its reader saw; empty for a new slip
/// @param context what has to be before the reader's eyes while he decides
/// @param instead another slip that a refusal speaks of
/// @param possible whether there is anything to fill in and send
/// @param burden what the unit has to do already
/// @param takesFiles whether files can be enclosed, of which @param kept have come already
/// @param draft the name under which what is typed is kept; empty where nothing is
public record SlipFormPage(String title, List<Link> way, String action, String key, String seen, String context, List<Asked> fields, List<String> units,
        FieldErrors errors, Optional<Link> instead, boolean possible, String draft, String backHref,
        Optional<Burdened> burden, boolean takesFiles, List<Choice> kept) {

    /// Few slips need them.
    private static final Set<String> FURTHER = Set.of("due", "everyDays", "leadLeader", "supportingLeader", "supporting", "contact", "attachments",
            "higherBecause");

    public List<Asked> first() {
        return fields.stream().filter(asked -> !FURTHER.contains(asked.name())).toList();
    }

    /// What is asked further down, folded until something stands in it.
    public List<Asked> further() {
        return fields.stream().filter(asked -> FURTHER.contains(asked.name())).toList();
    }

    public boolean furtherOpen() {
        return !kept.isEmpty() || !errors.at("files").isEmpty()
                || further().stream().anyMatch(asked -> !asked.value().isEmpty() || !errors.at(asked.name()).isEmpty());
    }

    public enum Kind { LINE, TEXT, DAY, NUMBER, CHOICE, UNIT, CHECK, HIDDEN }

    /// @param value as it was typed, or what the form begins with
    /// @param length the most characters it takes
    public record Asked(Kind kind, String name, String label, String help, String value, boolean optional, List<Choice> choices, int length) {}
}
