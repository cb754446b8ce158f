package org.mingbai.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.mingbai.TestProduct;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Directory;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.seal.SealCheck;
import org.mingbai.ledger.store.Replay;
import org.mingbai.story.HealthOffice;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The ledger as a guest of the product reads it: what of all that was acknowledged is there, and whether journal, tables and seal agree.
public final class Book implements AutoCloseable {

    private static final long SEALED_SECONDS_MAX = 90;
    private static final long LOOK_NANOS = 50_000_000;
    private static final int BATCH = 1_000;

    private final ConfigurableApplicationContext guest;
    private final HealthOffice.Staff staff;
    private final SignedIn who;

    private Book(ConfigurableApplicationContext guest, HealthOffice.Staff staff) {
        this.guest = guest;
        this.staff = staff;
        this.who = guest.getBean(Directory.class).actingAs(staff.tenant(),
                guest.getBean(Accounts.class).withLogin(staff.tenant(), staff.coordinator()).orElseThrow().person()).orElseThrow();
    }

    public static Book opened(List<String> settings, HealthOffice.Staff staff) {
        return new Book(TestProduct.guest(settings), staff);
    }

    public long matters() {
        return guest.getBean(Matters.class).counts(who, "rectification").stream().mapToLong(Matters.Count::number).sum();
    }

    /// How often the matter's journal says what somebody was told it says.
    public long timesFound(Crowd.Told told) {
        return guest.getBean(Ledger.class).journalOf(who, new MatterId(told.matter())).stream()
                .filter(line -> saysIn(line.entry()).equals(told.words())).count();
    }

    private static String saysIn(Entry entry) {
        return switch (entry) {
            case Entry.Raised raised -> raised.subject().title();
            case Entry.Listed listed -> String.valueOf(listed.remark());
            case Entry.Noted noted -> noted.text();
            default -> "";
        };
    }

    /// Entries an act of that key has made.
    long entriesOf(UUID key) {
        return guest.getBean(JdbcTemplate.class).queryForObject("select count(*) from ledger.entry where tenant = ? and key = ?", Long.class,
                staff.tenant().value(), key);
    }

    /// What `check` finds: journals against tables, and every entry against the seal.
    public List<String> differences() {
        var found = new ArrayList<String>();
        guest.getBean(Replay.class).check(staff.tenant()).differences().forEach(it -> found.add(it.toString()));
        guest.getBean(SealCheck.class).check(staff.tenant(), List.of()).findings().forEach(it -> found.add(it.toString()));
        return found;
    }

    /// Whether all that waits is sealed by the product within a time.
    boolean isSealedSoon() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SEALED_SECONDS_MAX);
        while (waiting() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    private long waiting() {
        return guest.getBean(JdbcTemplate.class).queryForObject("select count(*) from ledger.unsealed where tenant = ?", Long.class,
                staff.tenant().value());
    }

    /// Those whose key stands not once in the journal, or at another matter, or with other words.
    Collection<Crowd.Told> notThereOnce(Collection<Crowd.Told> told) {
        var missing = new ArrayList<Crowd.Told>();
        var all = List.copyOf(told);
        for (int from = 0; from < all.size(); from += BATCH) {
            var some = all.subList(from, Math.min(all.size(), from + BATCH));
            var written = written(some);
            some.stream().filter(one -> written.getOrDefault(one.form().key(), List.of()).stream()
                    .filter(entry -> entry.matter() == one.matter() && entry.body().contains(one.words())).count() != 1).forEach(missing::add);
        }
        return missing;
    }

    private record Written(UUID key, long matter, String body) {}

    private Map<UUID, List<Written>> written(List<Crowd.Told> some) {
        return guest.getBean(JdbcClient.class).sql("select key, matter, body::text from ledger.entry where tenant = :tenant and key = any(:keys)")
                .param("tenant", staff.tenant().value()).param("keys", some.stream().map(one -> one.form().key()).toArray(UUID[]::new))
                .query((row, _) -> new Written(row.getObject(1, UUID.class), row.getLong(2), row.getString(3))).list().stream()
                .collect(Collectors.groupingBy(Written::key));
    }

    <T> T bean(Class<T> type) {
        return guest.getBean(type);
    }

    @Override
    public void close() {
        guest.close();
    }
}
