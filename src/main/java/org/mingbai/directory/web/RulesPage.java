package org.mingbai.directory.web;

import java.util.Map;
import org.mingbai.directory.Role;
import org.mingbai.shell.page.FieldErrors;

/// The rules of signing in as typed, by name.
/// @param passwordWords what no password holds, as typed
/// @param secondFactorFor each role there is, and whether it asks for a second factor
public record RulesPage(Map<String, String> typed, Map<Role, Boolean> secondFactorFor, String passwordWords, FieldErrors errors) {}
