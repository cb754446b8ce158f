package org.mingbai.directory.web;

import org.mingbai.shell.page.FieldErrors;

/// The second step of signing in.
/// @param recovery whether a recovery code is about to be typed, which has letters
public record CodePage(boolean recovery, FieldErrors errors) {}
