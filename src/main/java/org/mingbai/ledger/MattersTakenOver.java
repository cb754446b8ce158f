package org.mingbai.ledger;

import java.util.List;
import org.mingbai.directory.TenantId;

/// Many matters came in at once from an older ledger. Told inside the transaction that writes them.
public record MattersTakenOver(TenantId tenant, List<Matter> matters) {}
