package org.mingbai.intake.web;

import java.util.List;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The page on which a ledger is brought.
public record ImportStart(List<Choice> registers, String register, FieldErrors errors, List<Past> past) {

    public record Past(String href, String fileName, String register, String when, String state) {}
}
