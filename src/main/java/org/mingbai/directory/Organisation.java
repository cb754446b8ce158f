package org.mingbai.directory;

import java.util.Optional;

/// One unit with everything the directory keeps of it. `version` rises with every change.
public record Organisation(
        OrganisationId id,
        Optional<OrganisationId> parent,
        String name,
        String shortName,
        OrganisationKind kind,
        Optional<CreditCode> creditCode,
        Span validity,
        Optional<OrganisationId> predecessor,
        int version) {}
