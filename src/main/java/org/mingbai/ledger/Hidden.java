package org.mingbai.ledger;

import java.time.OffsetDateTime;

/// A text of a journal that one reader is shown masked.
/// @param at when it was written
/// @param text as it was typed
public record Hidden(OffsetDateTime at, String text) {}
