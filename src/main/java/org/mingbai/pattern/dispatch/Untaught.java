package org.mingbai.pattern.dispatch;

import java.util.Collection;
import java.util.Set;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;

/// Which matters must teach nothing, for a reason only another module knows: their reporters asked to be kept confidential.
public interface Untaught {

    Set<MatterId> among(TenantId tenant, Collection<MatterId> matters);
}
