package org.mingbai.directory.telling;

import java.time.Clock;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Directory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The round of the post: every few seconds letters are written from what waits, and carried out, and what is very old goes. Any
/// number of nodes may make it.
@Component
@ConditionalOnProperty(name = "mingbai.telling.carry", matchIfMissing = true)
class Rounds implements AutoCloseable {

    private final Postbox postbox;
    private final Webhook webhook;
    private final Carrier carrier;
    private final OldPost old;

    Rounds(Postbox postbox, OldPost old, LetterTable letters, ReachTable reaches, AddressCodeTable codes, Directory directory, Accounts accounts,
            MailSettings mail, TellingSettings settings, Clock clock) {
        this.postbox = postbox;
        this.old = old;
        this.webhook = new Webhook(settings, clock);
        var smtp = new Smtp(reaches, codes, directory, accounts, mail, settings, clock);
        this.carrier = new Carrier(letters, letter -> letter.person().isPresent() ? smtp.send(letter) : webhook.send(letter), clock);
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void make() {
        postbox.write();
        carrier.carry();
        old.clear();
    }

    @Override
    public void close() {
        webhook.close();
    }
}
