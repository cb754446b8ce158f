package org.mingbai.intake.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.mingbai.intake.OpinionLetter;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// One opinion letter: how it stands, what happened to it, what its reply raised.
/// @param unit that sent it
/// @param inside whether it asks a unit of the tenant
/// @param keeps whether the reader writes for it
/// @param takeDownHref where what the reply says is taken down
/// @param doing the act whose form came back with a fault; empty otherwise
public record OpinionLetterPage(OpinionLetter letter, String unit, boolean inside, OpinionLetter.Standing standing, List<Line> lines, List<Link> matters,
        boolean keeps, String takeDownHref, String doing, Map<String, String> typed, FieldErrors errors) {

    /// @param what in words
    public record Line(LocalDate day, String what, String words, String who, OffsetDateTime at) {}

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }

    /// What was typed belongs to one of the forms only.
    public FieldErrors errorsOf(String act) {
        return doing.equals(act) ? errors : FieldErrors.none();
    }
}
