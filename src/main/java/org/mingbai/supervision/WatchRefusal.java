package org.mingbai.supervision;

import java.time.LocalDate;
import java.util.Set;
import org.mingbai.ledger.Refusal;

/// Why somebody who watches over a matter cannot do this to it now. One message key each: `supervision.watch.refusal.<name>`.
public sealed interface WatchRefusal {

    /// Not there, or not to be known of.
    record NoSuchMatter() implements WatchRefusal {}

    /// Only the register's office, or the leader of a unit above the lead unit: nobody stops his own clock.
    record NotYours() implements WatchRefusal {}

    /// No clock of that step runs.
    record NotRunning(Step step) implements WatchRefusal {}

    /// Several co-handlers have a clock of that step: which one's is to stand still is to be said.
    record WhichUnit(Step step) implements WatchRefusal {}

    /// The clock's rule does not know that reason.
    record NotForThisReason(Step step, Set<PauseReason> allowed) implements WatchRefusal {}

    record StandsAlready(Step step) implements WatchRefusal {}

    record StandsNot(Step step) implements WatchRefusal {}

    /// What is parked stands still by itself, and goes on by being taken up.
    record ByParking() implements WatchRefusal {}

    record NoReason() implements WatchRefusal {}

    record NoDay() implements WatchRefusal {}

    /// A light set by hand ends, today at the earliest.
    record DayBeforeToday() implements WatchRefusal {}

    /// A light set by hand does not stand for ever.
    record DayTooFar(LocalDate last) implements WatchRefusal {}

    /// What is over or laid aside shows no light that could be set.
    record NoLight() implements WatchRefusal {}

    record NotSet() implements WatchRefusal {}

    /// The ledger itself says no.
    record OfLedger(Refusal why) implements WatchRefusal {}

    /// Where in a form it belongs; empty for the form as a whole.
    default String field() {
        return switch (this) {
            case NotForThisReason _ -> "reason";
            case NoReason _ -> "words";
            case NoDay _, DayBeforeToday _, DayTooFar _ -> "until";
            case OfLedger _, NoSuchMatter _, NotYours _, NotRunning _, WhichUnit _, StandsAlready _, StandsNot _, ByParking _, NoLight _, NotSet _ -> "";
        };
    }
}
