package org.mingbai.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Sight;
import org.mingbai.directory.SignedIn;

/// Which matters somebody may know of: what their units have a part in, without what complains of those units (I4).
/// @param keptFrom what complains of one of these is kept from them
public record Purview(Sight sight, Set<OrganisationId> keptFrom) {

    static Purview of(SignedIn who, Directory directory, Registers registers) {
        return new Purview(directory.sightOf(who), Access.keptFrom(who, directory.treeOf(who.tenant()), registers.offices(who.tenant())));
    }

    /// @param office the one that keeps the matter's register
    boolean covers(Matter matter, OrganisationId office) {
        return (hasPart(matter) || sight.reaches(office)) && !keepsFrom(matter.concern().keptFrom());
    }

    private boolean hasPart(Matter matter) {
        return matter.parts().stream().anyMatch(unit -> sight.reaches(new OrganisationId(unit)));
    }

    private boolean keepsFrom(List<OrganisationId> about) {
        return !about.isEmpty() && !Collections.disjoint(about, (Collection<?>) keptFrom);
    }
}
