package org.mingbai.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.supervision.calendar.HolidaysByLaw;
import org.mingbai.supervision.calendar.NoticeTable;
import org.mingbai.supervision.calendar.ShippedNotices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The calendars tenants count by: the notices that came with the product, and those they have taken since.
@Component
public class Calendars {

    /// The whole country.
    public static final String EVERYWHERE = "";

    /// How long another node may go on with the old days after a notice was taken here.
    private static final Duration STALE_MAX = Duration.ofSeconds(2);

    /// @param calendars by the regions that have notices of their own, as they were asked for
    private record Known(List<Stored> stored, String home, Map<String, WorkingCalendar> calendars, long readAtNanos) {

        /// A region without a notice of its own counts as the one around it.
        WorkingCalendar of(String region) {
            var own = stored.stream().map(Stored::region).filter(region::startsWith).max(Comparator.comparing(String::length)).orElse(EVERYWHERE);
            return calendars.computeIfAbsent(own, place -> calendar(place, stored));
        }
    }

    private final NoticeTable table;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    Calendars(NoticeTable table, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The notices the product ships alone, or with these in the place of the shipped ones for their years: for whoever has no account. One that is
    /// not out takes no other's place.
    public static WorkingCalendar shipped(Notice... others) {
        var out = Stream.of(others).filter(Notice::isOut).toList();
        var replaced = out.stream().map(Notice::year).collect(Collectors.toSet());
        var notices = new ArrayList<>(ShippedNotices.all());
        notices.removeIf(notice -> replaced.contains(notice.year()));
        notices.addAll(out);
        notices.sort(Comparator.comparing(Notice::year));
        return new WorkingCalendar(notices, List.of(), new HolidaysByLaw());
    }

    /// The days of a region: the country's, overruled by the province's, overruled by the place's own.
    /// @param region the beginning of a division code, of an even number of digits
    public WorkingCalendar of(TenantId tenant, String region) {
        return known(tenant).of(region);
    }

    /// The days all clocks of this tenant are counted by: those of the region it is in.
    public WorkingCalendar home(TenantId tenant) {
        var all = known(tenant);
        return all.of(all.home);
    }

    /// The region a tenant is in; the whole country where none was named.
    public String homeRegion(TenantId tenant) {
        return known(tenant).home;
    }

    /// Counts all clocks by the days of that region from now on; those that run are counted anew, and what moves is told in their journals.
    /// @param region the beginning of a division code, of an even number of digits; empty for the whole country
    public void setHome(Keeper by, String region) {
        var was = table.home(by.tenant());
        if (was.equals(region)) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            table.setHome(by.tenant(), region, was, by.person().orElseThrow(), OffsetDateTime.now(clock));
            audit.calendarChanged(by, "region", Map.of("region", was), Map.of("region", region));
        });
        known.remove(by.tenant());
    }

    private Known known(TenantId tenant) {
        var cached = known.get(tenant);
        if (cached != null && System.nanoTime() - cached.readAtNanos < STALE_MAX.toNanos()) {
            return cached;
        }
        var fresh = new Known(stored(tenant), table.home(tenant), new ConcurrentHashMap<>(), System.nanoTime());
        known.put(tenant, fresh);
        return fresh;
    }

    /// Reads the notices again at the next question: another node may just have taken one.
    void forget(TenantId tenant) {
        known.remove(tenant);
    }

    /// The days as they were before a notice came that took no other's place.
    WorkingCalendar without(TenantId tenant, String region, int year) {
        var taken = new ArrayList<>(stored(tenant));
        taken.removeIf(stored -> stored.region().equals(region) && stored.notice().year() == year);
        return calendar(table.home(tenant), taken);
    }

    /// The tenant's own rows; the shipped notices become its rows when it first counts, so that a later version of the product moves none
    /// of its days unasked.
    private List<Stored> stored(TenantId tenant) {
        var stored = table.of(tenant);
        if (!stored.isEmpty()) {
            return stored;
        }
        transaction.executeWithoutResult(_ -> ShippedNotices.all().forEach(notice ->
                table.putIfAbsent(tenant, new Stored(EVERYWHERE, notice, OffsetDateTime.now(clock), Optional.empty()))));
        return table.of(tenant);
    }

    private static WorkingCalendar calendar(String region, Collection<Stored> taken) {
        var byPlace = taken.stream().filter(stored -> region.startsWith(stored.region()))
                .sorted(Comparator.comparing((Stored stored) -> stored.region().length()).thenComparing(stored -> stored.notice().year()))
                .collect(Collectors.partitioningBy(stored -> stored.region().equals(EVERYWHERE), Collectors.mapping(Stored::notice, Collectors.toList())));
        return new WorkingCalendar(byPlace.get(true), byPlace.get(false), new HolidaysByLaw());
    }

    /// A notice as the tenant counts by it.
    /// @param takenBy empty for one that came with the product
    public record Stored(String region, Notice notice, OffsetDateTime takenAt, Optional<PersonId> takenBy) {}

    /// All the notices a tenant counts by, by region and year.
    public List<Stored> notices(TenantId tenant) {
        return List.copyOf(stored(tenant));
    }

    /// The notice of that region and year as it is counted by now.
    public Optional<Notice> notice(TenantId tenant, String region, int year) {
        return stored(tenant).stream().filter(stored -> stored.region().equals(region) && stored.notice().year() == year)
                .map(Stored::notice).findFirst();
    }

    /// One day that a notice would make other than it is.
    public record Change(CalendarDay before, CalendarDay after) {}

    /// What a notice would change, day by day; that a day becomes known is no change of it.
    public List<Change> changes(TenantId tenant, String region, Notice notice) {
        var taken = new ArrayList<>(stored(tenant));
        var before = calendar(region, taken);
        taken.removeIf(stored -> stored.region().equals(region) && stored.notice().year() == notice.year());
        taken.add(new Stored(region, notice, OffsetDateTime.now(clock), Optional.empty()));
        var after = calendar(region, taken);
        var days = new TreeSet<LocalDate>();
        LocalDate.of(notice.year(), 1, 1).datesUntil(LocalDate.of(notice.year() + 1, 1, 1)).forEach(days::add);
        notice.days().forEach(day -> days.add(day.date()));
        return days.stream().map(date -> new Change(before.day(date), after.day(date)))
                .filter(change -> change.before.worked() != change.after.worked())
                .toList();
    }

    /// Counts by this notice from now on, in the place of an earlier one for the same year. False for one that lists no day: it would make
    /// every weekday of its year a working day.
    public boolean take(Keeper by, String region, Notice notice) {
        if (!notice.isOut()) {
            return false;
        }
        var earlier = notice(by.tenant(), region, notice.year());
        transaction.executeWithoutResult(_ -> {
            table.put(by.tenant(), new Stored(region, notice, OffsetDateTime.now(clock), by.person()));
            if (earlier.filter(Notice::isOut).isPresent()) {
                table.markReplacing(by.tenant(), region, notice.year());
            }
            audit.calendarChanged(by, region.isEmpty() ? Integer.toString(notice.year()) : notice.year() + " · " + region,
                    earlier.map(Calendars::told).orElse(Map.of()), told(notice));
        });
        known.remove(by.tenant());
        return true;
    }

    private static Map<String, String> told(Notice notice) {
        return Map.of("papers", String.join(" ", notice.papers()),
                "free", Long.toString(notice.days().stream().filter(Notice.ListedDay::free).count()),
                "shifted", Long.toString(notice.days().stream().filter(day -> !day.free()).count()));
    }
}
