package org.mingbai.intake.web;

import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// The form that asks why a receipt is to tell nothing any more.
public record WithholdPage(Link matter, String action, String reason, FieldErrors errors) {}
