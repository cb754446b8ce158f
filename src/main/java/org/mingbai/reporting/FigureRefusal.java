package org.mingbai.reporting;

import java.time.LocalDate;

/// Why a figure was not asked or not made.
public sealed interface FigureRefusal {

    /// There is none of that code, or it is somebody else's own.
    record Unknown(String code) implements FigureRefusal {}

    /// It looks at something this person may not filter by.
    record FieldNotYours(Field field) implements FigureRefusal {}

    /// Nothing was written here by then.
    /// @param began the first day of which something is known
    record BeforeTheLedger(LocalDate asOf, LocalDate began) implements FigureRefusal {}

    record NothingWritten() implements FigureRefusal {}

    record InTheFuture(LocalDate asOf) implements FigureRefusal {}
}
