package org.mingbai.reporting.cases;

import java.util.List;
import java.util.Map;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.MatterId;

/// Hears of journals as they are read for figures, in the same transaction, so that nothing has to read them a second time.
public interface JournalsRead {

    void read(TenantId tenant, Map<MatterId, List<Line>> journals);
}
