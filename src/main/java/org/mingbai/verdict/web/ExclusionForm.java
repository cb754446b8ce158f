package org.mingbai.verdict.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// An application, as typed.
/// @param verdict what was said, in words
/// @param kept the files that came with it before
public record ExclusionForm(Link matter, String verdict, String matterId, String askedSeq, List<Choice> reasons, String reason, String words,
        List<Choice> entries, String evidence, List<Choice> kept, String key, FieldErrors errors) {}
