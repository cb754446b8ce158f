package org.mingbai.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an old ledger says a matter stands.
/// @param to who answers, where the directory knows the unit
/// @param closed the old ledger calls it done; here it is TAKEN_OVER, never solved
public record Taken(@Nullable Assignment to, @Nullable Deadline due, List<Measure> measures, @Nullable String progress, boolean closed) {}
