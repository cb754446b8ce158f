package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What becomes of the day given while a matter stands still: parked, or its handling paused by those who watch over it. The day moves by as many days as
/// it stood, once nothing holds it any more; the first one stays readable.
final class Standstill {

    /// The clock whose standing still moves the day given, as supervision names its step.
    private static final String HANDLING = "HANDLE";

    private Standstill() {}

    /// An entry of supervision with the day it moves.
    static Entry completed(Entry entry, Matter matter, Now now) {
        return entry instanceof Entry.ClockResumed(var step, var words, var unit, _) && step.equals(HANDLING)
                ? new Entry.ClockResumed(step, words, unit, movedDay(matter, Happening.CLOCK_RESUMED, now)) : entry;
    }

    /// @param ends what lets it go on now
    /// @return nothing where no day was given, something else still holds it, or it stood for less than a day
    static @Nullable LocalDate movedDay(Matter matter, Happening ends, Now now) {
        var due = matter.round().due() == null ? null : matter.round().due().date();
        var since = since(matter, ends);
        if (due == null || since == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(since.atZoneSameInstant(now.at().getOffset()).toLocalDate(), now.today());
        return days < 1 ? null : due.plusDays(days);
    }

    /// Since when nothing but what ends now, and what ended in between, held it. A day given or granted meanwhile knew of what had been; another unit
    /// gets the day there is. The clock of the handling, and with it the pause of it, also ends by the claim and where it is given back or joined.
    private static @Nullable OffsetDateTime since(Matter matter, Happening ends) {
        boolean parked = false;
        boolean paused = false;
        boolean given = false;
        OffsetDateTime since = null;
        for (var moment : matter.watching().moments()) {
            if (moment.round() != matter.round().number()) {
                continue;
            }
            switch (moment.what()) {
                case PARKED -> parked = true;
                case RESUMED -> parked = false;
                case CLOCK_PAUSED -> paused = paused || HANDLING.equals(moment.code());
                case CLOCK_RESUMED -> paused = paused && !HANDLING.equals(moment.code());
                case CLAIMED, MERGED -> paused = false;
                case RETURN_AGREED -> {
                    paused = false;
                    given = false;
                }
                case DISPATCHED -> {
                    since = since == null || given ? since : moment.at();
                    given = true;
                }
                case EXTENDED -> since = since == null ? null : moment.at();
                default -> {}
            }
            if (!parked && !paused) {
                since = null;
            } else if (since == null) {
                since = moment.at();
            }
        }
        boolean held = ends == Happening.RESUMED ? paused : parked;
        return held ? null : since;
    }
}
