package org.mingbai.town.cast;

import java.util.List;
import java.util.Map;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;

/// The town as the directory knows it.
public record Cast(TenantId tenant, Map<Unit, OrganisationId> units, Map<String, PersonId> people) {

    public OrganisationId id(Unit unit) {
        return units.get(unit);
    }

    public List<OrganisationId> ids(List<Unit> some) {
        return some.stream().map(this::id).toList();
    }
}
