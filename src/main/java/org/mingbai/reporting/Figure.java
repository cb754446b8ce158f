package org.mingbai.reporting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;

/// A named, versioned question to the ledger. A version keeps its meaning for ever; another meaning is another version.
/// @param code in addresses
/// @param own whose it is; nothing where the product brings it
/// @param of what it counts
/// @param where what has to hold of a case to be looked at
/// @param window the day that has to lie in the period asked for; nothing where it counts what stands at the cut-off
public record Figure(String code, int version, @Nullable Own own, CaseKind of, List<Condition> where, @Nullable Field window, Tally tally) {

    public static final int CONDITIONS_MAX = 10;
    public static final int NAME_MAX = 40;

    /// One somebody made.
    /// @param shared whether everybody in the body may ask it; each sees it counted from what they may see
    public record Own(String name, String means, PersonId maker, boolean shared) {}

    public Figure {
        where = List.copyOf(where);
        if (where.size() > CONDITIONS_MAX || window != null && (window.type() != Field.Type.DAY || !window.of(of))) {
            throw new IllegalArgumentException(code + " " + where + " " + window);
        }
        if (Stream.concat(where.stream().map(Condition::field), fieldsOf(tally).stream()).anyMatch(field -> !field.of(of))) {
            throw new IllegalArgumentException(code + " asks of " + of + " what is not known of it");
        }
    }

    /// Every field it looks at.
    public List<Field> fields() {
        return Stream.of(where.stream().map(Condition::field), Optional.ofNullable(window).stream(), fieldsOf(tally).stream()).flatMap(part -> part).toList();
    }

    /// Every field it looks at but the one that puts a case into a month, unless that one is asked of as well.
    public List<Field> asked() {
        return Stream.concat(where.stream().map(Condition::field), fieldsOf(tally).stream()).toList();
    }

    private static List<Field> fieldsOf(Tally tally) {
        return switch (tally) {
            case Tally.Count _ -> List.of();
            case Tally.Share(var part) -> part.stream().map(Condition::field).toList();
            case Tally.Days(var from, var to, _) -> List.of(from, to);
            case Tally.Sum(var number) -> List.of(number);
            case Tally.Satisfaction _ -> List.of(Field.SATISFIED);
        };
    }

    /// What has to hold of a case that is counted, with what the tally needs of it.
    List<Condition> counted() {
        return switch (tally) {
            case Tally.Days(var from, var to, _) -> with(Condition.that(from, Condition.Op.FILLED), Condition.that(to, Condition.Op.FILLED));
            case Tally.Sum(var number) -> with(new Condition(number, Condition.Op.FROM, List.of("1")));
            case Tally.Count _, Tally.Share _, Tally.Satisfaction _ -> where;
        };
    }

    private List<Condition> with(Condition... more) {
        return Stream.concat(where.stream(), Stream.of(more)).toList();
    }

    /// What has to hold of those that make up the part.
    List<Condition> part() {
        return switch (tally) {
            case Tally.Share(var part) -> part;
            case Tally.Satisfaction _ -> List.of(Catalogue.SATISFIED);
            case Tally.Count _, Tally.Days _, Tally.Sum _ -> List.of();
        };
    }

    public boolean percent() {
        return tally instanceof Tally.Share || tally instanceof Tally.Satisfaction;
    }
}
