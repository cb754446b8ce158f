package org.mingbai.reporting.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.TenantId;
import org.mingbai.reporting.CaseKind;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;

/// What a question is restricted to, as SQL over `reporting.case_span c`. The words are fixed here; what was asked is only ever bound.
public final class CaseConditions {

    private static final String LIGHT = """
            case when not c.open then 'CLOSED'
                when c.stage = 'PARKED' and (c.set_until is null or c.set_until > ?) then 'PARKED'
                when c.set_until > ? and c.set_sign is not null then c.set_sign
                when c.late_from <= ? then 'LATE'
                when c.risk_from <= ? then 'AT_RISK'
                else 'ON_TRACK' end""";

    private static final String PART_IN = "exists (select from ledger.part p where p.tenant = ? and p.matter = c.matter and p.unit = any(?))";

    private final OffsetDateTime now;
    private final LocalDate day;
    private final boolean latest;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /// The cases of a kind as they stood at the end of that day.
    /// @param now the instant at which lights are read
    /// @param latest whether that day is today: what is now is found by indexes of its own
    public CaseConditions(TenantId tenant, CaseKind kind, LocalDate day, OffsetDateTime now, boolean latest) {
        this.now = now;
        this.day = day;
        this.latest = latest;
        and("c.tenant = ? and c.kind = '" + kind.name() + "'", tenant.value());
        if (latest) {
            and("c.until_day = 'infinity'");
        } else {
            and("c.from_day <= ? and c.until_day > ?", day, day);
        }
    }

    private CaseConditions(LocalDate day, OffsetDateTime now) {
        this.now = now;
        this.day = day;
        this.latest = true;
    }

    /// The sums of cases of a kind whose day lies in these months.
    /// @param asOf at the end of which day they stood so; nothing for how they stand now
    public static CaseConditions ofSums(TenantId tenant, CaseKind kind, Field window, LocalDate from, LocalDate to, OffsetDateTime now,
            Optional<LocalDate> asOf) {
        var sums = new CaseConditions(to, now);
        sums.and("c.as_of = ?::date", asOf.map(LocalDate::toString).orElse("infinity"));
        sums.and("c.tenant = ? and c.kind = '" + kind.name() + "'", tenant.value());
        sums.and("c.of_day = '" + window.name() + "' and c.month between ? and ?", from, to);
        return sums;
    }

    public void within(Field window, LocalDate from, LocalDate to) {
        and("c." + window.column() + " between ? and ?", from, to);
    }

    /// In which one of these units has a part, or which stand on one of these registers.
    public void seenBy(TenantId tenant, Set<Long> units, Collection<String> registers) {
        if (registers.isEmpty()) {
            and(PART_IN, tenant.value(), units.toArray(Long[]::new));
        } else {
            and("(c.register = any(?) or " + PART_IN + ")", registers.toArray(String[]::new), tenant.value(), units.toArray(Long[]::new));
        }
    }

    /// On one of these registers. Of sums too.
    public void onRegisters(Collection<String> registers) {
        and("c.register = any(?)", (Object) registers.toArray(String[]::new));
    }

    /// On none of these registers. Of sums too.
    public void onOtherRegisters(Collection<String> registers) {
        and("c.register <> all(?)", (Object) registers.toArray(String[]::new));
    }

    /// Without what is kept from the units it complains of.
    public void withoutKept(TenantId tenant) {
        and("not exists (select from ledger.matter m where m.tenant = ? and m.id = c.matter and m.about is not null)", tenant.value());
    }

    public void without(Collection<Long> matters) {
        if (!matters.isEmpty()) {
            and("c.matter <> all(?)", (Object) matters.toArray(Long[]::new));
        }
    }

    /// Only what is kept from the units it complains of.
    public void onlyKept(TenantId tenant) {
        and("c.matter in (select m.id from ledger.matter m where m.tenant = ? and m.about is not null)", tenant.value());
    }

    public void among(Collection<Long> matters) {
        and("c.matter = any(?)", (Object) matters.toArray(Long[]::new));
    }

    public void nothing() {
        and("false");
    }

    public void of(long matter) {
        and("c.matter = ?", matter);
    }

    public void after(long matter, long no) {
        and("(c.matter, c.no) < (?, ?)", matter, no);
    }

    public void and(Collection<Condition> all, Units units) {
        all.forEach(one -> {
            var said = Said.of(one, this, units);
            and(said.text(), said.values().toArray());
        });
        if (!latest && all.contains(Condition.yes(Field.OPEN))) {
            and("daterange(c.from_day, c.until_day) @> ?::date", day);  // says the same once more, in the words of the index of what was open
        }
    }

    /// What does not hold, where what is not known does not hold either.
    public void andNot(Collection<Condition> all, Units units) {
        var said = together(all, units);
        and("not coalesce(" + said.text() + ", false)", said.values().toArray());
    }

    private void and(String condition, Object... more) {
        text.append(text.isEmpty() ? "" : " and ").append(condition);
        values.addAll(List.of(more));
    }

    public String text() {
        return text.toString();
    }

    public List<Object> values() {
        return List.copyOf(values);
    }

    /// Which units are meant by a sort of body, or stand below one: as the directory says at the asking.
    public interface Units {

        Collection<Long> ofKind(Set<String> kinds);

        Collection<Long> within(long top);
    }

    /// A piece of SQL with what is bound in it.
    public record Said(String text, List<Object> values) {

        static Said of(Condition one, CaseConditions at, Units units) {
            var column = "c." + one.field().column();
            return switch (one.op()) {
                case FILLED -> new Said(column + " is not null", List.of());
                case EMPTY -> new Said(column + " is null", List.of());
                case PASSED -> new Said(column + " < ?", List.of(at.day));
                case IS -> is(one, at, units, "");
                case IS_NOT -> is(one, at, units, "not ");
                case WITHIN -> new Said(column + " = any(?)",
                        bound(one.values().stream().flatMap(top -> units.within(Long.parseLong(top)).stream()).distinct().toArray(Long[]::new)));
                case SAYS -> new Said("lower(" + column + ") like any(?)",
                        bound(one.values().stream().map(value -> "%" + value.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%")
                                .toArray(String[]::new)));
                case FROM -> compared(one, column, ">=");
                case TO -> compared(one, column, "<=");
            };
        }

        private static Said is(Condition one, CaseConditions at, Units units, String not) {
            var column = "c." + one.field().column();
            var texts = one.values().toArray(String[]::new);
            return switch (one.field()) {
                case LIGHT -> new Said(not + "((" + LIGHT + ") = any(?))", List.of(at.now, at.now, at.now, at.now, texts));
                case LEVEL -> new Said("(c.unit = any(?))", bound(units.ofKind(not.isEmpty() ? Set.of(texts) : others(texts)).toArray(Long[]::new)));
                default -> switch (one.field().type()) {
                    case UNIT -> new Said(not + "(" + column + " = any(?))", bound(one.values().stream().map(Long::valueOf).toArray(Long[]::new)));
                    case NUMBER -> new Said(not + "(" + column + " = any(?))", bound(one.values().stream().map(Integer::valueOf).toArray(Integer[]::new)));
                    case FLAG -> new Said(not + "(" + flag(column, one.values()) + ")", List.of());
                    case TEXT, CODE, DAY, INSTANT -> new Said(not + "(" + column + " = any(?))", bound(texts));
                };
            };
        }

        /// Spelt out, so that an index of what is open can be seen to serve.
        private static String flag(String column, List<String> values) {
            return String.join(" or ", values.stream().map(value -> Boolean.parseBoolean(value) ? column : "not " + column).toList());
        }

        /// One array in the place of one question mark.
        private static List<Object> bound(Object array) {
            return List.of(array);
        }

        private static Set<String> others(String[] kinds) {
            return Arrays.stream(OrganisationKind.values()).map(Enum::name).filter(kind -> !List.of(kinds).contains(kind)).collect(Collectors.toSet());
        }

        private static Said compared(Condition one, String column, String sign) {
            boolean day = one.field().type() == Field.Type.DAY;
            var text = String.join(" or ", one.values().stream().map(_ -> column + " " + sign + " ?").toList());
            return new Said("(" + text + ")",
                    one.values().stream().map(value -> day ? (Object) LocalDate.parse(value) : (Object) Integer.valueOf(value)).toList());
        }
    }

    /// All of them, in one pair of brackets.
    public Said together(Collection<Condition> all, Units units) {
        var said = all.stream().map(one -> Said.of(one, this, units)).toList();
        return said.isEmpty() ? new Said("true", List.of())
                : new Said("(" + String.join(" and ", said.stream().map(Said::text).toList()) + ")",
                        said.stream().flatMap(it -> it.values().stream()).toList());
    }

    /// How the light stands, as a value one can group by.
    public Said light() {
        return new Said(LIGHT, List.of(now, now, now, now));
    }
}
