package org.mingbai.directory.telling;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Letters to people who are no users here. Whoever writes one has made sure that it may be read at that address.
@Component
public class OutsideMail {

    private final MailSettings settings;
    private final MailServer server;

    OutsideMail(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.server = new MailServer(settings, clock);
    }

    /// Whether there is a server.
    public boolean isOpen() {
        return settings.sends();
    }

    /// Hands one letter over. Takes a bounded time; never throws for what the other side does.
    /// @param mark the same at every try
    /// @return the kind of fault, never what the server said, as servers repeat the address; empty where it was taken
    public Optional<String> hand(String address, String subject, String body, String mark) {
        try {
            server.send(address, subject, body, mark);
            return Optional.empty();
        } catch (AddressException e) {
            return Optional.of("address");
        } catch (MessagingException e) {
            return Optional.of("SMTP");
        }
    }
}
