package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.SampleSignIns;
import org.mingbai.shell.page.FieldErrors;

/// @param provider what the identity provider is called that one may sign in with
/// @param note why one is here again, a message key; empty when one just comes
public record SignInPage(String login, String note, FieldErrors errors, List<SampleSignIns.Offered> offered,
        Optional<String> provider) {}
