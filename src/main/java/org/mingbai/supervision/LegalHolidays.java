package org.mingbai.supervision;

import java.time.LocalDate;
import java.util.Optional;

/// Holidays that the law names, whether or not a notice has said how they fall.
public interface LegalHolidays {

    /// The holiday's name.
    Optional<String> on(LocalDate date);
}
