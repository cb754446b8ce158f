package org.mingbai.intake.web;

import java.util.List;
import java.util.Map;
import org.mingbai.intake.Notice;
import org.mingbai.shell.page.FieldErrors;

/// The notice to the public: its versions, and the form of a new one.
/// @param parts how many the form has room for
/// @param keptDays the longest time anything is kept, as set now
public record PublicNoticePage(List<Row> rows, int parts, int keptDays, Map<String, String> typed, FieldErrors errors) {

    /// @param state in force, or not begun; else empty
    public record Row(String version, String href, String state) {}

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }

    /// What is to be looked at before it is put in force.
    /// @param typed goes along unseen
    public record Preview(Notice notice, Map<String, String> typed) {}

    /// One version, as it was or will be shown.
    public record One(Notice notice, String language) {}
}
