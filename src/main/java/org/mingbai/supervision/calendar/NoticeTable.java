package org.mingbai.supervision.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.supervision.Calendars.Stored;
import org.mingbai.supervision.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `supervision.notice` and its days.
@Component
public class NoticeTable {

    private record Key(String region, int year) {}

    private final JdbcClient db;

    NoticeTable(JdbcClient db) {
        this.db = db;
    }

    public List<Stored> of(TenantId tenant) {
        var days = new LinkedHashMap<Key, List<Notice.ListedDay>>();
        db.sql("select region, year, day, name, free from supervision.listed_day where tenant = :tenant order by day")
                .param("tenant", tenant.value())
                .query(row -> {
                    days.computeIfAbsent(new Key(row.getString(1), row.getInt(2)), _ -> new ArrayList<>())
                            .add(new Notice.ListedDay(row.getObject(3, LocalDate.class), row.getString(4), row.getBoolean(5)));
                });
        return db.sql("select region, year, papers, taken_at, taken_by from supervision.notice where tenant = :tenant order by region, year")
                .param("tenant", tenant.value())
                .query((row, _) -> stored(row, days.getOrDefault(new Key(row.getString(1), row.getInt(2)), List.of())))
                .list();
    }

    private static Stored stored(ResultSet row, List<Notice.ListedDay> days) throws SQLException {
        long by = row.getLong(5);
        boolean shipped = row.wasNull();
        return new Stored(row.getString(1), new Notice(row.getInt(2), List.of((String[]) row.getArray(3).getArray()), days),
                row.getObject(4, OffsetDateTime.class), shipped ? Optional.empty() : Optional.of(new PersonId(by)));
    }

    /// In the place of an earlier one of the same region and year.
    public void put(TenantId tenant, Stored stored) {
        // One at a time, or the days of one would be left under the notice of another.
        db.sql("select id from directory.tenant where id = :tenant for no key update").param("tenant", tenant.value()).query(Integer.class).single();
        for (var table : List.of("listed_day", "notice")) {
            db.sql("delete from supervision." + table + " where tenant = :tenant and region = :region and year = :year")
                    .param("tenant", tenant.value())
                    .param("region", stored.region())
                    .param("year", stored.notice().year())
                    .update();
        }
        putIfAbsent(tenant, stored);
    }

    public void putIfAbsent(TenantId tenant, Stored stored) {
        var notice = stored.notice();
        db.sql("""
                with told as (
                    insert into supervision.notice (tenant, region, year, papers, taken_at, taken_by, recounted_at)
                    values (:tenant, :region, :year, :papers, :takenAt, :takenBy, :recountedAt) on conflict do nothing
                    returning tenant, region, year)
                insert into supervision.listed_day (tenant, region, year, day, name, free)
                select tenant, region, year, day, name, free
                from told, unnest(:days::date[], :names::text[], :free::boolean[]) listed(day, name, free)
                """)
                .param("tenant", tenant.value())
                .param("region", stored.region())
                .param("year", notice.year())
                .param("papers", notice.papers().toArray(String[]::new))
                .param("takenAt", stored.takenAt())
                .param("recountedAt", stored.takenBy().isEmpty() ? stored.takenAt() : null)
                .param("takenBy", stored.takenBy().map(PersonId::value).orElse(null))
                .param("days", notice.days().stream().map(day -> day.date().toString()).toArray(String[]::new))
                .param("names", notice.days().stream().map(Notice.ListedDay::name).toArray(String[]::new))
                .param("free", notice.days().stream().map(day -> Boolean.toString(day.free())).toArray(String[]::new))
                .update();
    }

    public void markReplacing(TenantId tenant, String region, int year) {
        db.sql("update supervision.notice set replacing = true where tenant = :tenant and region = :region and year = :year")
                .param("tenant", tenant.value()).param("region", region).param("year", year).update();
    }

    /// A notice whose clocks have not been counted anew.
    /// @param replacing whether it took the place of an earlier one, so that what was told by that one counts as told
    public record Uncounted(TenantId tenant, String region, int year, List<String> papers, PersonId takenBy, boolean replacing, OffsetDateTime takenAt) {}

    public List<Uncounted> uncounted() {
        return db.sql("select tenant, region, year, papers, taken_by, replacing, taken_at from supervision.notice"
                        + " where recounted_at is null and taken_by is not null"
                        + " order by tenant, region, year")
                .query((row, _) -> new Uncounted(new TenantId(row.getInt(1)), row.getString(2), row.getInt(3),
                        List.of((String[]) row.getArray(4).getArray()), new PersonId(row.getLong(5)),
                        row.getBoolean(6), row.getObject(7, OffsetDateTime.class)))
                .list();
    }

    /// One that took its place meanwhile stays to be counted.
    public void recounted(Uncounted notice, OffsetDateTime at) {
        db.sql("update supervision.notice set recounted_at = :at where tenant = :tenant and region = :region and year = :year"
                        + " and taken_at = :takenAt")
                .param("at", at).param("takenAt", notice.takenAt()).param("tenant", notice.tenant().value()).param("region", notice.region())
                .param("year", notice.year())
                .update();
    }

    /// The region a tenant is in; empty for the whole country.
    public String home(TenantId tenant) {
        return db.sql("select region from supervision.home where tenant = :tenant").param("tenant", tenant.value()).query(String.class).optional().orElse("");
    }

    public void setHome(TenantId tenant, String region, String was, PersonId by, OffsetDateTime at) {
        db.sql("""
                insert into supervision.home (tenant, region, was, set_at, set_by) values (:tenant, :region, :was, :at, :by)
                on conflict (tenant) do update set region = excluded.region, was = excluded.was, set_at = excluded.set_at, set_by = excluded.set_by,
                    recounted_at = null
                """).param("tenant", tenant.value()).param("region", region).param("was", was).param("at", at).param("by", by.value()).update();
    }

    /// A tenant that has moved to the days of another region, and whose clocks have not been counted anew.
    public record Moved(TenantId tenant, String region, String was, PersonId by, OffsetDateTime at) {}

    public List<Moved> moved() {
        return db.sql("select tenant, region, was, set_by, set_at from supervision.home where recounted_at is null order by tenant")
                .query((row, _) -> new Moved(new TenantId(row.getInt(1)), row.getString(2), row.getString(3), new PersonId(row.getLong(4)),
                        row.getObject(5, OffsetDateTime.class)))
                .list();
    }

    public void recounted(Moved moved, OffsetDateTime at) {
        db.sql("update supervision.home set recounted_at = :at where tenant = :tenant and set_at = :setAt")
                .param("at", at).param("tenant", moved.tenant().value()).param("setAt", moved.at()).update();
    }
}
