package org.mingbai.verdict.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Tab;

/// One call-back: what it is about, what is read out, and what was said.
/// @param turn why it is this reader's to ask
/// @param whyNot why it is not, now; empty where it is
/// @param mayGiveUp whether it was tried often enough for nobody reached to stand
public record CallBackPage(String action, Link matter, String text, String unit, String claimed, String done, String joined, String turn, String whyNot,
        List<Tab> languages, String script, List<Tried> tries, boolean mayGiveUp, List<Choice> channels, List<Choice> yesNo, List<Choice> heard,
        List<Choice> solved,
        List<Choice> satisfied, String key, Typed typed, FieldErrors errors) {

    /// One time somebody tried.
    public record Tried(String number, OffsetDateTime at, String channel, String words) {}

    /// The questionnaire, as typed.
    public record Typed(String channel, String language, String reached, String heard, String solved, String satisfied, String words, boolean last) {}
}
