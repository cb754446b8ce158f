package org.mingbai.intake.web;

import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// The form that asks what for.
public record RevealPage(Link matter, String action, String purpose, String key, FieldErrors errors) {}
