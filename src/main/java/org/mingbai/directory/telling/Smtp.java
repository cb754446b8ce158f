package org.mingbai.directory.telling;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
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
    private final TellingSettings settings;
    private final Clock clock;

    Smtp(ReachTable reaches, AddressCodeTable codes, Directory directory, Accounts accounts, MailSettings mail, TellingSettings settings, Clock clock) {
        this.reaches = reaches;
        this.codes = codes;
        this.directory = directory;
        this.accounts = accounts;
        this.mail = mail;
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
            var message = message(letter, person, reach);
            try (var transport = session().getTransport(mail.encryption() == MailSettings.Encryption.TLS ? "smtps" : "smtp")) {
                transport.connect(mail.host(), mail.port(), empty(mail.user()), empty(mail.password()));
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Carried.Over();
        } catch (AddressException e) {
            return Carried.hopeless("directory.tell.undelivered.address");
        } catch (MessagingException e) {
            return Carried.failed(said(e));
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

    private MimeMessage message(Letter letter, PersonId person, Reach reach) throws MessagingException {
        var from = new InternetAddress(mail.from(), true);
        var message = new Marked(session(), "<" + letter.mark() + "@" + domainOf(from) + ">");
        var text = text(letter, person, reach);
        message.setFrom(encoded(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(reach.address(), true));
        message.setSubject(text.subject().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
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

    private static InternetAddress encoded(InternetAddress from) throws MessagingException {
        try {
            return new InternetAddress(from.getAddress(), from.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8", e);
        }
    }

    private static String domainOf(InternetAddress from) {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    private Session session() {
        var properties = new Properties();
        for (var protocol : List.of("smtp", "smtps")) {
            var prefix = "mail." + protocol + ".";
            properties.put(prefix + "connectiontimeout", TIMEOUT_MILLIS);
            properties.put(prefix + "timeout", TIMEOUT_MILLIS);
            properties.put(prefix + "writetimeout", TIMEOUT_MILLIS);
            properties.put(prefix + "auth", String.valueOf(!mail.user().isEmpty()));
            properties.put(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "starttls.enable", String.valueOf(mail.encryption() == MailSettings.Encryption.STARTTLS));
            properties.put(prefix + "starttls.required", String.valueOf(mail.encryption() == MailSettings.Encryption.STARTTLS));
        }
        return Session.getInstance(properties);
    }

    private static @org.jspecify.annotations.Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String said(MessagingException e) {
        Exception last = e;
        while (last instanceof MessagingException more && more.getNextException() != null) {
            last = more.getNextException();
        }
        return Objects.requireNonNullElse(last.getMessage(), last.getClass().getSimpleName());
    }

    /// Keeps its mark: the library would give every sending another one.
    private static final class Marked extends MimeMessage {

        private final String mark;

        Marked(Session session, String mark) {
            super(session);
            this.mark = mark;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", mark);
        }
    }
}
