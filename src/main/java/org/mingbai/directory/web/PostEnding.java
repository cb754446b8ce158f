package org.mingbai.directory.web;

import org.mingbai.shell.page.FieldErrors;

public record PostEnding(long id, String holder, String post, String last, String backHref, FieldErrors errors) {}
