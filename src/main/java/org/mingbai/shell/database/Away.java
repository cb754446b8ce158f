package org.mingbai.shell.database;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells a database that is not there, does not answer or has no room from a mistake in what it was asked.
public final class Away {

    /// Classes of SQLSTATE: the connection broke, no room or no connection left, stopped or starting, an error of the system beneath.
    private static final List<String> STATES = List.of("08", "53", "57P", "58");
    private static final int CAUSES_MAX = 20;

    private Away() {}

    /// Whether that is what it comes from.
    public static boolean causes(@Nullable Throwable broken) {
        var at = broken;
        for (int depth = 0; at != null && depth < CAUSES_MAX; depth++) {
            if (at instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /// Only the pool gives no state: it has no connection in time, or the one at hand is closed because it broke.
    private static boolean isAway(@Nullable String state) {
        return state == null || STATES.stream().anyMatch(state::startsWith);
    }
}
