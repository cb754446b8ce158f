package org.mingbai.verdict.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.Voice;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lays out links for those who raised a matter when it comes to await its verdict, and knows for whom one is under way.
@Component
class Links {

    /// What is written down later than that is history: nobody gets a text about it.
    private static final Duration FRESH_MAX = Duration.ofDays(1);

    private final LinkTable table;
    private final LinkRules rules;
    private final Voices voices;
    private final Askings askings;
    private final Clock clock;

    Links(LinkTable table, LinkRules rules, Voices voices, Askings askings, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.voices = voices;
        this.askings = askings;
        this.clock = clock;
    }

    @EventListener
    void layOut(MatterChanged changed) {
        var now = changed.now();
        if (Askings.seq(now) != changed.line().seq() || now.watching().last(Happening.VERDICT_AWAITED, now.round().number()).isEmpty()
                || changed.line().at().isBefore(OffsetDateTime.now(clock).minus(FRESH_MAX))) {
            return;
        }
        var rule = rules.of(changed.tenant(), now.register());
        if (rule.sends() && askings.leftOut(changed.tenant(), now).isEmpty()) {
            var moment = ZonedDateTime.now(clock);
            voices.of(changed.tenant(), now.id()).stream().filter(Links::mayBeSent)
                    .forEach(voice -> table.add(changed.tenant(), now.id(), changed.line().seq(), new Whom(voice.matter(), voice.no()),
                            rule.after(moment).toOffsetDateTime(), moment.toOffsetDateTime()));
        }
    }

    /// Whoever asked to be kept confidential did not ask for a text that others may read.
    static boolean mayBeSent(Voice voice) {
        return voice.reporter() != null && !voice.confidential() && voice.withdrawnAt() == null && voice.withheldAt() == null;
    }

    /// In the present asking, by whom they are for.
    Map<Whom, AskingLink> of(TenantId tenant, Matter matter) {
        var all = new HashMap<Whom, AskingLink>();
        table.of(tenant, List.of(matter.id())).stream().filter(link -> link.askedSeq() == Askings.seq(matter)).forEach(link -> all.put(link.whom(), link));
        return all;
    }

    /// The last day on which nobody calls because of it; nothing where the link has not left or the days are over.
    Optional<LocalDate> waitsUntil(AskingLink link, String register) {
        int days = rules.of(link.tenant(), register).days();
        return Optional.ofNullable(link.sentAt()).filter(_ -> days > 0)
                .map(sent -> sent.atZoneSameInstant(clock.getZone()).toLocalDate().plusDays(days - 1L)).filter(day -> !day.isBefore(LocalDate.now(clock)));
    }
}
