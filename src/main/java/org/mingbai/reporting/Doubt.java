package org.mingbai.reporting;

import java.util.List;

/// A number of a report that cannot be right as it stands, or goes ill with another. A person looks at it.
/// @param begin where it stands in the text; @param end behind its last letter
/// @param args what fills the holes of the rule's sentence, `reporting.lint.<RULE>`
public record Doubt(Rule rule, int begin, int end, List<String> args) {

    public Doubt {
        args = List.copyOf(args);
    }

    /// What is held against a report. None needs anything but the report itself.
    public enum Rule {
        /// A share of a whole lies between 0 and 100 %.
        RATE_OUT_OF_RANGE,
        /// A part is larger than the whole it is said to be of.
        PART_LARGER,
        /// What is done and what is open do not add up to what there is.
        PARTS_DO_NOT_ADD_UP,
        /// The parts told beside a whole do not come to it.
        SUM_DIFFERS,
        /// More is done than there was to do.
        DONE_MORE_THAN_FOUND,
        /// More came back than was sent out.
        MORE_BACK_THAN_OUT,
        /// A rate is not what its two numbers give.
        RATE_DIFFERS,
        /// Everything is called done, and beside it something is open.
        ALL_DONE_BESIDE_OPEN,
        /// The same is told twice, with two numbers.
        TOLD_TWICE,
        /// It is said to rise and falls, or the other way round.
        WRONG_WAY,
        /// Shares of one whole come to more than all of it.
        SHARES_OVER_ALL,
        /// A total of a table is not the sum above it.
        TOTAL_DIFFERS,
        /// There is no such day.
        NO_SUCH_DAY
    }
}
