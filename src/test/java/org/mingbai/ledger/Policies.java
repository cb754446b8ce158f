package org.mingbai.ledger;

import java.util.List;
import java.util.Set;
import org.mingbai.directory.Role;

/// Policies for tests: one that asks for everything, and plain words to take something away.
final class Policies {

    /// One layer of verification, two checks, five days of notice, a verdict and a look-back.
    static final Policy FULL = of(List.of(new Policy.Layer("layer.line-leader", Role.LEADER)),
            List.of(new Policy.Step("step.first-check", Role.CHECKER, Policy.At.SUPERIOR),
                    new Policy.Step("step.review", Role.CHECKER, Policy.At.OFFICE)), 5, true, true, 90);

    /// One check and the signature.
    static final Policy PLAIN = of(List.of(), List.of(new Policy.Step("step.review", Role.CHECKER, Policy.At.OFFICE)), 0, false, false, 0);

    /// As the full one, but silence of those who raised it is no hindrance.
    static final Policy SILENT = new Policy("test", 1, "made for tests", FULL.verification(), FULL.review(), 5, true, true, true, 90, 30, 15, 0, false,
            FULL.outcomes(), List.of());

    private Policies() {}

    static Policy of(List<Policy.Layer> verification, List<Policy.Step> review, int noticeDays, boolean verdict,
            boolean dissatisfactionReopens, int lookBackDays) {
        return new Policy("test", 1, "made for tests", verification, review, noticeDays, verdict, dissatisfactionReopens, false, lookBackDays, 30, 15, 2, true,
                Set.of(Outcome.SOLVED, Outcome.PARTLY_SOLVED, Outcome.EXPLAINED), List.of());
    }
}
