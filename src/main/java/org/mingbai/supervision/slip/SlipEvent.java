package org.mingbai.supervision.slip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterId;

/// What happened to a slip. A released event keeps its name, its fields and its meaning for ever.
public sealed interface SlipEvent {

    /// @param thing what it is about
    /// @param follows the slip it is the next step to
    /// @param higherBecause why it begins above the first rung, or skips one
    /// @param cause the occasion a rule saw; nothing for one that is drafted by hand
    record Drafted(SlipKind kind, String thing, @Nullable MatterId matter, OrganisationId from, OrganisationId to, @Nullable Long follows,
            @Nullable String higherBecause, @Nullable String cause, SlipContent content) implements SlipEvent {}

    record Changed(SlipContent content) implements SlipEvent {}

    record Signed(SlipNumber number) implements SlipEvent {}

    /// @param despite why it went out although that was more than the unit's ceiling
    record Sent(@Nullable String despite) implements SlipEvent {

        public Sent() {
            this(null);
        }
    }

    record Received() implements SlipEvent {}

    record Answered(Feedback.Report report) implements SlipEvent {}

    /// @param next by when the next feedback is expected; nothing where it is the last
    record Accepted(@Nullable String words, @Nullable LocalDate next) implements SlipEvent {}

    /// The answer does not do.
    record Returned(String reasons, LocalDate answerBy) implements SlipEvent {}

    /// @param by the graver slip that takes its place
    record Upgraded(long by, String number) implements SlipEvent {}

    /// It was waited for in vain, and it is left at that.
    record Lapsed(String reason) implements SlipEvent {}

    record Withdrawn(String reason) implements SlipEvent {}
}
