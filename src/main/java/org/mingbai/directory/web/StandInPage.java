package org.mingbai.directory.web;

import org.mingbai.shell.page.FieldErrors;

/// @param backHref the person's page, or one's own
public record StandInPage(String holder, String post, String action, String backHref, String person, String first, String last, FieldErrors errors) {}
