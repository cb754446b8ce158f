package org.mingbai.intake.web;

import java.util.List;
import java.util.Map;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// The days on which officials receive people, and the form of a new one.
public record ReceptionListPage(List<Row> coming, List<Row> past, Map<String, String> typed, FieldErrors errors) {

    /// @param state how many are booked, what is left to write down, or that it was called off
    public record Row(Link day, String receiver, String place, String state) {}

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }
}
