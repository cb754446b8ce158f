package org.mingbai.ledger.store;

import java.util.List;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matter;
import org.springframework.modulith.NamedInterface;

/// A table that another module reads from the journals and keeps. A bean of this type lets it be held against them too.
@NamedInterface("check")
public interface KeptBeside {

    /// Where the table says otherwise than the journals of these matters do.
    List<Replay.Difference> differences(TenantId tenant, List<Matter> matters);
}
