package org.mingbai.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// Who answers for a round: one lead unit, one leader, units called in, and by when.
/// @param leader the leader's name as the ledger prints it
/// @param owners the names of those who do the work
/// @param due by when; an old ledger may not say, whoever assigns here must
/// @param coHandlers units called in, each answering for its own part
public record Assignment(
        OrganisationId lead,
        @Nullable String leader,
        List<String> owners,
        List<OrganisationId> coHandlers,
        @Nullable Deadline due,
        @Nullable String requirement) {

    public Assignment {
        owners = owners == null ? List.of() : List.copyOf(owners);
        coHandlers = coHandlers == null ? List.of() : List.copyOf(coHandlers);
    }

    Assignment dueBy(Deadline day) {
        return new Assignment(lead, leader, owners, coHandlers, day, requirement);
    }

    Assignment withCoHandlers(List<OrganisationId> units) {
        return new Assignment(lead, leader, owners, units, due, requirement);
    }
}
