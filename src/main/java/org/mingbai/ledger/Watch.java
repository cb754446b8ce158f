package org.mingbai.ledger;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.TenantId;

/// Who watches over matters says what makes their lights worse, and from when on. A bean of this type is all it takes; without one, only
/// the deadline counts.
public interface Watch {

    /// All there is to worry about, also what lies ahead. Answers the same for the same matter until something is written about it.
    List<Worry> worries(TenantId tenant, Matter matter);

    /// What a rule would give it if it were assigned now; nothing where none does.
    Optional<DueOffer> offer(TenantId tenant, Matter matter);
}
