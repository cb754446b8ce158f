package org.mingbai.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.Sight;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.StageName;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads `ledger.matter` by page and `ledger.tally` by bucket. Nothing here grows with the number of closed matters.
@Component
public class MatterLists {

    static final String COLUMNS = "m.id, m.register, m.policy_version, m.title, m.number, m.category, m.source, m.stage, m.round, m.lead, "
            + "m.turn_unit, m.turn_role, m.due, m.original_due, m.outcome, m.closed_on, m.raised_by, m.raised_at, m.changed_at, m.seq";

    private final JdbcTemplate db;

    MatterLists(JdbcTemplate db) {
        this.db = db;
    }

    /// One row more than the limit when there is a further page.
    public List<MatterRow> page(TenantId tenant, MatterFilter filter, Sight sight, OrganisationId office) {
        var where = new Where();
        where.and("m.tenant = ?", tenant.value()).and("m.register = ?", filter.register());
        restrict(where, tenant, filter);
        String order = switch (filter.order()) {
            case NEWEST -> "m.id desc";
            case OLDEST -> "m.id";
            case DUE -> "m.due, m.id";
        };
        int limit = filter.limit() + 1;
        if (sight.reaches(office)) {
            return db.query("select " + COLUMNS + " from ledger.matter m where " + where.text + " order by " + order + " limit " + limit,
                    (row, _) -> row(row), where.arguments.toArray());
        }
        // Unit by unit, so that each reads its own newest only; a matter shared by two of them is listed once.
        return switch (sight) {
            case Sight.Nothing _ -> List.of();
            case Sight.Everything _ -> throw new IllegalStateException("Everything reaches every office");
            case Sight.Within(var units) -> {
                where.arguments.addFirst(array(units.stream().map(OrganisationId::value).toList()));
                String inner = order.replace("m.id", "p.matter");
                yield db.query("select " + COLUMNS + " from (select distinct on (x.id) x.* from unnest(?::bigint[]) u cross join lateral ("
                                + "select m.* from ledger.part p join ledger.matter m on m.tenant = p.tenant and m.id = p.matter"
                                + " where p.unit = u and " + where.text + " order by " + inner + " limit " + limit + ") x) m order by "
                                + order + " limit " + limit,
                        (row, _) -> row(row), where.arguments.toArray());
            }
        };
    }

    private static void restrict(Where where, TenantId tenant, MatterFilter filter) {
        if (!filter.stages().isEmpty()) {
            where.and("m.stage = any(?::text[])", array(filter.stages().stream().map(StageName::name).sorted().toList()));
        }
        if (filter.open()) {
            where.and("m.turn_unit is not null");
        }
        if (filter.lead() != null) {
            where.and("m.lead = ?", filter.lead().value());
        }
        if (filter.dueFrom() != null) {
            where.and("m.due >= ?", filter.dueFrom());
        }
        if (filter.dueBefore() != null) {
            where.and("m.due < ?", filter.dueBefore());
        }
        if (filter.order() == MatterFilter.Order.DUE) {
            where.and("m.due is not null");
        }
        if (filter.category() != null) {
            where.and("m.category = ?", filter.category());
        }
        if (filter.words() != null) {
            where.and("m.id in (select w.matter from ledger.words w where w.tenant = ? and w.pairs @@ ?::tsquery)",
                    tenant.value(), Pairs.query(filter.words()));
        }
        if (filter.after() != null) {
            switch (filter.order()) {
                case NEWEST -> where.and("m.id < ?", filter.after().id());
                case OLDEST -> where.and("m.id > ?", filter.after().id());
                case DUE -> where.and("(m.due, m.id) > (?, ?)", filter.after().due(), filter.after().id());
            }
        }
    }

    public List<MatterRow> waitingFor(TenantId tenant, Collection<Seat> seats, int limit) {
        return db.query("select " + COLUMNS + " from unnest(?::bigint[], ?::text[]) as seat(unit, role) cross join lateral ("
                        + "select * from ledger.matter m where m.tenant = ? and m.turn_unit = seat.unit and m.turn_role = seat.role"
                        + " order by m.due, m.id limit ?) m order by m.due nulls last, m.id limit ?",
                (row, _) -> row(row), units(seats), roles(seats), tenant.value(), limit, limit);
    }

    public List<Matters.Count> countsWaiting(TenantId tenant, Collection<Seat> seats) {
        return db.query("""
                select null::text as stage, null::bigint as lead, turn_unit, turn_role, due, sum(n) as n
                from (select * from ledger.tally where tenant = ? union all select * from ledger.tally_delta where tenant = ?) t
                where (turn_unit, turn_role) in (select * from unnest(?::bigint[], ?::text[]))
                group by turn_unit, turn_role, due having sum(n) <> 0
                """,
                (row, _) -> count(row), tenant.value(), tenant.value(), units(seats), roles(seats));
    }

    public List<Seat> seatsAwaited(TenantId tenant) {
        return db.query("""
                select turn_unit, turn_role
                from (select * from ledger.tally where tenant = ? union all select * from ledger.tally_delta where tenant = ?) t
                where turn_unit is not null
                group by turn_unit, turn_role having sum(n) > 0
                """,
                (row, _) -> new Seat(new OrganisationId(row.getLong(1)), Role.valueOf(row.getString(2))), tenant.value(), tenant.value());
    }

    /// Whoever sees the office's matters sees the whole register, which is summed already; others' are counted from what they have a part in.
    public List<Matters.Count> counts(TenantId tenant, String register, Sight sight, OrganisationId office) {
        if (sight.reaches(office)) {
            return db.query("""
                    select stage, lead, turn_unit, turn_role, due, sum(n) as n
                    from (select * from ledger.tally where tenant = ? and register = ?
                          union all select * from ledger.tally_delta where tenant = ? and register = ?) t
                    group by stage, lead, turn_unit, turn_role, due having sum(n) <> 0
                    """,
                    (row, _) -> count(row), tenant.value(), register, tenant.value(), register);
        }
        return switch (sight) {
            case Sight.Nothing _ -> List.of();
            case Sight.Everything _ -> throw new IllegalStateException("Everything reaches every office");
            case Sight.Within(var units) -> db.query("""
                    select stage, lead, turn_unit, turn_role, due, count(*) as n
                    from ledger.matter
                    where tenant = ? and register = ?
                      and id in (select matter from ledger.part where tenant = ? and unit = any(?::bigint[]))
                    group by stage, lead, turn_unit, turn_role, due
                    """,
                    (row, _) -> count(row), tenant.value(), register, tenant.value(),
                    array(units.stream().map(OrganisationId::value).toList()));
        };
    }

    private static Matters.Count count(ResultSet row) throws SQLException {
        var stage = row.getString("stage");
        var role = row.getString("turn_role");
        return new Matters.Count(
                stage == null ? null : StageName.valueOf(stage),
                number(row, "lead") == null ? null : new OrganisationId(row.getLong("lead")),
                role == null ? null : new Seat(new OrganisationId(row.getLong("turn_unit")), Role.valueOf(role)),
                row.getObject("due", LocalDate.class),
                row.getLong("n"));
    }

    static MatterRow row(ResultSet row) throws SQLException {
        return new MatterRow(
                row.getLong("id"),
                row.getString("register"),
                row.getInt("policy_version"),
                row.getString("title"),
                row.getString("number"),
                row.getString("category"),
                row.getString("source"),
                row.getString("stage"),
                row.getInt("round"),
                number(row, "lead"),
                number(row, "turn_unit"),
                row.getString("turn_role"),
                row.getObject("due", LocalDate.class),
                row.getObject("original_due", LocalDate.class),
                row.getString("outcome"),
                row.getObject("closed_on", LocalDate.class),
                row.getLong("raised_by"),
                row.getObject("raised_at", OffsetDateTime.class),
                row.getObject("changed_at", OffsetDateTime.class),
                row.getInt("seq"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static String units(Collection<Seat> seats) {
        return array(seats.stream().map(seat -> seat.unit().value()).toList());
    }

    private static String roles(Collection<Seat> seats) {
        return array(seats.stream().map(seat -> seat.role().name()).toList());
    }

    private static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static final class Where {
        private final StringBuilder text = new StringBuilder();
        private final List<@Nullable Object> arguments = new ArrayList<>();

        private Where and(String condition, @Nullable Object... values) {
            text.append(text.isEmpty() ? "" : " and ").append(condition);
            arguments.addAll(java.util.Arrays.asList(values));
            return this;
        }
    }
}
