package org.mingbai.directory;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Somebody signed in, as their requests are served today: made anew when the directory or the day changes.
///
/// @param unit the unit of their foremost post, for people to read
/// @param mustChangePassword until then they may do nothing else
/// @param mustSetUpSecondFactor nor until that is done
/// @param sessionMax after which they sign in again, however busy
public record Presence(SignedIn who, Set<Right> rights, String unit, List<Lent> lent, boolean mustChangePassword, boolean mustSetUpSecondFactor,
        Duration idleMax, Optional<Duration> sessionMax) {

    /// For whom they stand in, and until when.
    public record Lent(String name, LocalDate last) {}

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
