package org.mingbai.reporting;

import java.math.BigDecimal;
import java.util.List;

/// What a figure does with the cases it looks at.
public sealed interface Tally {

    /// How many there are.
    record Count() implements Tally {}

    /// Of how many in a hundred something further holds.
    record Share(List<Condition> part) implements Tally {

        public Share {
            part = List.copyOf(part);
        }
    }

    /// In how many days, counted by the calendar, one day follows another; cases that lack one of the two are left out.
    /// @param percentile 50 is the median; between two cases by the line between them
    record Days(Field from, Field to, int percentile) implements Tally {

        public Days {
            if (from.type() != Field.Type.DAY || to.type() != Field.Type.DAY || percentile < 1 || percentile > 99) {
                throw new IllegalArgumentException(from + " " + to + " " + percentile);
            }
        }
    }

    /// All of a number together; cases where it is nothing are left out.
    record Sum(Field of) implements Tally {

        public Sum {
            if (of.type() != Field.Type.NUMBER) {
                throw new IllegalArgumentException(of.name());
            }
        }
    }

    /// 满意率: the satisfied, and the fairly satisfied at the factor of the formula in force, of a hundred.
    record Satisfaction() implements Tally {}

    /// What it comes to.
    /// @param cases looked at
    /// @param part of them, for a share; for satisfaction those who count in full
    /// @param lesser for satisfaction those who count by the factor
    /// @param number for days and sums
    record Counted(long cases, long part, long lesser, BigDecimal number) {

        /// With these, which are none of them.
        public Counted with(Counted more) {
            return new Counted(cases + more.cases, part + more.part, lesser + more.lesser, number.add(more.number));
        }

        /// Without these, which are among them.
        public Counted without(Counted some) {
            return new Counted(cases - some.cases, part - some.part, lesser - some.lesser, number.subtract(some.number));
        }
    }
}
