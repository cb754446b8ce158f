package org.mingbai.supervision;

/// One day of a limit, and whether it was counted.
/// @param number the how-manieth counted day it is; 0 where it is not counted
public record CountedDay(CalendarDay day, Why why, int number) {

    /// Why a day is counted or not.
    public enum Why {
        /// The day on which it begins is not counted: 民法典 Art. 201.
        BEGINNING,
        COUNTED,
        /// Only working days are counted, and this is none.
        NOT_WORKED,
        /// The clock stood still.
        PAUSED,
        /// Granted beyond the limit.
        EXTENDED,
        /// The last day is free, so the limit ends on the first working day after: 民法典 Art. 203.
        FREE_LAST_DAY,
        /// Between a free last day and the working day that takes its place.
        FREE_AFTER_LAST_DAY,
        /// The working day that takes the place of a free last day: 民法典 Art. 203.
        IN_ITS_PLACE
    }
}
