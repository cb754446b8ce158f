package org.mingbai.directory.telling;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Words;

/// Letters to people, over SMTP.
final class Smtp implements Sender {

    private static final String TIMEOUT_MILLIS = "20000";

    private final ReachTable reaches;
    private final AddressCodeTable codes;
    private final Directory directory;
    private final Accounts accounts;
    private final MailSettings mail;
    private final MailServer server;
    private final TellingSettings settings;
    private final Clock clock;

    Smtp(ReachTable reaches, AddressCodeTable codes, Directory directory, Accounts accounts, MailSettings mail, TellingSettings settings, Clock clock) {
        this.reaches = reaches;
        this.codes = codes;
        this.directory = directory;
        this.accounts = accounts;
        this.mail = mail;
        this.server = new MailServer(mail, clock);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Carried send(Letter letter) {
        var person = letter.person().orElseThrow();
        var reach = reaches.of(letter.tenant(), List.of(person)).getOrDefault(person, Reach.USUAL);
        if (!mail.sends()) {
            return Carried.failed("directory.tell.undelivered.no-server");
        }
        var unwanted = letter.confirms().map(address -> unasked(reach, address)).orElseGet(() -> unwanted(reach));
        if (unwanted.isPresent()) {
            return unwanted.get();
        }
        if (!isStillHere(letter.tenant(), person)) {
            return Carried.hopeless("directory.tell.undelivered.gone");
        }
        try {
            var text = text(letter, person, reach);
            server.send(reach.address(), text.subject(), text.body(), letter.mark());
            return new Carried.Over();
        } catch (AddressException e) {
            return Carried.hopeless("directory.tell.undelivered.address");
        } catch (MessagingException e) {
            return Carried.failed(MailServer.said(e));
        }
    }

    /// Waits a while for an address to be confirmed that was changed when the letter was written already.
    private static Optional<Carried> unwanted(Reach reach) {
        if (reach.address().isEmpty() || reach.rhythm() == Rhythm.PAGES_ONLY) {
            return Optional.of(Carried.hopeless("directory.tell.undelivered.not-wanted"));
        }
        return reach.confirmed() ? Optional.empty() : Optional.of(Carried.failed("directory.tell.undelivered.unconfirmed"));
    }

    private static Optional<Carried> unasked(Reach reach, String address) {
        return reach.address().equals(address) && !reach.confirmed()
                ? Optional.empty()
                : Optional.of(Carried.hopeless("directory.tell.undelivered.unasked"));
    }

    /// Who holds no post any more, or may not sign in, is told nothing: the way in the letter would lead nowhere.
    private boolean isStillHere(TenantId tenant, PersonId person) {
        return accounts.of(tenant, person).filter(account -> !account.closed()).isPresent()
                && directory.actingAs(tenant, person).map(SignedIn::seats).filter(seats -> !seats.isEmpty()).isPresent();
    }

    /// The code is made only now: what is kept is never enough to make the link. A second sending has another, and both work.
    private LetterText text(Letter letter, PersonId person, Reach reach) {
        var words = Words.in(Locale.of(reach.language()));
        if (letter.confirms().isEmpty()) {
            return LetterText.to(directory.personName(letter.tenant(), person), letter.tellings(), words, settings);
        }
        var code = LinkSecret.fresh(letter.tenant());
        codes.insert(code, new AddressCodeTable.Meant(person, letter.confirms().get()), OffsetDateTime.now(clock));
        return LetterText.confirming(settings.linkTo("/address/" + code.text()), words);
    }
}
