package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.TenantId;

/// Who watches over matters says what makes their lights worse, and from when on. A bean of this type is all it takes; without one, only
/// the deadline counts.
public interface Watch {

    /// All there is to worry about, also what lies ahead. Answers the same for the same matter until something is written about it.
    /// Of what is parked, only what runs on meanwhile.
    List<Worry> worries(TenantId tenant, Matter matter);

    /// What a rule would give it if it were assigned now; nothing where none does.
    Optional<DueOffer> offer(TenantId tenant, Matter matter);

    /// The time for such an act, where it is over at that moment; nothing where it is open, or no rule sets one.
    Optional<Closed> closed(TenantId tenant, Matter matter, ActKind act, OffsetDateTime at);

    /// @param on the last day on which it could be done
    /// @param title of what says so
    record Closed(LocalDate on, String title, String article) {}
}
