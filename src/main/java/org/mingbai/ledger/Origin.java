package org.mingbai.ledger;

import org.jspecify.annotations.Nullable;

/// Where in an old ledger a matter stood.
/// @param row counted from 1, as the office's own program counts
public record Origin(String file, @Nullable String sheet, int row) {}
