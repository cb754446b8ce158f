package org.mingbai.directory.web;

import java.util.List;
import org.mingbai.directory.SampleSignIns;
import org.mingbai.shell.page.FieldErrors;

/// @param note why one is here again, a message key; empty when one just comes
public record SignInPage(String login, String note, FieldErrors errors, List<SampleSignIns.Offered> offered) {}
