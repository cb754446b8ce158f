package org.mingbai.verdict.callback;

import org.mingbai.ledger.MatterId;

/// One of those who raised a matter, or one that was joined to it.
/// @param voice the matter that was theirs
/// @param no which of its voices
public record Whom(MatterId voice, int no) {}
