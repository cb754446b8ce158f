package org.mingbai.supervision.slip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;

/// All that an act on a slip depends on beside the slip itself.
/// @param to how the addressed unit stands today
/// @param hasCodeWord whether the issuing unit can number it
/// @param followed the slip it follows, as that stands now
/// @param next an open slip that follows it
record Circumstances(LocalDate today, SignedIn who, Addressee to, boolean hasCodeWord, @Nullable Slip followed, @Nullable Slip next) {

    /// @param successor who took over the work of one that is no more
    /// @param answers whether somebody there would sign for a slip
    /// @param superior the nearest unit above where somebody would
    record Addressee(OrganisationId unit, boolean known, boolean stands, @Nullable OrganisationId successor, boolean answers,
            @Nullable OrganisationId superior) {

        @Nullable SlipRefusal refusal() {
            if (!known) {
                return new SlipRefusal.NoSuchUnit("to");
            }
            if (!stands) {
                return new SlipRefusal.UnitAbolished("to", unit, successor);
            }
            return answers ? null : new SlipRefusal.NobodyAnswersThere("to", unit, superior);
        }
    }

    /// The post in which this person may do that at that unit.
    static @Nullable Seat seat(SignedIn who, OrganisationId unit, Right right) {
        return who.seats().stream().filter(it -> it.unit().equals(unit) && Access.rightsOf(it.role()).contains(right))
                .sorted(java.util.Comparator.comparing(Seat::role)).findFirst().orElse(null);
    }
}
