package org.mingbai.directory.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// What a person was told, as they find it in the pages.
@Component
public class Messages {

    private static final int COUNTED_MAX = 100;

    private final TellingTable table;
    private final Clock clock;

    Messages(TellingTable table, Clock clock) {
        this.table = table;
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

    private static Message message(TellingTable.Row row, Words words) {
        return new Message(row.id(), Telling.said(words, row.words(), row.args()), row.href(), row.urgent(), row.toldAt(), row.readAt() != null);
    }
}
