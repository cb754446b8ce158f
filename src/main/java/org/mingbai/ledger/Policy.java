package org.mingbai.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mingbai.directory.Role;

/// The rules of one register in one version. A matter is judged to the end by the version under which it was raised.
/// @param basis title and article of what the rules rest on
/// @param verification layers that must find it true before it is listed, in order
/// @param review checks that must pass a claim, in order
/// @param noticeDays calendar days of public notice after the last check; 0 for none
/// @param verdict whether those who raised it are asked before it is closed
/// @param dissatisfactionReopens whether the two lowest grades refute a closing, or only "not solved" does
/// @param unreachedMaySolve whether a matter may be closed as solved although nobody reached those who raised it; a version from before
///     this was asked says no
/// @param lookBackDays days from closing to the look-back; 0 for none
/// @param limitDays the deadline offered when it is assigned, in calendar days
/// @param extensionDaysMax how far beyond the date first given extensions may go, all together
/// @param returnsMax how often units may give it back before the office's leader decides whose it is; 0 for no limit, as in versions from
///     before this was asked
/// @param reviewable whether those who raised it may have the ending reviewed and re-examined; a version from before this was asked says no
/// @param outcomes how a round may end by signature
public record Policy(
        String register,
        int version,
        String basis,
        List<Layer> verification,
        List<Step> review,
        int noticeDays,
        boolean verdict,
        boolean dissatisfactionReopens,
        boolean unreachedMaySolve,
        int lookBackDays,
        int limitDays,
        int extensionDaysMax,
        int returnsMax,
        boolean reviewable,
        Set<Outcome> outcomes,
        List<Column> columns) {

    public Policy {
        verification = List.copyOf(verification);
        review = List.copyOf(review);
        outcomes = Set.copyOf(outcomes);
        columns = List.copyOf(columns);
        if (review.isEmpty()) {
            throw new IllegalArgumentException(register + ": nobody would check a claim");
        }
        if (outcomes.isEmpty() || outcomes.contains(Outcome.PROMISED) || outcomes.contains(Outcome.TAKEN_OVER)
                || outcomes.contains(Outcome.ANSWERED)) {
            throw new IllegalArgumentException(register + ": no round ends as one of " + outcomes);
        }
        if (Stream.concat(verification.stream().map(Layer::role), review.stream().map(Step::role)).anyMatch(Policy::keepsOut)) {
            throw new IllegalArgumentException(register + ": administrators and auditors have no part in a matter");
        }
    }

    /// How long the basis may be, in characters as a reader counts them.
    public static final int BASIS_MAX = 1000;

    /// Rules rest on something that can be read.
    public static boolean canRestOn(String basis) {
        return Wording.fits(basis, BASIS_MAX);
    }

    private static boolean keepsOut(Role role) {
        return role.administrates() || role == Role.AUDITOR;
    }

    Policy numbered(int number) {
        return new Policy(register, number, basis, verification, review, noticeDays, verdict, dissatisfactionReopens, unreachedMaySolve,
                lookBackDays, limitDays, extensionDaysMax, returnsMax, reviewable, outcomes, columns);
    }

    public enum At {
        /// The register's office.
        OFFICE,
        /// The superior of the lead unit.
        SUPERIOR
    }

    /// @param name a key of the register's words, such as `layer.line-leader`
    public record Layer(String name, Role role) {}

    public record Step(String name, Role role, At at) {}

    /// @param code one of the columns every matter can fill, or a further field of this register
    /// @param zh the heading as offices write it
    /// @param kind how the cell is read and shown
    public record Column(String code, String zh, String en, Kind kind) {

        public enum Kind { TEXT, DATE, NUMBER, PERCENT, UNIT, LIGHT }
    }

    /// Whether somebody outside the lead unit has to be there to judge it, at its end or months later.
    boolean asksOutside() {
        return verdict || lookBackDays > 0;
    }
}
