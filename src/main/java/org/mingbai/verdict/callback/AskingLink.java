package org.mingbai.verdict.callback;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;

/// A link to the questions, for one of those who raised a matter, in one asking.
/// @param askedSeq the entry that brought the matter to await its verdict
/// @param attempts how often it was tried to send it, this time included
/// @param sentAt nothing while it has not left
/// @param givenUpAt nothing while it may still leave
/// @param why a key of a phrase below `verdict.link.why.`, or what the gateway said
public record AskingLink(TenantId tenant, MatterId matter, int askedSeq, Whom whom, OffsetDateTime madeAt, int attempts,
        @Nullable OffsetDateTime sentAt, @Nullable OffsetDateTime givenUpAt, @Nullable String why) {

    /// The same at every try.
    String mark() {
        return "link." + tenant.value() + "." + matter.value() + "." + askedSeq + "." + whom.voice().value() + "." + whom.no() + "."
                + madeAt.toInstant().toEpochMilli();
    }
}
