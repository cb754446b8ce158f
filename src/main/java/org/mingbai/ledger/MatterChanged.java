package org.mingbai.ledger;

import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;

/// A line was added to a journal. Told inside the transaction that writes it.
/// @param before nothing where it begins
public record MatterChanged(TenantId tenant, MatterId matter, Line line, @Nullable Matter before, Matter now) {}
