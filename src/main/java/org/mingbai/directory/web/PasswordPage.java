package org.mingbai.directory.web;

import org.mingbai.directory.SignInRules;
import org.mingbai.shell.page.FieldErrors;

public record PasswordPage(boolean must, SignInRules rules, FieldErrors errors) {}
