package org.mingbai.reporting.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.Periods;
import org.mingbai.reporting.Tally;

/// What `reporting.case_sum` can answer: how many cases of a sort stand now, or stood when a month was over, by whole months. A year of them is a few
/// thousand rows, however many cases it was.
public final class CaseSums {

    /// The days by whose month cases are summed.
    private static final Set<Field> DAYS = EnumSet.of(Field.RAISED_ON, Field.LISTED_ON, Field.OPENED_ON, Field.ENDED_ON, Field.LOOKED_ON, Field.ASKED_ON);
    /// What tells one sum from another.
    private static final Set<Field> SORTS = EnumSet.of(Field.REGISTER, Field.UNIT_OF, Field.LEVEL, Field.ROUND_NO, Field.OPENED_BY, Field.OUTCOME,
            Field.ON_TIME, Field.LOOKED, Field.CONTACTED, Field.HEARD, Field.SOLVED, Field.SATISFIED, Field.CLAIMED, Field.LEFT_OUT, Field.EXCLUDED);

    private CaseSums() {}

    /// Whether these are whole months, the last of them as far as the day they are asked of at least. No day of a case lies ahead of that.
    public static boolean span(Periods periods, LocalDate asOf) {
        return periods.starts().stream().allMatch(start -> start.getDayOfMonth() == 1) && wholeMonth(periods.to(periods.size() - 1), asOf);
    }

    private static boolean wholeMonth(LocalDate to, LocalDate asOf) {
        return to.getDayOfMonth() == to.lengthOfMonth() || !to.isBefore(asOf);
    }

    /// Whether a figure counts nothing that the sums do not tell apart.
    public static boolean tell(Figure figure, Collection<Condition> narrowed) {
        boolean counts = switch (figure.tally()) {
            case Tally.Count _, Tally.Share _, Tally.Satisfaction _ -> true;
            case Tally.Days _, Tally.Sum _ -> false;
        };
        return counts && figure.window() != null && DAYS.contains(figure.window())
                && Stream.concat(figure.asked().stream(), narrowed.stream().map(Condition::field)).allMatch(SORTS::contains);
    }
}
