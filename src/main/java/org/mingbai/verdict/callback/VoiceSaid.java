package org.mingbai.verdict.callback;

import java.time.OffsetDateTime;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Verdict;

/// What one of those who raised a matter said when they were asked.
/// @param matter in which they were asked
/// @param askedSeq the entry that brought it to await its verdict
/// @param voice whose own matter it is
/// @param no which of that matter's voices
/// @param said not contacted where they were given up on
public record VoiceSaid(MatterId matter, int askedSeq, MatterId voice, int no, OffsetDateTime at, Attempt.Channel channel, Verdict said) {}
