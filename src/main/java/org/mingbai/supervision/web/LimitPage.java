package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// One limit through all its versions.
/// @param ends whether it can be ended: it goes on without an end
/// @param to the last day as typed
public record LimitPage(String code, String name, List<Version> versions, boolean keeps, boolean ends, String today, String to, FieldErrors errors) {

    /// @param kept who put it in force, and when
    /// @param withdrawable whether it has not begun
    public record Version(int number, String sentence, List<String> more, String standing, boolean inForce, String kept, boolean withdrawable) {}

    public List<Link> way() {
        return List.of(new Link(t("supervision.rule.title"), "/limits"));
    }
}
