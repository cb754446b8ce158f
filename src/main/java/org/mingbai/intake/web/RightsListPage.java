package org.mingbai.intake.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;

/// What persons ask of their own data.
/// @param limit within how many days they are answered, and on what that rests, in words
/// @param toDestroy how many are kept longer than they were to be, proposed or not
/// @param more where the list of what was answered goes on
public record RightsListPage(List<Row> waiting, List<Row> answered, String limit, int toDestroy, Optional<String> more) {

    /// @param due by when, and how long that is; for what was answered, the outcome
    /// @param late whether the day is over
    public record Row(Link wish, String matter, String asked, String due, boolean late) {}
}
