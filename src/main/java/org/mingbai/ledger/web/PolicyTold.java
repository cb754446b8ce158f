package org.mingbai.ledger.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.List;
import org.mingbai.ledger.Policy;

/// A policy as sentences, in the order in which a matter meets them.
final class PolicyTold {

    private PolicyTold() {}

    static List<String> of(Policy policy) {
        var told = new ArrayList<String>();
        told.add(policy.verification().isEmpty()
                ? t("ledger.policy.no-verification")
                : t("ledger.policy.verification", policy.verification().stream().map(PolicyTold::layer).collect(joining(t("ledger.policy.then")))));
        told.add(t("ledger.policy.limit", policy.limitDays()));
        told.add(policy.extensionDaysMax() == 0 ? t("ledger.policy.no-extension") : t("ledger.policy.extension", policy.extensionDaysMax()));
        if (policy.returnsMax() > 0) {
            told.add(t("ledger.policy.returns", policy.returnsMax()));
        }
        told.add(t("ledger.policy.review", policy.review().stream().map(PolicyTold::step).collect(joining(t("ledger.policy.then")))));
        told.add(policy.noticeDays() == 0 ? t("ledger.policy.no-notice") : t("ledger.policy.notice", policy.noticeDays()));
        told.add(policy.verdict() ? t("ledger.policy.verdict") : t("ledger.policy.no-verdict"));
        if (policy.verdict()) {
            told.add(t(policy.dissatisfactionReopens() ? "ledger.policy.dissatisfaction" : "ledger.policy.only-unsolved"));
            told.add(t(policy.unreachedMaySolve() ? "ledger.policy.unreached" : "ledger.policy.no-unreached"));
        }
        told.add(t("ledger.policy.outcomes",
                policy.outcomes().stream().sorted().map(outcome -> t("ledger.outcome." + outcome)).collect(joining(t("ledger.column.and")))));
        told.add(policy.lookBackDays() == 0 ? t("ledger.policy.no-look-back") : t("ledger.policy.look-back", policy.lookBackDays()));
        if (policy.reviewable()) {
            told.add(t("ledger.policy.reviewable"));
        }
        return told;
    }

    static String layer(Policy.Layer layer) {
        return t("ledger.policy.layer", t("ledger." + layer.name()), t("ledger.tray.role." + layer.role()));
    }

    static String step(Policy.Step step) {
        return t("ledger.policy.step." + step.at(), t("ledger." + step.name()), t("ledger.tray.role." + step.role()));
    }
}
