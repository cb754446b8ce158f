package org.mingbai.supervision.web;

import java.util.List;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// One call-out, with what the reader may do about it.
/// @param key under which the next form is sent
public record CallPage(CallView call, boolean mayEnd, List<Choice> grades, String key, FieldErrors errors) {}
