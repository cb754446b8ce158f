package org.mingbai.intake.web;

import java.util.List;
import java.util.Map;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// How long it is kept who raised something: what counts today by channel, every version, and the form of a new one.
public record RetentionPage(List<Row> rows, List<Choice> channels, Map<String, String> typed, FieldErrors errors) {

    /// @param from the first day it counts; empty for the one that is shipped
    public record Row(String version, String channel, String days, String basis, String from, boolean inForce) {}

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }
}
