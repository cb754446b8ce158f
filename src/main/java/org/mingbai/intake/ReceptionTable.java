package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.reception_day` and `intake.reception_booking`.
@Component
class ReceptionTable {

    private final JdbcClient db;

    ReceptionTable(JdbcClient db) {
        this.db = db;
    }

    /// Until the transaction ends nobody else writes a day of this tenant, or books one.
    void alone(TenantId tenant) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('intake.reception', :tenant))").param("tenant", tenant.value())
                .query((_, _) -> true).single();
    }

    long nextNo() {
        return db.sql("select nextval('intake.reception_no')").query(Long.class).single();
    }

    void insert(TenantId tenant, ReceptionDay day, UUID key, PersonId by, OffsetDateTime now) {
        db.sql("""
                insert into intake.reception_day (tenant, no, key, unit, day, starts, ends, slot_minutes, per_slot, place, receiver, subject, book_until,
                    written_by, written_at)
                values (:tenant, :no, :key, :unit, :day, :starts, :ends, :minutes, :perSlot, :place, :receiver, :subject, :until, :by, :now)
                """)
                .param("tenant", tenant.value()).param("no", day.no()).param("key", key).param("unit", day.unit().value()).param("day", day.day())
                .param("starts", day.starts()).param("ends", day.ends()).param("minutes", day.slotMinutes()).param("perSlot", day.perSlot())
                .param("place", day.place()).param("receiver", day.receiver()).param("subject", day.subject()).param("until", day.bookUntil())
                .param("by", by.value()).param("now", now).update();
    }

    Optional<ReceptionDay> under(TenantId tenant, UUID key) {
        return db.sql("select * from intake.reception_day where tenant = :tenant and key = :key").param("tenant", tenant.value()).param("key", key)
                .query(ReceptionTable::day).optional();
    }

    Optional<ReceptionDay> find(TenantId tenant, long no) {
        return db.sql("select * from intake.reception_day where tenant = :tenant and no = :no").param("tenant", tenant.value()).param("no", no)
                .query(ReceptionTable::day).optional();
    }

    /// From that day on, the earliest first.
    List<ReceptionDay> from(TenantId tenant, LocalDate from, int limit) {
        return db.sql("select * from intake.reception_day where tenant = :tenant and day >= :from order by day, starts, no limit :limit")
                .param("tenant", tenant.value()).param("from", from).param("limit", limit).query(ReceptionTable::day).list();
    }

    /// Before that day, the latest first.
    List<ReceptionDay> before(TenantId tenant, LocalDate before, int limit) {
        return db.sql("select * from intake.reception_day where tenant = :tenant and day < :before order by day desc, starts desc, no desc limit :limit")
                .param("tenant", tenant.value()).param("before", before).param("limit", limit).query(ReceptionTable::day).list();
    }

    boolean callOff(TenantId tenant, long no, String why, PersonId by, OffsetDateTime now) {
        return 1 == db.sql("""
                update intake.reception_day set called_off_at = :now, called_off_by = :by, called_off_why = :why
                where tenant = :tenant and no = :no and called_off_at is null
                """).param("tenant", tenant.value()).param("no", no).param("why", why).param("by", by.value()).param("now", now).update();
    }

    /// How many are booked for each slot of those days.
    Map<Long, Map<LocalTime, Integer>> taken(TenantId tenant, Collection<Long> days) {
        var taken = new HashMap<Long, Map<LocalTime, Integer>>();
        db.sql("""
                select day, slot, count(*) from intake.reception_booking where tenant = :tenant and day = any(:days) and cancelled_at is null
                group by day, slot
                """).param("tenant", tenant.value()).param("days", days.toArray(Long[]::new)).query(row -> {
                    taken.computeIfAbsent(row.getLong(1), _ -> new HashMap<>()).put(row.getObject(2, LocalTime.class), row.getInt(3));
                });
        return taken;
    }

    /// In the first seat that is free.
    void insert(TenantId tenant, ReceptionBooking booking, PersonId by) {
        db.sql("""
                insert into intake.reception_booking (tenant, no, day, slot, seat, matter, voice, booked_by, booked_at)
                select :tenant, :no, :day, :slot, min(free.seat), :matter, :voice, :by, :at from generate_series(1, 20) as free (seat)
                where not exists (select from intake.reception_booking taken where taken.tenant = :tenant and taken.day = :day
                    and taken.slot = :slot and taken.seat = free.seat and taken.cancelled_at is null)
                """)
                .param("tenant", tenant.value()).param("no", booking.no()).param("day", booking.day()).param("slot", booking.slot())
                .param("matter", booking.matter().value()).param("voice", booking.voice()).param("by", by.value()).param("at", booking.bookedAt()).update();
    }

    List<ReceptionBooking> bookings(TenantId tenant, long day) {
        return db.sql("select * from intake.reception_booking where tenant = :tenant and day = :day and cancelled_at is null order by slot, seat")
                .param("tenant", tenant.value()).param("day", day).query(ReceptionTable::booking).list();
    }

    /// What was booked for a voice, the newest first.
    List<ReceptionBooking> of(TenantId tenant, MatterId matter, int voice, int limit) {
        return db.sql("select * from intake.reception_booking where tenant = :tenant and matter = :matter and voice = :voice order by no desc limit :limit")
                .param("tenant", tenant.value()).param("matter", matter.value()).param("voice", voice).param("limit", limit)
                .query(ReceptionTable::booking).list();
    }

    /// Nobody else changes it until the transaction ends.
    Optional<ReceptionBooking> held(TenantId tenant, long no) {
        return db.sql("select * from intake.reception_booking where tenant = :tenant and no = :no for update").param("tenant", tenant.value()).param("no", no)
                .query(ReceptionTable::booking).optional();
    }

    void cancel(TenantId tenant, long no, PersonId by, OffsetDateTime now) {
        db.sql("""
                update intake.reception_booking set cancelled_at = :now, cancelled_by = :by
                where tenant = :tenant and no = :no and cancelled_at is null and recorded_at is null
                """).param("tenant", tenant.value()).param("no", no).param("by", by.value()).param("now", now).update();
    }

    void record(TenantId tenant, long no, boolean came, String words, PersonId by, OffsetDateTime now) {
        db.sql("""
                update intake.reception_booking set came = :came, words = :words, recorded_by = :by, recorded_at = :now
                where tenant = :tenant and no = :no and cancelled_at is null and recorded_at is null
                """).param("tenant", tenant.value()).param("no", no).param("came", came).param("words", words).param("by", by.value()).param("now", now)
                .update();
    }

    private static ReceptionDay day(ResultSet row, int number) throws SQLException {
        return new ReceptionDay(row.getLong("no"), new OrganisationId(row.getLong("unit")), row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class), row.getInt("slot_minutes"), row.getInt("per_slot"),
                row.getString("place"), row.getString("receiver"), row.getString("subject"), row.getObject("book_until", LocalDate.class),
                row.getString("called_off_why"));
    }

    private static ReceptionBooking booking(ResultSet row, int number) throws SQLException {
        return new ReceptionBooking(row.getLong("no"), row.getLong("day"), row.getObject("slot", LocalTime.class), new MatterId(row.getLong("matter")),
                row.getInt("voice"), row.getObject("booked_at", OffsetDateTime.class), row.getObject("cancelled_at", OffsetDateTime.class),
                row.getObject("came", Boolean.class), row.getString("words"));
    }
}
