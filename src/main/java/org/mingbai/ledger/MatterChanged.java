package org.mingbai.ledger;

import org.mingbai.directory.TenantId;

/// A line was added to a journal. Told inside the transaction that writes it.
public record MatterChanged(TenantId tenant, MatterId matter, Line line) {}
