package org.mingbai.supervision.telling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Directory;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.Messages;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// A person's deadlines for the calendar on their phone: under an address that only they know, which they can change and take back.
@Component
public class Feeds {

    private static final int SECRET_BYTES = 32;
    private static final int MATTERS_MAX = 500;
    private static final Pattern TOKEN = Pattern.compile("([1-9][0-9]{0,8})-([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FeedTable table;
    private final Directory directory;
    private final Accounts accounts;
    private final Matters matters;
    private final Messages messages;
    private final TellingSettings settings;
    private final Clock clock;

    Feeds(FeedTable table, Directory directory, Accounts accounts, Matters matters, Messages messages, TellingSettings settings, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.accounts = accounts;
        this.matters = matters;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /// Makes an address, in the place of an earlier one, and answers its last part. It is told this once.
    public String renew(SignedIn who) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        var token = who.tenant().value() + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        table.put(who.tenant(), who.person(), hash(token), OffsetDateTime.now(clock));
        return token;
    }

    /// Nobody reads it any more. False when there was none.
    public boolean end(SignedIn who) {
        return table.remove(who.tenant(), who.person());
    }

    /// Since when there has been an address.
    public Optional<OffsetDateTime> madeAt(SignedIn who) {
        return table.madeAt(who.tenant(), who.person());
    }

    /// The calendar under that address: what waits for the posts its owner fills today and has a date. Empty when there is none such, or when
    /// its owner may not sign in any more.
    public Optional<String> read(String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var tenant = new TenantId(Integer.parseInt(parts.group(1)));
        return table.whose(tenant, hash(token))
                .filter(person -> accounts.of(tenant, person).filter(account -> !account.closed()).isPresent())
                .flatMap(person -> directory.actingAs(tenant, person))
                .map(this::calendarOf);
    }

    private String calendarOf(SignedIn who) {
        var words = Words.in(Locale.of(messages.reachOf(who.tenant(), who.person()).language()));
        var events = matters.tray(who, MATTERS_MAX).stream().filter(matter -> matter.dueNow() != null).map(matter -> event(who, matter, words)).toList();
        return ICalendar.of(words.of("supervision.tell.feed.name"), events);
    }

    private ICalendar.Event event(SignedIn who, Matter matter, Words words) {
        var link = settings.linkTo("/matters/" + matter.id().value());
        return new ICalendar.Event("matter-" + who.tenant().value() + "-" + matter.id().value() + "@" + settings.address().getHost(),
                Objects.requireNonNull(matter.dueNow()), matter.seq(), matter.changedAt().toInstant(),
                words.of("supervision.tell.feed.due", Telling.cut(matter.subject().title())),
                MatterNumber.of(matter).printed() + "\n" + link, link);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
