package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.util.Map;
import java.util.Optional;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Link;

/// Why a matter stands in a list of what was looked for that does not say it itself.
final class SaidIn {

    private SaidIn() {}

    static Optional<Link> of(MatterId matter, Map<MatterId, Evidence.File> saidBy) {
        return Optional.ofNullable(saidBy.get(matter)).map(file -> new Link(t("ledger.register.said-in", file.name()), Proof.of(matter, file).chip().href()));
    }
}
