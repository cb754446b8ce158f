package org.mingbai.verdict.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Tab;

/// One call-back: what it is about, what is read out, and what was said.
/// @param voices those who raised it, with what they said so far
/// @param whom those still to be heard; empty where that is at most one
/// @param turn why it is this reader's to ask
/// @param whyNot why it is not, now; empty where it is
/// @param mayGiveUp whether it was tried often enough for nobody reached to stand
public record CallBackPage(String action, Link matter, String text, String unit, String claimed, String done, List<Voice> voices,
        List<Choice> whom, String turn, String whyNot,
        List<Tab> languages, String script, List<Tried> tries, boolean mayGiveUp, List<Choice> channels, List<Choice> yesNo, List<Choice> heard,
        List<Choice> solved,
        List<Choice> satisfied, String key, Typed typed, FieldErrors errors) {

    /// One of those who raised it.
    /// @param state whether they are still to be heard, or what they said
    /// @param identity where who they are is looked at for a purpose
    public record Voice(String name, String channel, OffsetDateTime at, String state, String words, Optional<String> identity) {}

    /// One time somebody tried.
    /// @param whom empty where nobody in particular
    public record Tried(String number, OffsetDateTime at, String channel, String whom, String words) {}

    /// The questionnaire, as typed.
    public record Typed(String whom, String channel, String language, String reached, String heard, String solved, String satisfied,
            String words, boolean last) {}
}
