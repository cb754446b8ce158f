package org.mingbai.supervision.slip.web;

import java.util.List;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// What a tenant sets about its slips.
public record SettingsPage(List<Office> offices, List<Choice> kinds, List<Rung> ladder, FieldErrors errors, String codeWord) {

    /// @param place how high the kind stands, from 1; empty for one beside the ladder
    public record Rung(String kind, String name, String place, String colour, String basis) {}

    /// @param codeWords each with what it is for
    public record Office(long id, String name, List<Choice> codeWords) {}

    public List<Choice> officeChoices() {
        return offices.stream().map(it -> new Choice(Long.toString(it.id()), it.name())).toList();
    }
}
