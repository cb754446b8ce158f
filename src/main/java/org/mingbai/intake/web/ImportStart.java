package org.mingbai.intake.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The page on which a ledger is brought.
public record ImportStart(List<Choice> registers, String register, FieldErrors errors, List<Past> past) {

    public record Past(String href, String fileName, String register, OffsetDateTime when, String state) {}
}
