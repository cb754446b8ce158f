package org.mingbai.supervision.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.database.Copy;
import org.mingbai.supervision.ClockRow;
import org.mingbai.supervision.Step;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// `supervision.clock`.
@Component
public class ClockTable {

    private static final String COLUMNS = "matter, step, started_seq, unit, register, rule, version, started_at, first_end, risk_from, late_from, "
            + "provisional, paused, ended_at";

    private final JdbcTemplate db;
    private final Copy copy;

    ClockTable(JdbcTemplate db, Copy copy) {
        this.db = db;
        this.copy = copy;
    }

    public void put(TenantId tenant, ClockRow row) {
        db.update("insert into supervision.clock (tenant, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant, matter, step, started_seq, unit) do update set first_end = excluded.first_end,"
                        + " risk_from = excluded.risk_from, late_from = excluded.late_from, provisional = excluded.provisional,"
                        + " paused = excluded.paused, ended_at = excluded.ended_at",
                values(tenant, row));
    }

    public void remove(TenantId tenant, MatterId matter, ClockRow.Place place) {
        db.update("delete from supervision.clock where tenant = ? and matter = ? and step = ? and started_seq = ? and unit = ?",
                tenant.value(), matter.value(), place.step().name(), place.startedSeq(), place.unit().value());
    }

    /// Many that begin at once, within the caller's transaction.
    public void begin(TenantId tenant, Collection<ClockRow> rows) {
        var lines = new Copy.Rows();
        rows.forEach(row -> lines.row(values(tenant, row)));
        copy.into("supervision.clock (tenant, " + COLUMNS + ")", lines);
    }

    private static @Nullable Object[] values(TenantId tenant, ClockRow row) {
        return new @Nullable Object[] {tenant.value(), row.matter().value(), row.step().name(), row.startedSeq(), row.unit().value(), row.register(),
                row.rule(), row.version(), at(row.startedAt()), at(row.firstEnd()), at(row.riskFrom()), at(row.lateFrom()), row.provisional(),
                row.paused(), row.endedAt() == null ? null : at(row.endedAt())};
    }

    public List<ClockRow> of(TenantId tenant, MatterId matter) {
        return db.query("select " + COLUMNS + " from supervision.clock where tenant = ? and matter = ? order by started_at, step, unit",
                (row, _) -> row(row), tenant.value(), matter.value());
    }

    /// Those that run and are late by then, the longest first.
    public List<ClockRow> endingBefore(TenantId tenant, Instant from, Instant before, int limit) {
        return db.query("select " + COLUMNS + " from supervision.clock where tenant = ? and ended_at is null and not paused"
                        + " and late_from >= ? and late_from < ? order by late_from, matter limit ?",
                (row, _) -> row(row), tenant.value(), at(from), at(before), limit);
    }

    /// The same for these units alone.
    public List<ClockRow> endingBefore(TenantId tenant, Collection<OrganisationId> units, Instant from, Instant before, int limit) {
        return db.query("select " + COLUMNS + " from supervision.clock where tenant = ? and ended_at is null and not paused"
                        + " and unit = any(?::bigint[]) and late_from >= ? and late_from < ? order by late_from, matter limit ?",
                (row, _) -> row(row), tenant.value(), units.stream().map(unit -> Long.toString(unit.value())).collect(Collectors.joining(",", "{", "}")),
                at(from), at(before), limit);
    }

    /// The matters whose clocks might be moved by a notice of holidays: those that run and end on or after that day.
    public List<MatterId> runningBeyond(TenantId tenant, Instant from, long after, int limit) {
        return db.query("select distinct matter from supervision.clock where tenant = ? and ended_at is null and matter > ?"
                        + " and (provisional or late_from >= ?) order by matter limit ?",
                (row, _) -> new MatterId(row.getLong(1)), tenant.value(), after, at(from), limit);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ClockRow row(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ClockRow(new MatterId(row.getLong("matter")), Step.valueOf(row.getString("step")), row.getInt("started_seq"),
                new OrganisationId(row.getLong("unit")), row.getString("register"), row.getString("rule"), (Integer) row.getObject("version"),
                instant(row, "started_at"), instant(row, "first_end"), instant(row, "risk_from"), instant(row, "late_from"),
                row.getBoolean("provisional"), row.getBoolean("paused"), ended == null ? null : ended.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
