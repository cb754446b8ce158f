package org.mingbai.ledger;

import org.mingbai.directory.TenantId;

/// Who asks those who raised a matter says how many of them there are. A bean of this type is all it takes; without one, one verdict stands for
/// everybody.
public interface Hearers {

    /// How many raised it, or one that was joined to it, and are each heard for themselves. Of two or more, none speaks for the others.
    int heardOneByOne(TenantId tenant, Matter matter);
}
