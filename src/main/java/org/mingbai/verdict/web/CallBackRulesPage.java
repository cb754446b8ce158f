package org.mingbai.verdict.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Tab;

/// How one register is asked and looked at again: the samples, the draws, and what is read out.
/// @param keeps whether this reader may set them
public record CallBackRulesPage(String register, List<Tab> registers, List<Sample> samples, List<Drawn> draws, List<Text> texts,
        Links links, boolean keeps) {

    /// @param says the share in force, and what is to come
    public record Sample(String of, String title, List<String> says, Optional<Form> form) {}

    /// The next version, as typed.
    public record Form(String from, String percent, String basis, FieldErrors errors) {}

    /// @param seed in words while it is not shown
    public record Drawn(String what, String month, String commitment, OffsetDateTime madeAt, String seed) {}

    /// Whether links to the questions are sent.
    /// @param says what holds now
    /// @param typed the next version, as typed
    public record Links(List<String> says, TypedRule typed, FieldErrors errors) {}

    public record TypedRule(String version, boolean sends, String zh, String en, String from, String until, String days, String basis) {}

    public record Text(String language, String title, String version, String text, FieldErrors errors) {}
}
