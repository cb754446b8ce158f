package org.mingbai.supervision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Subject;

/// By when a step has to be done: one line of a law or of the house, in one version. A clock stays under the version that was in force on
/// the day it started.
/// @param code what it is called through all its versions, such as `petition.handle`
/// @param version counted from 1 within its code
/// @param starts what starts the clock
/// @param ends what ends it, whichever comes first; the end of the matter ends every clock
/// @param pauses the reasons for which it may stand still
/// @param extension by how much it may be extended, all together; nothing where it may not
/// @param closes when offices close, where what comes later counts as received on the next working day; nothing where that does not matter
/// @param atRiskPercent how much of the time is left when the clock is called at risk, 0 to 100
/// @param from the first day on which a clock may start under it
/// @param to the last such day; nothing while no end is known
public record TimeRule(
        String code,
        int version,
        Scope scope,
        Step step,
        Limit limit,
        Happening starts,
        Set<Happening> ends,
        Set<PauseReason> pauses,
        @Nullable Limit extension,
        @Nullable LocalTime closes,
        int atRiskPercent,
        Basis basis,
        LocalDate from,
        @Nullable LocalDate to) {

    public static final int AT_RISK_PERCENT = 20;

    public TimeRule {
        ends = Set.copyOf(ends);
        pauses = Set.copyOf(pauses);
        if (!step.ruled() || ends.isEmpty() || atRiskPercent < 0 || atRiskPercent > 100 || to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(code + ", version " + version);
        }
    }

    /// What a rule rests on. A rule without a basis is none.
    /// @param title of the law, the standard or the house's own paper
    /// @param article and paragraph, such as 第三十四条
    public record Basis(String title, String article) {

        public Basis {
            if (title.isBlank() || article.isBlank()) {
                throw new IllegalArgumentException("A rule without a basis");
            }
        }
    }

    /// For which matters a rule is meant; what is empty does not restrict.
    /// @param channel what came that way, or by a finer one written after it: 信访 is also for 信访·直接提出
    /// @param urgency what the column `urgency` of a matter says
    public record Scope(@Nullable String register, @Nullable String channel, @Nullable String kind, @Nullable String urgency) {

        /// The column in which a register says how urgent a matter is.
        public static final String URGENCY = "urgency";

        /// Between a channel and a finer one within it.
        private static final String FINER = "·";

        public static final Scope ALL = new Scope(null, null, null, null);

        public boolean covers(String ofRegister, Subject subject) {
            return (register == null || register.equals(ofRegister))
                    && (channel == null || cameBy(channel, subject.channel()))
                    && (kind == null || kind.equals(subject.category()))
                    && (urgency == null || urgency.equals(subject.fields().get(URGENCY)));
        }

        private static boolean cameBy(String channel, @Nullable String came) {
            return came != null && (came.equals(channel) || came.startsWith(channel + FINER));
        }

        /// The narrower of two rules for the same step is the one that counts: a register weighs most, then urgency, kind and channel.
        public int narrowness() {
            return (register == null ? 0 : 8) + (channel == null ? 0 : 1) + (kind == null ? 0 : 2) + (urgency == null ? 0 : 4);
        }
    }

    /// The same version, with its last day known.
    public TimeRule until(LocalDate last) {
        return new TimeRule(code, version, scope, step, limit, starts, ends, pauses, extension, closes, atRiskPercent, basis, from, last);
    }

    /// Whether a clock that starts that day is under it.
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
