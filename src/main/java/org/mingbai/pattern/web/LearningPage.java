package org.mingbai.pattern.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Tab;

/// What closed matters teach, and how far it can be trusted.
/// @param held how often the guesses held; empty while there are none
/// @param at when it was last learnt; empty before the first time
/// @param limits from how many on, in a sentence
public record LearningPage(List<Tab> tabs, String standing, String held, Optional<OffsetDateTime> at, String limits, boolean keeps, Typed typed,
        FieldErrors errors) {

    /// As typed.
    public record Typed(String closedMin, String unitMin, String reason) {}
}
