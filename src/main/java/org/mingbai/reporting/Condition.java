package org.mingbai.reporting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// One thing that has to hold of a case.
/// @param values what it is compared with, any of them; none where the comparison needs none
public record Condition(Field field, Op op, List<String> values) {

    public static final int VALUES_MAX = 50;
    public static final int VALUE_MAX = 400;

    /// How a field is compared. What is not known of a case answers no comparison but the ones that ask for just that.
    public enum Op {
        IS, IS_NOT,
        /// The unit or any below it, as the directory stands at the asking.
        WITHIN,
        SAYS,
        FROM, TO,
        /// A day before the cut-off.
        PASSED,
        FILLED, EMPTY;

        static final Set<Op> BARE = EnumSet.of(PASSED, FILLED, EMPTY);

        /// Whether it is compared with nothing but itself.
        public boolean bare() {
            return BARE.contains(this);
        }

        /// Whether a field of that type can be compared so.
        public boolean fits(Field.Type type) {
            return switch (this) {
                case IS, IS_NOT -> type == Field.Type.TEXT || type == Field.Type.CODE || type == Field.Type.UNIT || type == Field.Type.FLAG
                        || type == Field.Type.NUMBER;
                case WITHIN -> type == Field.Type.UNIT;
                case SAYS -> type == Field.Type.TEXT;
                case FROM, TO -> type == Field.Type.DAY || type == Field.Type.NUMBER;
                case PASSED -> type == Field.Type.DAY;
                case FILLED, EMPTY -> true;
            };
        }
    }

    public Condition {
        values = List.copyOf(values);
        if (!op.fits(field.type()) || op.bare() != values.isEmpty() || values.size() > VALUES_MAX || !field.kept() && (op == Op.FILLED || op == Op.EMPTY)) {
            throw new IllegalArgumentException(field + " " + op + " " + values);
        }
        values.forEach(value -> {
            if (!readable(field, value)) {
                throw new IllegalArgumentException(field + " " + op + " " + value);
            }
        });
    }

    public static Condition is(Field field, Enum<?>... values) {
        return new Condition(field, Op.IS, Arrays.stream(values).map(Enum::name).toList());
    }

    public static Condition is(Field field, String... values) {
        return new Condition(field, Op.IS, List.of(values));
    }

    public static Condition yes(Field field) {
        return new Condition(field, Op.IS, List.of("true"));
    }

    public static Condition no(Field field) {
        return new Condition(field, Op.IS, List.of("false"));
    }

    public static Condition that(Field field, Op op) {
        return new Condition(field, op, List.of());
    }

    /// Whether a value can be compared with a field.
    public static boolean readable(Field field, String value) {
        if (value.isBlank() || value.length() > VALUE_MAX || value.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            return switch (field.type()) {
                case TEXT, INSTANT -> true;
                case CODE -> field.codes().isEmpty() || field.codes().contains(value);
                case UNIT -> Long.parseLong(value) >= 0;
                case NUMBER -> Integer.parseInt(value) >= 0;
                case FLAG -> value.equals("true") || value.equals("false");
                case DAY -> {
                    var day = LocalDate.parse(value);
                    yield day.getYear() >= 1900 && day.getYear() <= 2199;
                }
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    /// Whether it holds, as it holds in `reporting.case_span`.
    boolean holds(Case one, Standpoint at) {
        var fact = at.fact(one, field);
        return switch (op) {
            case FILLED -> fact != null;
            case EMPTY -> fact == null;
            case PASSED -> fact != null && ((LocalDate) fact).isBefore(at.day());
            case IS -> fact != null && values.contains(fact.toString());
            case IS_NOT -> fact != null && !values.contains(fact.toString());
            case WITHIN -> fact != null && values.stream().anyMatch(top -> at.within(Long.parseLong(top)).contains((Long) fact));
            case SAYS -> fact != null && any(value -> fact.toString().toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT)));
            case FROM -> fact != null && any(value -> compare(fact, value) >= 0);
            case TO -> fact != null && any(value -> compare(fact, value) <= 0);
        };
    }

    private boolean any(Predicate<String> test) {
        return values.stream().anyMatch(test);
    }

    private int compare(Object fact, String value) {
        return fact instanceof LocalDate day ? day.compareTo(LocalDate.parse(value)) : Integer.compare((Integer) fact, Integer.parseInt(value));
    }
}
