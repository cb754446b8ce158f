package org.mingbai.intake.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// One answer kept at hand: its wordings, what was answered with it, and what the reader may do.
/// @param no nothing for one that is still to be written
/// @param uses the matters the reader sees, the latest first
public record AnswerPage(String no, String title, List<Version> versions, List<Link> uses, boolean manyUses, boolean approves, boolean writes, boolean ended,
        Map<String, String> typed, List<Choice> units, FieldErrors errors) {

    /// @param standing in words: told today, waiting, over
    public record Version(int version, String question, String answer, String basis, String unit, String validity, String writer,
            OffsetDateTime writtenAt, String approver, @Nullable OffsetDateTime approvedAt, String standing) {}

    public String action() {
        return no.isEmpty() ? "/answers" : "/answers/" + no;
    }

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }
}
