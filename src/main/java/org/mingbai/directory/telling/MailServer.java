package org.mingbai.directory.telling;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The server of the settings: takes one letter, within a bounded time.
final class MailServer {

    private static final String TIMEOUT_MILLIS = "20000";

    private final MailSettings mail;
    private final Clock clock;

    MailServer(MailSettings mail, Clock clock) {
        this.mail = mail;
        this.clock = clock;
    }

    /// @param mark the same at every try, so that whoever gets a letter twice can know it
    /// @throws jakarta.mail.internet.AddressException where no server could ever deliver it
    void send(String to, String subject, String body, String mark) throws MessagingException {
        var message = message(to, subject, body, mark);
        try (var transport = session().getTransport(mail.encryption() == MailSettings.Encryption.TLS ? "smtps" : "smtp")) {
            transport.connect(mail.host(), mail.port(), empty(mail.user()), empty(mail.password()));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    /// The innermost reason.
    static String said(MessagingException e) {
        Exception last = e;
        while (last instanceof MessagingException more && more.getNextException() != null) {
            last = more.getNextException();
        }
        return Objects.requireNonNullElse(last.getMessage(), last.getClass().getSimpleName());
    }

    private MimeMessage message(String to, String subject, String body, String mark) throws MessagingException {
        var from = new InternetAddress(mail.from(), true);
        var message = new Marked(session(), "<" + mark + "@" + domainOf(from) + ">");
        message.setFrom(encoded(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(subject.replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(body, StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
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

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
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
