package org.mingbai.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.Sight;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Purview;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.TrayFilter;
import org.mingbai.ledger.Turning;
import org.postgresql.PGStatement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.stereotype.Component;

/// Reads `ledger.matter` by page and `ledger.tally` by bucket. Nothing here grows with the number of closed matters.
@Component
public class MatterLists {

    static final String COLUMNS = "m.id, m.register, m.policy_version, m.title, m.number, m.category, m.source, m.stage, m.round, m.lead, "
            + "m.turn_unit, m.turn_role, m.due, m.original_due, m.risk_from, m.late_from, m.set_sign, m.set_until, "
            + "m.outcome, m.closed_on, m.about, m.raised_by, m.raised_at, m.changed_at, m.seq";

    private static final Effort MEASURED = new Effort(10_000, 100, 4_000);

    private final JdbcTemplate db;
    private final Effort effort;

    @Autowired
    MatterLists(JdbcTemplate db) {
        this(db, MEASURED);
    }

    private MatterLists(JdbcTemplate db, Effort effort) {
        this.db = db;
        this.effort = effort;
    }

    /// The same lists, with another mind about which way words are sooner found. What is found is the same either way.
    public MatterLists with(Effort effort) {
        return new MatterLists(db, effort);
    }

    /// Which way words are sooner found, as it was measured.
    /// @param soonGathered so many answers the index soon gathers. Where more matters say the words, a page of them is sooner found by looking
    /// @param sample how many matters are looked at to guess how many say the words
    /// @param searchedFirst how many matters, the first in the order asked, are searched one by one; ten times as many where a tenth of a page was found
    public record Effort(int soonGathered, int sample, int searchedFirst) {}

    /// A question and what is bound to it.
    private record Question(String sql, Object[] arguments) {}

    /// One row more than the limit when there is a further page.
    public List<MatterRow> page(TenantId tenant, MatterFilter filter, Purview purview, OrganisationId office) {
        int limit = filter.limit() + 1;
        var sight = purview.sight();
        var plain = MatterConditions.of(tenant, filter, purview);
        if (!plain.saysSomething() || MatterConditions.onlyOpen(filter)) {
            return question(filter, plain.askingEach(), limit, sight, office).map(this::rows).orElse(List.of());
        }
        // Whoever sees through many units has each of them searched, so the less of each.
        int shares = sight instanceof Sight.Within(var units) && !sight.reaches(office) ? Math.max(1, units.size()) : 1;
        int most = guessedToSay(tenant, filter) > effort.soonGathered ? 10 * effort.searchedFirst : 0;
        for (int searched = effort.searchedFirst; searched <= most; searched *= 10) {
            var found = question(filter, plain, Math.max(limit, searched / shares), sight, office)
                    .map(question -> rows(among(question, tenant, filter, limit))).orElse(List.of());
            if (found.size() == limit) {
                return found;
            }
            if (found.size() * 10 < limit) {
                break;
            }
        }
        return question(filter, MatterConditions.of(tenant, filter, purview).askingTheIndex(), limit, sight, office).map(this::rows).orElse(List.of());
    }

    /// How many matters of the account say the words, guessed by some that stand evenly between its first and its newest: the newest alone may
    /// happen to say what few others do, or not what most do. Nought where all of them are soon gathered.
    private long guessedToSay(TenantId tenant, MatterFilter filter) {
        var each = MatterConditions.saying(tenant, filter).askingEach();
        var guess = db.queryForObject("""
                with ends as (select min(matter) as first, max(matter) - min(matter) as span from ledger.words where tenant = ?)
                select coalesce(max(span) * count(*) / %1$d, 0)
                from ends cross join generate_series(0, %1$d - 1) as step cross join lateral (
                    select w.matter as id from ledger.words w where w.tenant = ? and w.matter >= first + span * step / %1$d order by w.matter limit 1) m
                where span > %2$d and %3$s
                """.formatted(effort.sample, effort.soonGathered, each.text()), Long.class, each.arguments(tenant.value(), tenant.value()));
        return guess == null ? 0 : guess;
    }

    private static Question among(Question asked, TenantId tenant, MatterFilter filter, int limit) {
        var each = MatterConditions.saying(tenant, filter).askingEach();
        return new Question("select * from (" + asked.sql + ") m where " + each.text() + " order by " + MatterConditions.order(filter.order())
                + " limit " + limit, Stream.concat(Stream.of(asked.arguments), Stream.of(each.arguments())).toArray());
    }

    private static Optional<Question> question(MatterFilter filter, MatterConditions where, int limit, Sight sight, OrganisationId office) {
        String order = MatterConditions.order(filter.order());
        if (sight.reaches(office)) {
            return Optional.of(whole(filter, where, order, limit));
        }
        return switch (sight) {
            case Sight.Nothing _ -> Optional.empty();
            case Sight.Everything _ -> throw new IllegalStateException("Everything reaches every office");
            case Sight.Within(var units) -> Optional.of(MatterConditions.onlyOpen(filter)
                    ? openWithin(array(units.stream().map(OrganisationId::value).toList()), where, order, limit)
                    : within(array(units.stream().map(OrganisationId::value).toList()), where, order, limit));
        };
    }

    /// Stage by stage, so that each reads its own newest only.
    private static Question whole(MatterFilter filter, MatterConditions where, String order, int limit) {
        if (filter.stages().size() < 2) {
            return new Question("select " + COLUMNS + " from ledger.matter m where " + where.text() + " order by " + order + " limit " + limit,
                    where.arguments());
        }
        return new Question("select " + COLUMNS + " from unnest(?::text[]) s cross join lateral (select * from ledger.matter m where m.stage = s and "
                + where.text() + " order by " + order + " limit " + limit + ") m order by " + order + " limit " + limit,
                where.arguments(array(filter.stages())));
    }

    /// What is open is few: it is read in order, and each is asked whether one of the units has a part in it. Asked by `exists`, the server
    /// may begin with all the units ever had a part in, which grows with what is closed.
    private static Question openWithin(String units, MatterConditions where, String order, int limit) {
        where.and("(select true from ledger.part p where p.tenant = m.tenant and p.matter = m.id and p.unit = any(?::bigint[]) limit 1)", units);
        return new Question("select " + COLUMNS + " from ledger.matter m where " + where.text() + " order by " + order + " limit " + limit,
                where.arguments());
    }

    /// Unit by unit, so that each reads its own newest only; a matter shared by two of them is listed once.
    private static Question within(String units, MatterConditions where, String order, int limit) {
        String inner = order.replace("m.id", "p.matter");
        return new Question("select " + COLUMNS + " from (select distinct on (x.id) x.* from unnest(?::bigint[]) u cross join lateral ("
                + "select m.* from ledger.part p join ledger.matter m on m.tenant = p.tenant and m.id = p.matter"
                + " where p.unit = u and " + where.text() + " order by " + inner + " limit " + limit + ") x) m order by "
                + order + " limit " + limit,
                where.arguments(units));
    }

    /// Planned for what is asked: the newest that say a word all matters share are found by reading from the newest, those that say a
    /// rare one by its index. A plan kept for every word would be wrong for most.
    private List<MatterRow> rows(Question question) {
        return db.query(connection -> {
            var statement = connection.prepareStatement(question.sql);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return statement;
        }, new ArgumentPreparedStatementSetter(question.arguments), new RowMapperResultSetExtractor<>((row, _) -> row(row)));
    }

    public Set<MatterId> keptFrom(TenantId tenant, Purview purview) {
        return Set.copyOf(db.query("select id from ledger.matter where tenant = ? and about is not null and about && ?::bigint[]",
                (row, _) -> new MatterId(row.getLong(1)), tenant.value(), keptFrom(purview)));
    }

    public List<MatterRow> waitingFor(TenantId tenant, Collection<Seat> seats, Purview purview, int limit) {
        return waitingFor(tenant, seats, MatterConditions.none(tenant).within(purview), limit);
    }

    /// One row more than the limit when there is a further page.
    public List<MatterRow> waitingFor(TenantId tenant, Collection<Seat> seats, Purview purview, TrayFilter filter) {
        return waitingFor(tenant, seats, MatterConditions.of(tenant, filter).within(purview), filter.limit() + 1);
    }

    /// One row more than the limit when there is a further page.
    public List<MatterRow> waitingAt(TenantId tenant, Collection<Seat> seats, Purview purview, StageName stage, int limit) {
        var where = MatterConditions.none(tenant).within(purview).and("m.tenant = ?", tenant.value()).and("m.stage = ?", stage.name());
        return db.query("select " + COLUMNS + " from unnest(?::bigint[], ?::text[]) as seat(unit, role) join ledger.matter m"
                        + " on m.turn_unit = seat.unit and m.turn_role = seat.role and " + where.text()
                        + " order by m.late_from nulls last, m.id limit " + (limit + 1),
                (row, _) -> row(row), where.arguments(units(seats), roles(seats)));
    }

    /// The newest that a unit brought to an end and that complain of nobody.
    public List<MatterId> endedByUnits(TenantId tenant, int limit) {
        return db.query("""
                select id from ledger.matter where tenant = ? and stage in ('CLOSED', 'HELD', 'LOOK_BACK_DUE') and lead is not null and about is null
                    and outcome not in ('DUPLICATE', 'WITHDRAWN', 'NOT_OURS')
                order by id desc limit ?
                """, (row, _) -> new MatterId(row.getLong(1)), tenant.value(), limit);
    }

    private List<MatterRow> waitingFor(TenantId tenant, Collection<Seat> seats, MatterConditions more, int limit) {
        more.and("m.tenant = ?", tenant.value());
        return db.query("select " + COLUMNS + " from unnest(?::bigint[], ?::text[]) as seat(unit, role) cross join lateral ("
                        + "select * from ledger.matter m where m.turn_unit = seat.unit and m.turn_role = seat.role and " + more.text()
                        + " order by m.due, m.id limit " + limit + ") m order by m.due nulls last, m.id limit " + limit,
                (row, _) -> row(row), more.arguments(units(seats), roles(seats)));
    }

    public List<Matters.Count> countsWaiting(TenantId tenant, Collection<Seat> seats, Purview purview) {
        return db.query("""
                select register, stage, null::bigint as lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, sum(n) as n
                from (select * from ledger.tally where tenant = ? and turn_unit is not null
                      union all select * from ledger.tally_delta where tenant = ? and turn_unit is not null) t
                where (turn_unit, turn_role) in (select * from unnest(?::bigint[], ?::text[])) and (about is null or not about && ?::bigint[])
                group by register, stage, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until having sum(n) <> 0
                """,
                (row, _) -> count(row), tenant.value(), tenant.value(), units(seats), roles(seats), keptFrom(purview));
    }

    public Map<Seat, Long> countsAwaited(TenantId tenant, Purview purview) {
        var counts = new HashMap<Seat, Long>();
        db.query("""
                select turn_unit, turn_role, sum(n)
                from (select * from ledger.tally where tenant = ? and turn_unit is not null
                      union all select * from ledger.tally_delta where tenant = ? and turn_unit is not null) t
                where about is null or not about && ?::bigint[]
                group by turn_unit, turn_role having sum(n) <> 0
                """,
                row -> {
                    counts.put(new Seat(new OrganisationId(row.getLong(1)), Role.valueOf(row.getString(2))), row.getLong(3));
                },
                tenant.value(), tenant.value(), keptFrom(purview));
        return counts;
    }

    /// All open matters and all look-backs to come, by their stage and not by whose turn they are.
    public long owed(TenantId tenant, Purview purview) {
        var stages = Stream.concat(Stream.of(StageName.values()).filter(StageName::open), Stream.of(StageName.LOOK_BACK_DUE)).toList();
        var owed = db.queryForObject("""
                select coalesce(sum(n), 0)
                from (select * from ledger.tally where tenant = ? union all select * from ledger.tally_delta where tenant = ?) t
                where stage = any(?::text[]) and (about is null or not about && ?::bigint[])
                """, Long.class, tenant.value(), tenant.value(), array(stages), keptFrom(purview));
        return owed == null ? 0 : owed;
    }

    public List<Seat> seatsAwaited(TenantId tenant, Purview purview) {
        return db.query("""
                select turn_unit, turn_role
                from (select * from ledger.tally where tenant = ? union all select * from ledger.tally_delta where tenant = ?) t
                where turn_unit is not null and (about is null or not about && ?::bigint[])
                group by turn_unit, turn_role having sum(n) > 0
                """,
                (row, _) -> new Seat(new OrganisationId(row.getLong(1)), Role.valueOf(row.getString(2))), tenant.value(), tenant.value(),
                keptFrom(purview));
    }

    /// Whoever sees the office's matters sees the whole register; others' are those buckets in which one of their units has a part.
    public List<Matters.Count> counts(TenantId tenant, String register, Purview purview, OrganisationId office) {
        var sight = purview.sight();
        if (sight.reaches(office)) {
            return db.query("""
                    select register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, sum(n) as n
                    from (select * from ledger.tally where tenant = ? and register = ?
                          union all select * from ledger.tally_delta where tenant = ? and register = ?) t
                    where about is null or not about && ?::bigint[]
                    group by register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until having sum(n) <> 0
                    """,
                    (row, _) -> count(row), tenant.value(), register, tenant.value(), register, keptFrom(purview));
        }
        return switch (sight) {
            case Sight.Nothing _ -> List.of();
            case Sight.Everything _ -> throw new IllegalStateException("Everything reaches every office");
            case Sight.Within(var units) -> db.query("""
                    select register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, sum(n) as n
                    from (select * from ledger.tally where tenant = ? and register = ?
                          union all select * from ledger.tally_delta where tenant = ? and register = ?) t
                    where parts && ?::bigint[] and (about is null or not about && ?::bigint[])
                    group by register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until having sum(n) <> 0
                    """,
                    (row, _) -> count(row), tenant.value(), register, tenant.value(), register,
                    array(units.stream().map(OrganisationId::value).toList()), keptFrom(purview));
        };
    }

    private static Matters.Count count(ResultSet row) throws SQLException {
        var role = row.getString("turn_role");
        var lead = number(row, "lead");
        return new Matters.Count(
                row.getString("register"),
                StageName.valueOf(row.getString("stage")),
                lead == null ? null : new OrganisationId(lead),
                role == null ? null : new Seat(new OrganisationId(row.getLong("turn_unit")), Role.valueOf(role)),
                row.getObject("due", LocalDate.class),
                turning(row),
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
                turning(row),
                row.getString("outcome"),
                row.getObject("closed_on", LocalDate.class),
                about(row),
                row.getLong("raised_by"),
                row.getObject("raised_at", OffsetDateTime.class),
                row.getObject("changed_at", OffsetDateTime.class),
                row.getInt("seq"));
    }

    static List<Long> about(ResultSet row) throws SQLException {
        var about = row.getArray("about");
        return about == null ? List.of() : List.of((Long[]) about.getArray());
    }

    static Turning turning(ResultSet row) throws SQLException {
        var set = row.getString("set_sign");
        return new Turning(instant(row, "risk_from"), instant(row, "late_from"), set == null ? null : Light.Sign.valueOf(set),
                instant(row, "set_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
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

    static String keptFrom(Purview purview) {
        return array(purview.keptFrom().stream().map(OrganisationId::value).sorted().toList());
    }

    static @Nullable String arrayOrNull(Collection<?> values) {
        return values.isEmpty() ? null : array(values);
    }

    static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
