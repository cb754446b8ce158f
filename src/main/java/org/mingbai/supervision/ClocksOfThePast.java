package org.mingbai.supervision;

import java.time.LocalDate;
import org.mingbai.directory.SignedIn;

/// Tries a limit on matters of the past before it is put in force.
public interface ClocksOfThePast {

    /// Counts only what the asker may see.
    /// @param proposed tried as if it had been in force since that day
    /// @param since the first day a matter was raised
    /// @param until the last such day
    PastTrial tried(SignedIn who, TimeRule proposed, LocalDate since, LocalDate until);
}
