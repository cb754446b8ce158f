package org.mingbai.directory.web;

import java.util.Map;
import org.mingbai.shell.page.FieldErrors;

/// The rules of signing in as typed, by name.
public record RulesPage(Map<String, String> typed, FieldErrors errors) {}
