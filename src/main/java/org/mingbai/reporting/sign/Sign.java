package org.mingbai.reporting.sign;

import java.util.Optional;
import org.mingbai.directory.OrganisationId;
import org.mingbai.verdict.Rates;

/// Something about a unit that chance alone would seldom do: worth a look, and no more.
/// @param cases how many of its cases were looked at
/// @param marked how many of them
/// @param others how many cases of the other units it was held against, and
/// @param othersMarked how many of those
/// @param interval where the share itself is asked about
public record Sign(SignKind kind, OrganisationId unit, int cases, int marked, int others, int othersMarked, Chance chance,
        Optional<Rates.Share> interval) {}
