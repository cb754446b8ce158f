package org.mingbai.supervision.callout;

import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// Which call-outs a list shows.
/// @param unit only those in which that unit was called
/// @param standing only those in which a called unit stands so
public record CallFilter(@Nullable OrganisationId unit, CallOut.@Nullable Standing standing) {

    public static final CallFilter ALL = new CallFilter(null, null);
}
