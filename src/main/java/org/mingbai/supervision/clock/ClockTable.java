package org.mingbai.supervision.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
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

    private static final String COLUMNS = "matter, step, started_seq, unit, register, leader, rule, version, started_at, first_end, risk_from, late_from, "
            + "provisional, paused, ended_at";

    private static final String CAUSE = "'clock/' || ? || '/' || c.matter || '/' || c.step || '/' || c.started_seq || '/' || c.unit || '/'"
            + " || floor(extract(epoch from c.late_from))::bigint";

    private static final String OWED = "step not in ('OBJECT', 'ASK_REVIEW', 'ASK_REEXAMINATION')";

    private final JdbcTemplate db;
    private final Copy copy;

    ClockTable(JdbcTemplate db, Copy copy) {
        this.db = db;
        this.copy = copy;
    }

    /// Brings a matter's clocks to what they are now, in one statement: a second trip to the server would cost more than the work.
    public void change(TenantId tenant, MatterId matter, Collection<ClockRow.Place> gone, Collection<ClockRow> changed) {
        if (gone.isEmpty() && changed.isEmpty()) {
            return;
        }
        var values = new ArrayList<@Nullable Object>();
        var text = new StringBuilder();
        if (!gone.isEmpty()) {
            text.append("with gone as (delete from supervision.clock where tenant = ? and matter = ? and (step, started_seq, unit) in (")
                    .append(String.join(", ", Collections.nCopies(gone.size(), "(?, ?, ?)"))).append("))");
            values.addAll(List.of(tenant.value(), matter.value()));
            gone.forEach(place -> values.addAll(List.of(place.step().name(), place.startedSeq(), place.unit().value())));
        }
        text.append(changed.isEmpty() ? " select 1" : " insert into supervision.clock (tenant, " + COLUMNS + ") values "
                + String.join(", ", Collections.nCopies(changed.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
                + " on conflict (tenant, matter, step, started_seq, unit) do update set leader = excluded.leader, first_end = excluded.first_end,"
                + " risk_from = excluded.risk_from, late_from = excluded.late_from, provisional = excluded.provisional,"
                + " paused = excluded.paused, ended_at = excluded.ended_at returning 1");
        changed.forEach(row -> values.addAll(Arrays.asList(values(tenant, row))));
        db.queryForList(text.toString(), values.toArray());
    }

    /// Many that begin at once, within the caller's transaction.
    public void begin(TenantId tenant, Collection<ClockRow> rows) {
        var lines = new Copy.Rows();
        rows.forEach(row -> lines.row(values(tenant, row)));
        copy.into("supervision.clock (tenant, " + COLUMNS + ")", lines);
    }

    private static @Nullable Object[] values(TenantId tenant, ClockRow row) {
        return new @Nullable Object[] {tenant.value(), row.matter().value(), row.step().name(), row.startedSeq(), row.unit().value(), row.register(),
                row.leader(), row.rule(), row.version(), at(row.startedAt()), at(row.firstEnd()), at(row.riskFrom()), at(row.lateFrom()), row.provisional(),
                row.paused(), row.endedAt() == null ? null : at(row.endedAt())};
    }

    public List<ClockRow> of(TenantId tenant, MatterId matter) {
        return db.query("select " + COLUMNS + " from supervision.clock where tenant = ? and matter = ? order by started_at, step, unit",
                (row, _) -> row(row), tenant.value(), matter.value());
    }

    public List<ClockRow> of(TenantId tenant, Collection<MatterId> matters) {
        return db.query("select " + COLUMNS + " from supervision.clock where tenant = ? and matter = any(?::bigint[])", (row, _) -> row(row),
                tenant.value(), matters.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",", "{", "}")));
    }

    /// What those units owe as co-handlers, the longest due first.
    public List<ClockRow> ofCoHandlers(TenantId tenant, Collection<OrganisationId> units, int limit) {
        return db.query("select " + COLUMNS + " from supervision.clock where tenant = ? and ended_at is null and not paused"
                        + " and step in ('ARRIVE', 'CO_HANDLE') and unit = any(?::bigint[]) order by late_from, matter, step, started_seq, unit limit ?",
                (row, _) -> row(row), tenant.value(), units.stream().map(unit -> Long.toString(unit.value())).collect(Collectors.joining(",", "{", "}")),
                limit);
    }

    private static String array(Collection<MatterId> matters) {
        return matters.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",", "{", "}"));
    }

    /// How many clocks of one unit, leader and register end within a time.
    /// @param late whether their end has passed
    public record Sum(OrganisationId unit, @Nullable String leader, String register, boolean late, long number) {}

    /// What runs and ends before then, in sums. A time one may use and need not is nobody's duty.
    /// @param without matters that do not count for whoever asks
    public List<Sum> sums(TenantId tenant, Instant now, Instant before, Collection<MatterId> without) {
        return db.query("select unit, leader, register, late_from <= ? as late, count(*) from supervision.clock where tenant = ? and ended_at is null"
                        + " and not paused and late_from < ? and " + OWED + " and matter <> all(?::bigint[]) group by 1, 2, 3, 4 order by 1, 2, 3, 4",
                (row, _) -> new Sum(new OrganisationId(row.getLong(1)), row.getString(2), row.getString(3), row.getBoolean(4), row.getLong(5)),
                at(now), tenant.value(), at(before), array(without));
    }

    /// Which clocks are asked for; what is empty does not restrict.
    /// @param from the first instant at which they may become late
    /// @param before the instant by which they must be late
    /// @param after where the page before ended
    public record Asked(@Nullable OrganisationId unit, @Nullable String leader, @Nullable String register, Instant from, Instant before,
            @Nullable Position after, int limit) {}

    /// Where a page ends.
    public record Position(Instant lateFrom, long matter, String step, int startedSeq, long unit) {}

    /// What runs and ends within a time, the longest due first.
    public List<ClockRow> ending(TenantId tenant, Asked asked) {
        var after = asked.after();
        return db.query("select " + COLUMNS + " from supervision.clock where tenant = ? and ended_at is null and not paused and " + OWED
                        + " and late_from >= ? and late_from < ? and (?::bigint is null or unit = ?) and (?::text is null or coalesce(leader, '') = ?)"
                        + " and (?::text is null or register = ?)"
                        + (after == null ? "" : " and (late_from, matter, step, started_seq, unit) > (?, ?, ?, ?, ?)")
                        + " order by late_from, matter, step, started_seq, unit limit ?",
                (row, _) -> row(row), arguments(tenant, asked));
    }

    private static @Nullable Object[] arguments(TenantId tenant, Asked asked) {
        var values = new ArrayList<@Nullable Object>();
        values.addAll(List.of(tenant.value(), at(asked.from()), at(asked.before())));
        Long unit = asked.unit() == null ? null : asked.unit().value();
        values.addAll(Arrays.asList(unit, unit, asked.leader(), asked.leader(), asked.register(), asked.register()));
        if (asked.after() != null) {
            values.addAll(List.of(at(asked.after().lateFrom()), asked.after().matter(), asked.after().step(), asked.after().startedSeq(),
                    asked.after().unit()));
        }
        values.add(asked.limit());
        return values.toArray();
    }

    /// What gives a rule an occasion.
    /// @param late whether the end has to have passed, or little time only has to be left
    /// @param since the instant by which that must have been so
    public record Occasions(String rule, @Nullable String register, @Nullable Step step, boolean late, Instant since, Instant now, OrganisationId sender,
            int limit) {}

    /// The clocks that give a rule an occasion and have not given it yet, the longest due first; none about whose matter the unit has an open
    /// slip already but for what may stand beside. Where the day given is the end of the handling too, that is one occasion.
    /// @param without units about whose clocks nothing is asked
    /// @param after where the page before ended
    public List<ClockRow> occasions(TenantId tenant, Occasions asked, Collection<OrganisationId> without, @Nullable ClockRow after) {
        var name = asked.step() == null ? null : asked.step().name();
        var values = new ArrayList<@Nullable Object>(Arrays.asList(tenant.value(), at(asked.since())));
        if (!asked.late()) {
            values.add(at(asked.now()));
        }
        values.addAll(Arrays.asList(asked.register(), asked.register(), name, name, asked.sender().value(), asked.rule(),
                without.stream().map(unit -> Long.toString(unit.value())).collect(Collectors.joining(",", "{", "}"))));
        if (after != null) {
            values.addAll(List.of(at(after.lateFrom()), after.matter().value(), after.step().name(), after.startedSeq(), after.unit().value()));
        }
        values.add(asked.limit());
        return db.query("select " + COLUMNS + " from supervision.clock c where tenant = ? and ended_at is null and not paused and " + OWED
                        + (asked.late() ? " and late_from <= ?" : " and risk_from <= ? and late_from > ?")
                        + " and (?::text is null or register = ?) and (?::text is null or step = ?) and unit <> ?"
                        + " and not exists (select from supervision.slip s where s.tenant = c.tenant and s.cause = " + CAUSE + ")"
                        + " and not exists (select from supervision.slip s where s.tenant = c.tenant and s.matter = c.matter and s.to_unit = c.unit"
                        + " and s.ended_at is null and s.kind not in ('NOTICE', 'RECTIFICATION'))"
                        + " and not (step = 'DEADLINE' and exists (select from supervision.clock h where h.tenant = c.tenant and h.matter = c.matter"
                        + " and h.step = 'HANDLE' and h.ended_at is null and h.late_from = c.late_from)) and unit <> all(?::bigint[])"
                        + (after == null ? "" : " and (late_from, matter, step, started_seq, unit) > (?, ?, ?, ?, ?)")
                        + " order by late_from, matter, step, started_seq, unit limit ?",
                (row, _) -> row(row), values.toArray());
    }

    /// Whether the clock that gave that occasion still runs to that end.
    public boolean stands(TenantId tenant, String rule, MatterId matter, String cause) {
        return Boolean.TRUE.equals(db.queryForObject("select exists (select from supervision.clock c where tenant = ? and matter = ? and ended_at is null"
                + " and not paused and " + CAUSE + " = ?)", Boolean.class, tenant.value(), matter.value(), rule, cause));
    }

    /// The name of an occasion: a rule, a clock, and its end, so that an extension that runs out is another occasion.
    public static String cause(String rule, ClockRow row) {
        return "clock/" + rule + "/" + row.matter().value() + "/" + row.step() + "/" + row.startedSeq() + "/" + row.unit().value() + "/"
                + row.lateFrom().getEpochSecond();
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
                new OrganisationId(row.getLong("unit")), row.getString("register"), row.getString("leader"), row.getString("rule"),
                (Integer) row.getObject("version"),
                instant(row, "started_at"), instant(row, "first_end"), instant(row, "risk_from"), instant(row, "late_from"),
                row.getBoolean("provisional"), row.getBoolean("paused"), ended == null ? null : ended.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
