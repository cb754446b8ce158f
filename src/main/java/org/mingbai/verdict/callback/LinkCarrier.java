package org.mingbai.verdict.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.mingbai.directory.telling.LinkSecret;
import org.mingbai.directory.telling.OutsideMail;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.intake.Vault;
import org.mingbai.intake.Voice;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Stage;
import org.mingbai.shell.Words;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries links out, each held by one node at a time. Only now is the vault opened for number or address and the secret made; a carrier that dies before it
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
    private final OutsideMail mail;
    private final VoicesAsked voices;
    private final Vault vault;
    private final Ledger ledger;
    private final TellingSettings settings;
    private final Clock clock;

    LinkCarrier(LinkTable table, LinkRules rules, TextGateway gateway, OutsideMail mail, VoicesAsked voices, Vault vault, Ledger ledger,
            TellingSettings settings, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.gateway = gateway;
        this.mail = mail;
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

    /// All that are due. Answers how many were handed over; without a gateway for texts and a server for letters they wait.
    int carry() {
        int over = 0;
        if (gateway.isOpen() || mail.isOpen()) {
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
        var language = voice.get().language();
        return switch (vault.address(link.tenant(), voice.get(), gateway.isOpen(), mail.isOpen())) {
            case Vault.Address.Mobile(var phone) -> handed(link, href -> gateway.hand(phone, rule.text(language, href), link.mark()));
            case Vault.Address.Mail(var address) -> handed(link, href -> {
                var words = Words.in(Locale.of(language.equals("en") ? "en" : "zh"));
                return mail.hand(address, words.of("verdict.link.mail"), rule.text(language, href) + "\n\n" + words.of("verdict.link.mail.foot") + "\n",
                        link.mark());
            });
            case Vault.Address.None() -> {
                table.giveUp(link, "no-address", moment.toOffsetDateTime());
                yield false;
            }
            case Vault.Address.Shut() -> inVain(link, "keys");
        };
    }

    /// Nothing once they answered, took it back, or the asking is over.
    private Optional<Voice> stillAsked(AskingLink link, Matter matter) {
        return matter.stage() instanceof Stage.AwaitingVerdict && Askings.seq(matter) == link.askedSeq()
                ? voices.of(link.tenant(), matter).stream().filter(heard -> heard.said().isEmpty()).map(VoicesAsked.Heard::voice)
                .filter(voice -> link.whom().equals(new Whom(voice.matter(), voice.no()))).filter(Links::mayBeSent).findFirst()
                : Optional.empty();
    }

    /// @param over hands the address of the questions over, and answers why it was not taken
    private boolean handed(AskingLink link, Function<String, Optional<String>> over) {
        var secret = LinkSecret.fresh(link.tenant());
        table.addSecret(link, secret.hash(), OffsetDateTime.now(clock));
        var href = settings.linkTo("/p/" + link.tenant().value() + "/a/" + secret.text());
        var why = over.apply(href);
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
