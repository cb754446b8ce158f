package org.mingbai.ledger.web;

import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;

/// Units and people of one tenant by name, for one page.
final class Naming {

    private final Directory directory;
    private final TenantId tenant;
    private final OrganisationTree tree;

    Naming(Directory directory, TenantId tenant) {
        this.directory = directory;
        this.tenant = tenant;
        this.tree = directory.treeOf(tenant);
    }

    String unit(OrganisationId id) {
        return tree.unit(id).map(OrganisationTree.Unit::name).orElse("");
    }

    String person(PersonId id) {
        return directory.personName(tenant, id);
    }
}
