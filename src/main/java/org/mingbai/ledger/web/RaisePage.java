package org.mingbai.ledger.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// The form that brings a matter in.
/// @param registers where it can be raised, while none is chosen
/// @param further the register's own fields, by code
public record RaisePage(List<Link> registers, String register, String name, String key, List<Asked> asked, List<Asked> further, Typed typed,
        FieldErrors errors) {

    /// @param day whether a date is asked
    public record Asked(String name, String label, String help, boolean optional, boolean day, boolean several) {}
}
