package org.mingbai.directory;

import java.util.Set;

/// Who is acting, and in which posts: their own and those they stand in for today.
public record SignedIn(TenantId tenant, PersonId person, String name, Set<Seat> seats) {

    public boolean holds(Seat seat) {
        return seats.contains(seat);
    }

    public boolean holds(Role role) {
        return seats.stream().anyMatch(seat -> seat.role() == role);
    }
}
