package org.mingbai.supervision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Happening;
import org.mingbai.supervision.TimeRule.Scope;

/// A limit as somebody writes it down, before it is known to be one.
/// @param code of the rule it is the next version of; empty for a new rule
/// @param limit as rules write it, such as 5工作日
/// @param pauseBasis what allows the clock to stand still; empty where it never does
/// @param extension as rules write it; empty where there is none
public record RuleDraft(
        String code,
        Scope scope,
        @Nullable Step step,
        String limit,
        @Nullable Happening starts,
        Set<Happening> ends,
        Set<PauseReason> pauses,
        String pauseBasis,
        String extension,
        @Nullable LocalTime closes,
        int atRiskPercent,
        String basisTitle,
        String basisArticle,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public RuleDraft {
        ends = Set.copyOf(ends);
        pauses = Set.copyOf(pauses);
    }

    /// The same limit, for a clock that starts from that day on.
    public RuleDraft from(LocalDate day) {
        return new RuleDraft(code, scope, step, limit, starts, ends, pauses, pauseBasis, extension, closes, atRiskPercent, basisTitle, basisArticle, day, to);
    }

    /// As a version that is kept would be written down again.
    public static RuleDraft of(KeptRule kept) {
        var rule = kept.rule();
        var extension = rule.extension();
        return new RuleDraft(rule.code(), rule.scope(), rule.step(), rule.limit().toString(), rule.starts(), rule.ends(), rule.pauses(), kept.pauseBasis(),
                extension == null ? "" : extension.toString(), rule.closes(), rule.atRiskPercent(), rule.basis().title(), rule.basis().article(),
                rule.from(), rule.to());
    }

    /// Whether both say the same, whenever they are in force.
    boolean saysWhat(RuleDraft other) {
        return inForceAlways().equals(other.inForceAlways());
    }

    private RuleDraft inForceAlways() {
        return new RuleDraft(code, scope, step, Limit.parse(limit).map(Limit::toString).orElse(limit), starts, ends, pauses, pauseBasis,
                Limit.parse(extension).map(Limit::toString).orElse(extension), closes, atRiskPercent, basisTitle, basisArticle, null, null);
    }
}
