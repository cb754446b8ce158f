package org.mingbai.directory.telling;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// How a person wants to be told beside the pages.
///
/// @param address    for letters; empty while none is given
/// @param quietFrom  no letter from this time on,
/// @param quietUntil until this one; the same time twice is no quiet at all
/// @param confirmed  whether somebody who reads at the address has said that it is right; nobody says so of their own wish
public record Reach(String address, Rhythm rhythm, LocalTime dailyAt, LocalTime quietFrom, LocalTime quietUntil, String language, boolean confirmed) {

    /// Until somebody says otherwise: one letter in the morning, once there is an address, and nothing at night.
    public static final Reach USUAL = new Reach("", Rhythm.DAILY, LocalTime.of(8, 0), LocalTime.of(22, 0), LocalTime.of(7, 0), "zh");

    /// As somebody wants it.
    public Reach(String address, Rhythm rhythm, LocalTime dailyAt, LocalTime quietFrom, LocalTime quietUntil, String language) {
        this(address, rhythm, dailyAt, quietFrom, quietUntil, language, false);
    }

    /// The same in that language.
    public Reach in(String other) {
        return new Reach(address, rhythm, dailyAt, quietFrom, quietUntil, other, confirmed);
    }

    Reach withoutAddress() {
        return new Reach("", Rhythm.PAGES_ONLY, dailyAt, quietFrom, quietUntil, language);
    }

    /// From when on a letter may carry what is told now; never where letters are not wanted, or it is not sure who reads
    /// them.
    Optional<ZonedDateTime> from(ZonedDateTime now, boolean urgent) {
        if (!confirmed || rhythm == Rhythm.PAGES_ONLY) {
            return Optional.empty();
        }
        if (urgent) {
            return Optional.of(now);
        }
        return Optional.of(rhythm == Rhythm.DAILY ? next(now, dailyAt) : afterQuiet(now, quietFrom, quietUntil));
    }

    static ZonedDateTime afterQuiet(ZonedDateTime now, LocalTime from, LocalTime until) {
        return isWithin(now.toLocalTime(), from, until) ? next(now, until) : now;
    }

    private static boolean isWithin(LocalTime time, LocalTime from, LocalTime until) {
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }

    private static ZonedDateTime next(ZonedDateTime now, LocalTime time) {
        var today = now.with(time);
        return today.isBefore(now) ? now.plusDays(1).with(time) : today;
    }
}
