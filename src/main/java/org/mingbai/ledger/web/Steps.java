package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Round;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.StageName;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.LightSign;

/// The measures of a round with what proves them.
final class Steps {

    private Steps() {}

    static List<MatterPage.Step> of(Seen seen, Round round) {
        return round.measures().stream().map(measure -> step(seen, round, measure)).toList();
    }

    private static MatterPage.Step step(Seen seen, Round round, Measure measure) {
        var evidence = round.evidence().stream().filter(it -> it.proves(measure)).toList();
        var due = Optional.ofNullable(measure.due());
        var sign = sign(seen, round, measure);
        return new MatterPage.Step(measure.no(), measure.text(), t("ledger.measure-kind." + measure.kind()), text(measure.goal()),
                text(measure.owner()), due.map(Deadline::date), due.filter(it -> it.date() == null).map(it -> t("ledger.deadline." + it.kind()))
                        .orElse(""),
                measure.percent(), sign, sign.filter(it -> it == LightSign.CLOSED).map(_ -> t("ledger.matter.step-done")).orElse(""),
                        t(evidence.isEmpty() ? "ledger.matter.unproven" : "ledger.matter.proven"),
                text(measure.dropped()),
                Optional.ofNullable(measure.sharedWith())
                        .map(it -> new Link(t("ledger.matter.shared", it.matter().value(), it.no()), MatterLink.to(it.matter()))),
                evidence.stream().flatMap(it -> it.files().stream()).distinct().map(file -> Proof.of(seen.matter().id(), file)).toList(),
                evidence.stream().map(Evidence::note).filter(Objects::nonNull).toList());
    }

    private static Optional<LightSign> sign(Seen seen, Round round, Measure measure) {
        if (!measure.stands()) {
            return Optional.empty();
        }
        if (round.ending() != null || measure.percent() == 100) {
            return Optional.of(LightSign.CLOSED);
        }
        if (seen.matter().stage() instanceof Stage.Parked) {
            return Optional.empty();
        }
        var due = measure.due() == null ? null : measure.due().date();
        return Optional.of(Lights.of(due, seen.today()));
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
