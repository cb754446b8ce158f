package org.mingbai.intake.web;

import java.util.List;
import java.util.Map;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The channels, and the form that adds or changes one.
/// @param typed what stands in the form
/// @param changing the name of the one in the form; empty for a new one
public record ChannelsPage(List<Row> rows, List<Choice> registers, List<Choice> routes, Map<String, String> typed, String changing, FieldErrors errors) {

    public record Row(String href, String name, String other, String register, String route, boolean atDesk, boolean here) {}

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }
}
