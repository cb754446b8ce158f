package org.mingbai.reporting.cases;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.reporting.Case;
import org.mingbai.reporting.CaseKind;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Tally;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads `reporting.case_span`.
@Component
public class CaseAsking {

    private static final List<Field> KEPT = Arrays.stream(Field.values()).filter(Field::kept).toList();

    private final JdbcTemplate db;

    CaseAsking(JdbcTemplate db) {
        this.db = db;
    }

    /// The first day of which something is known that is kept from nobody: else whoever a matter complains of could tell from the first day that
    /// there is one. Nothing where there is none.
    public Optional<LocalDate> began(TenantId tenant) {
        return db.queryForList("""
                select c.from_day from reporting.case_span c
                where c.tenant = ? and not exists (select from ledger.matter m where m.tenant = c.tenant and m.id = c.matter and m.about is not null)
                order by c.from_day limit 1
                """, LocalDate.class, tenant.value()).stream().findFirst();
    }

    /// @param part what makes up the part, @param lesser what counts by a factor
    public Tally.Counted counted(CaseConditions where, Tally tally, CaseConditions.Said part, CaseConditions.Said lesser) {
        return db.queryForObject("select " + columns(tally, part, lesser) + " from reporting.case_span c where " + where.text(), (row, _) -> counted(row, 1),
                values(part, lesser, where.values()));
    }

    /// By the values of a field, the largest first; those where it is not known under an empty key.
    public SequencedMap<String, Tally.Counted> sides(CaseConditions where, Field by, Tally tally, CaseConditions.Said part, CaseConditions.Said lesser,
            int limit) {
        var key = by == Field.LIGHT ? where.light() : new CaseConditions.Said("c." + by.column(), List.of());
        var found = new LinkedHashMap<String, Tally.Counted>();
        db.query("select coalesce((" + key.text() + ")::text, ''), " + columns(tally, part, lesser) + " from reporting.case_span c where " + where.text()
                        + " group by 1 order by 2 desc, 1 limit " + limit,
                row -> {
                    found.put(row.getString(1), counted(row, 2));
                },
                Stream.of(key.values(), List.of(values(part, lesser, where.values()))).flatMap(List::stream).toArray());
        return found;
    }

    /// One figure among several that are counted from the same cases.
    /// @param where what has to hold of a case for this one to look at it
    public record Asked(CaseConditions.Said where, Tally tally, CaseConditions.Said part, CaseConditions.Said lesser) {}

    /// Several at once, each in its place.
    public List<Tally.Counted> several(CaseConditions where, List<Asked> asked) {
        return several(Source.CASES, where, new CaseConditions.Said("0", List.of()), asked).get(0);
    }

    /// The same period by period, by the day that puts a case into one.
    /// @param starts the first day of each, in order; a period lasts until the next begins
    /// @return by the place of the period, from 1; periods without a case are not there
    public Map<Integer, List<Tally.Counted>> series(CaseConditions where, Field window, List<LocalDate> starts, List<Asked> asked) {
        return several(Source.CASES, where, bucket(window.column(), starts), asked);
    }

    /// The same from the sums of whole months: see [CaseSums].
    /// @param where of sums
    public Map<Integer, List<Tally.Counted>> sums(CaseConditions where, List<LocalDate> starts, List<Asked> asked) {
        return several(Source.SUMS, where, bucket("month", starts), asked);
    }

    private static CaseConditions.Said bucket(String day, List<LocalDate> starts) {
        return new CaseConditions.Said("width_bucket(c." + day + ", ?::date[])",
                Collections.singletonList(starts.stream().map(LocalDate::toString).toArray(String[]::new)));
    }

    /// Where cases are counted: one by one, or by the sort.
    private enum Source {
        CASES("reporting.case_span", "count(*)"), SUMS("reporting.case_sum", "sum(c.n)");

        private final String table;
        private final String count;

        Source(String table, String count) {
            this.table = table;
            this.count = count;
        }
    }

    private Map<Integer, List<Tally.Counted>> several(Source source, CaseConditions where, CaseConditions.Said key, List<Asked> asked) {
        var columns = asked.stream().map(one -> among(source, one)).toList();
        var values = Stream.of(key.values().stream(), columns.stream().flatMap(it -> it.values().stream()), where.values().stream()).flatMap(it -> it);
        var found = new HashMap<Integer, List<Tally.Counted>>();
        db.query("select " + key.text() + ", " + String.join(", ", columns.stream().map(CaseConditions.Said::text).toList())
                        + " from " + source.table + " c where " + where.text() + (key.values().isEmpty() ? "" : " group by 1"),
                row -> {
                    var counted = new ArrayList<Tally.Counted>();
                    for (int i = 0; i < asked.size(); i++) {
                        counted.add(counted(row, 2 + 4 * i));
                    }
                    found.put(row.getInt(1), counted);
                },
                values.toArray());
        return found;
    }

    /// The four columns of one, which looks at some of the cases only.
    private static CaseConditions.Said among(Source source, Asked one) {
        var filter = " filter (where " + one.where().text();
        var values = new ArrayList<>(one.where().values());
        var text = source.count + filter + ")" + counting(source, filter, one.where(), one.part(), values)
                + counting(source, filter, one.where(), one.lesser(), values);
        var number = number(one.tally());
        if (number.equals("0")) {
            return new CaseConditions.Said(text + ", 0", values);
        }
        values.addAll(one.where().values());
        return new CaseConditions.Said(text + ", " + number + filter + ")", values);
    }

    private static String counting(Source source, String filter, CaseConditions.Said where, CaseConditions.Said what, List<Object> values) {
        if (what.text().equals("false")) {
            return ", 0";
        }
        values.addAll(where.values());
        values.addAll(what.values());
        return ", " + source.count + filter + " and " + what.text() + ")";
    }

    private static String columns(Tally tally, CaseConditions.Said part, CaseConditions.Said lesser) {
        return "count(*), count(*) filter (where " + part.text() + "), count(*) filter (where " + lesser.text() + "), " + number(tally);
    }

    private static String number(Tally tally) {
        return switch (tally) {
            case Tally.Days(var from, var to, int percentile) -> "percentile_cont(" + percentile / 100.0 + ") within group (order by c." + to.column() + " - c."
                    + from.column() + ")";
            case Tally.Sum(var of) -> "sum(c." + of.column() + ")";
            case Tally.Count _, Tally.Share _, Tally.Satisfaction _ -> "0";
        };
    }

    private static Object[] values(CaseConditions.Said part, CaseConditions.Said lesser, List<Object> where) {
        return Stream.of(part.values(), lesser.values(), where).flatMap(List::stream).toArray();
    }

    private static Tally.Counted counted(ResultSet row, int first) throws SQLException {
        var number = row.getBigDecimal(first + 3);
        return new Tally.Counted(row.getLong(first), row.getLong(first + 1), row.getLong(first + 2), number == null ? BigDecimal.ZERO : number);
    }

    /// The newest matters first.
    public List<Case> cases(CaseConditions where, int limit) {
        var columns = String.join(", ", KEPT.stream().map(field -> "c." + field.column()).toList());
        return db.query("select c.kind, c.matter, c.no, " + columns + " from reporting.case_span c where " + where.text()
                + " order by c.matter desc, c.no desc limit " + limit, (row, _) -> read(row), where.values().toArray());
    }

    /// What these cases are and which of them make up the part, as one digest: whoever counts the same ones gets the same.
    public String digest(CaseConditions where, CaseConditions.Said part) {
        return db.queryForObject("""
                select encode(sha256(convert_to(coalesce(string_agg(c.matter || '.' || c.no || case when %s then '+' else '' end, ' '
                    order by c.matter, c.no), ''), 'UTF8')), 'hex')
                from reporting.case_span c where""".formatted(part.text()) + " " + where.text(), String.class,
                Stream.of(part.values(), where.values()).flatMap(List::stream).toArray());
    }

    private static Case read(ResultSet row) throws SQLException {
        Map<Field, Object> facts = new EnumMap<>(Field.class);
        for (int i = 0; i < KEPT.size(); i++) {
            var field = KEPT.get(i);
            var value = switch (field.type()) {
                case TEXT, CODE -> row.getString(4 + i);
                case UNIT -> row.getObject(4 + i, Long.class);
                case NUMBER -> row.getObject(4 + i, Integer.class);
                case FLAG -> row.getObject(4 + i, Boolean.class);
                case DAY -> row.getObject(4 + i, LocalDate.class);
                case INSTANT -> row.getObject(4 + i, OffsetDateTime.class);
            };
            if (value != null) {
                facts.put(field, value);
            }
        }
        return new Case(CaseKind.valueOf(row.getString(1)), new MatterId(row.getLong(2)), row.getLong(3), facts);
    }
}
