package org.mingbai.supervision.callout;

import org.mingbai.directory.OrganisationId;

/// How a unit answers calls: every number is the size of a list that can be opened. Neither too many nor too few calls are good in themselves.
/// @param released on the way still when the call ended before its time
public record CallRate(OrganisationId unit, int called, int inTime, int late, int absent, int released) {}
