package org.mingbai.directory.telling;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingbai.directory.Answer;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// What a person was told, as they find it in the pages, and how they want to be reached elsewhere.
@Component
public class Messages {

    private static final int COUNTED_MAX = 100;
    private static final int ADDRESS_MAX = 254;

    private final TellingTable table;
    private final ReachTable reaches;
    private final MailSettings mail;
    private final Clock clock;

    Messages(TellingTable table, ReachTable reaches, MailSettings mail, Clock clock) {
        this.table = table;
        this.reaches = reaches;
        this.mail = mail;
        this.clock = clock;
    }

    /// One thing somebody was told, in their language.
    public record Message(long id, String sentence, String href, boolean urgent, OffsetDateTime toldAt, boolean read) {}

    /// The newest before that one; `Long.MAX_VALUE` begins.
    public List<Message> page(SignedIn who, Locale locale, long before, int limit) {
        var words = Words.in(locale);
        return table.page(who.tenant(), who.person(), before, limit).stream().map(row -> message(row, words)).toList();
    }

    /// How many are unread; a hundred stands for that and more.
    public int unread(TenantId tenant, PersonId person) {
        return table.unread(tenant, person, COUNTED_MAX);
    }

    /// Marks it as read and answers where it leads; empty for what this person was not told.
    public Optional<String> open(SignedIn who, long id) {
        var found = table.find(who.tenant(), who.person(), id);
        found.ifPresent(row -> table.read(who.tenant(), who.person(), id, OffsetDateTime.now(clock)));
        return found.map(TellingTable.Row::href);
    }

    /// Marks as read all up to that one, and answers how many these were.
    public int readUpTo(SignedIn who, long last) {
        return table.readUpTo(who.tenant(), who.person(), last, OffsetDateTime.now(clock));
    }

    public Reach reachOf(TenantId tenant, PersonId person) {
        return reaches.of(tenant, List.of(person)).getOrDefault(person, Reach.USUAL);
    }

    public Answer<Reach> setReach(SignedIn who, Reach reach) {
        var flaws = flawsOf(reach);
        if (flaws.isEmpty()) {
            reaches.put(who.tenant(), who.person(), reach);
            return Answer.done(reach);
        }
        return Answer.refused(flaws);
    }

    /// Whether there is a server for letters at all.
    public boolean hasServer() {
        return mail.sends();
    }

    private static List<Refusal> flawsOf(Reach reach) {
        if (reach.address().isEmpty()) {
            return reach.rhythm() == Rhythm.PAGES_ONLY ? List.of() : List.of(new Refusal.Missing("address"));
        }
        if (reach.address().length() > ADDRESS_MAX) {
            return List.of(new Refusal.TooLong("address", ADDRESS_MAX, reach.address().length()));
        }
        try {
            var read = new InternetAddress(reach.address(), true);
            return read.getPersonal() == null && read.getAddress().equals(reach.address()) && read.getAddress().indexOf('@') > 0
                    ? List.of()
                    : List.of(new Refusal.BadMailAddress());
        } catch (AddressException e) {
            return List.of(new Refusal.BadMailAddress());
        }
    }

    private static Message message(TellingTable.Row row, Words words) {
        return new Message(row.id(), Telling.said(words, row.words(), row.args()), row.href(), row.urgent(), row.toldAt(), row.readAt() != null);
    }
}
