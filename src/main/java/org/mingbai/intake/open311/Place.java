package org.mingbai.intake.open311;

import org.jspecify.annotations.Nullable;

/// Where it is, as a program says it.
/// @param lat degrees north (WGS 84), given together with `lon`
/// @param lon degrees east
record Place(@Nullable String address, @Nullable String addressId, @Nullable Double lat, @Nullable Double lon) {}
