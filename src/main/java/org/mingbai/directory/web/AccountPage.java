package org.mingbai.directory.web;

import java.util.Optional;
import org.mingbai.directory.Account;
import org.mingbai.shell.page.FieldErrors;

/// One person's account, or the form that opens it.
///
/// @param secondFactor whether a code is asked for at the sign-in
/// @param firstPassword shown once, right after it was made
public record AccountPage(long person, String name, Optional<Account> account, boolean locked, boolean secondFactor, String login,
        Optional<String> firstPassword, FieldErrors errors) {}
