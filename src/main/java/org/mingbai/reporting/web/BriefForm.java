package org.mingbai.reporting.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The form of a draft as it was typed.
/// @param id 0 for a new one
/// @param marks the names of the figures one can put in, each with what it means
public record BriefForm(long id, int version, String title, String from, String to, String asOf, String text, String unit, List<Choice> units, String issuer,
        String code, String recipient, String copies, String printer, List<Choice> marks, List<Link> way, FieldErrors errors) {}
