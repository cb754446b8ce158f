package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// What those who watch over a matter go by: what happened when, the slips that wait for an answer, a light set by hand.
/// @param slips those that are out and neither answered nor ended
public record Watching(List<Moment> moments, List<OpenSlip> slips, @Nullable SetLight light) {

    static final Watching NOTHING_YET = new Watching(List.of(), List.of(), null);

    public Watching {
        moments = List.copyOf(moments);
        slips = List.copyOf(slips);
    }

    /// @param kind as supervision names it
    /// @param answerBy the last day for an answer; nothing where none is expected
    public record OpenSlip(long slip, String number, String kind, OrganisationId to, @Nullable LocalDate answerBy, OffsetDateTime sentAt) {}

    /// A light somebody set against what the dates say.
    /// @param until the last day it stands
    public record SetLight(Light.Sign sign, String reason, LocalDate until, OffsetDateTime at) {}

    Watching after(List<Moment> more) {
        return more.isEmpty() ? this : new Watching(Stream.concat(moments.stream(), more.stream()).toList(), slips, light);
    }

    Watching sent(OpenSlip slip) {
        var all = new ArrayList<>(slips);
        all.add(slip);
        return new Watching(moments, all, light);
    }

    Watching settled(long slip) {
        return new Watching(moments, slips.stream().filter(Predicate.not(one -> one.slip() == slip)).toList(), light);
    }

    Watching lit(@Nullable SetLight set) {
        return new Watching(moments, slips, set);
    }

    /// The last such moment of that round.
    public java.util.Optional<Moment> last(Happening what, int round) {
        return moments.reversed().stream().filter(moment -> moment.what() == what && moment.round() == round).findFirst();
    }
}
