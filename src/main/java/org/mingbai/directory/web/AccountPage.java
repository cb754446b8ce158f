package org.mingbai.directory.web;

import java.util.Optional;
import org.mingbai.directory.Account;
import org.mingbai.shell.page.FieldErrors;

/// One person's account, or the form that opens it.
///
/// @param firstPassword shown once, right after it was made
public record AccountPage(long person, String name, Optional<Account> account, boolean locked, String login, Optional<String> firstPassword,
        FieldErrors errors) {}
