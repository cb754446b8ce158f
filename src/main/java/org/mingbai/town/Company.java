package org.mingbai.town;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.mingbai.directory.Directory;
import org.mingbai.directory.SignedIn;
import org.mingbai.town.cast.Cast;

/// The people of the town, each ready to act at a moment.
final class Company {

    private final TownClock clock;
    private final Map<String, SignedIn> people = new HashMap<>();

    /// @param longAgo a day when everybody was in office: nobody here acts by a post that was lent to him
    Company(Directory directory, TownClock clock, Cast cast, LocalDateTime longAgo) {
        this.clock = clock;
        cast.people().forEach((code, id) -> people.put(code, clock.at(longAgo, () -> directory.actingAs(cast.tenant(), id).orElseThrow())));
    }

    Map<String, SignedIn> people() {
        return people;
    }

    <T> T as(String code, LocalDateTime moment, Function<SignedIn, T> doing) {
        return clock.at(moment, () -> doing.apply(people.get(code)));
    }
}
