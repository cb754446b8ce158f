package org.mingbai.intake.web;

import java.util.List;
import java.util.Map;
import org.mingbai.shell.page.FieldErrors;

/// Within how many days persons are answered, version by version.
public record RightsLimitPage(List<Row> rows, Map<String, String> typed, FieldErrors errors) {

    /// @param from the first day it counts; empty for the one that is shipped
    public record Row(String version, String days, String basis, String from, boolean inForce) {}

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }
}
