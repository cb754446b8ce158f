package org.mingbai.intake.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// One day on which an official receives people: who comes when, and what was said.
/// @param calledOff why it does not take place; empty where it does
/// @param mayCallOff whether nothing of it is over
/// @param why typed, to be mended
public record ReceptionPage(long no, String title, List<Fact> facts, List<Guest> guests, String calledOff, boolean mayCallOff, String why,
        FieldErrors errors) {

    public record Fact(String label, String text) {}

    /// @param matter nothing where it is kept from the reader
    /// @param state what was written down; empty before
    /// @param records whether it is time to write down who came
    /// @param came typed, to be mended
    /// @param words what was said, or typed to be mended
    public record Guest(long no, String slot, Optional<Link> matter, String state, boolean records, String came, String words) {}
}
