package org.mingbai.verdict.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.mingbai.directory.telling.LinkSecret;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.intake.Vault;
import org.mingbai.intake.Voice;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Stage;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries links out, each held by one node at a time. Only now is the vault opened for the number and the secret made; a carrier that dies before it
/// notes what it did leaves the link to the next one, which hands it over again under the same mark.
@Component
class LinkCarrier {

    /// Longer than a gateway takes.
    static final Duration LEASE = Duration.ofMinutes(10);
    static final int ATTEMPTS_MAX = 6;

    private static final int WHY_MAX = 300;

    private final LinkTable table;
    private final LinkRules rules;
    private final TextGateway gateway;
    private final VoicesAsked voices;
    private final Vault vault;
    private final Ledger ledger;
    private final TellingSettings settings;
    private final Clock clock;

    LinkCarrier(LinkTable table, LinkRules rules, TextGateway gateway, VoicesAsked voices, Vault vault, Ledger ledger, TellingSettings settings,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.gateway = gateway;
        this.voices = voices;
        this.vault = vault;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void round() {
        if (settings.carry()) {
            carry();
        }
    }

    /// All that are due. Answers how many were handed over; without a gateway they wait.
    int carry() {
        int over = 0;
        if (gateway.isOpen()) {
            for (var link = claimed(); link.isPresent(); link = claimed()) {
                over += carried(link.get()) ? 1 : 0;
            }
        }
        return over;
    }

    private Optional<AskingLink> claimed() {
        return table.claim(OffsetDateTime.now(clock), LEASE);
    }

    private boolean carried(AskingLink link) {
        var matter = ledger.kept(link.tenant(), link.matter()).orElseThrow();
        var rule = rules.of(link.tenant(), matter.register());
        var voice = stillAsked(link, matter);
        var moment = ZonedDateTime.now(clock);
        if (voice.isEmpty() || !rule.sends()) {
            table.giveUp(link, voice.isEmpty() ? "over" : "off", moment.toOffsetDateTime());
            return false;
        }
        if (rule.after(moment).isAfter(moment)) {
            table.later(link, null, rule.after(moment).toOffsetDateTime(), false);
            return false;
        }
        return switch (vault.mobile(link.tenant(), voice.get())) {
            case Vault.Mobile.Number(var phone) -> handed(link, rule, voice.get(), phone);
            case Vault.Mobile.None() -> {
                table.giveUp(link, "no-mobile", moment.toOffsetDateTime());
                yield false;
            }
            case Vault.Mobile.Shut() -> inVain(link, "keys");
        };
    }

    /// Nothing once they answered, took it back, or the asking is over.
    private Optional<Voice> stillAsked(AskingLink link, Matter matter) {
        return matter.stage() instanceof Stage.AwaitingVerdict && Askings.seq(matter) == link.askedSeq()
                ? voices.of(link.tenant(), matter).stream().filter(heard -> heard.said().isEmpty()).map(VoicesAsked.Heard::voice)
                .filter(voice -> link.whom().equals(new Whom(voice.matter(), voice.no()))).filter(Links::mayBeSent).findFirst()
                : Optional.empty();
    }

    private boolean handed(AskingLink link, LinkRule rule, Voice voice, String phone) {
        var secret = LinkSecret.fresh(link.tenant());
        table.addSecret(link, secret.hash(), OffsetDateTime.now(clock));
        var href = settings.linkTo("/p/" + link.tenant().value() + "/a/" + secret.text());
        var why = gateway.hand(phone, rule.text(voice.language(), href), link.mark());
        if (why.isPresent()) {
            return inVain(link, why.get());
        }
        table.sent(link, OffsetDateTime.now(clock));
        return true;
    }

    private boolean inVain(AskingLink link, String said) {
        var why = said.length() > WHY_MAX ? said.substring(0, WHY_MAX) : said;
        var now = OffsetDateTime.now(clock);
        if (link.attempts() < ATTEMPTS_MAX) {
            table.later(link, why, now.plus(Duration.ofMinutes(1L << 2 * (link.attempts() - 1))), true);
        } else {
            table.giveUp(link, why, now);
        }
        return false;
    }
}
