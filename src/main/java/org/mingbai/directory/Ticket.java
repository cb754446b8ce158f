package org.mingbai.directory;

import java.io.Serializable;

/// What a session remembers: who signed in, with which of the account's successive passwords. Never rights, for these change.
public record Ticket(int tenant, long person, int epoch) implements Serializable {

    public TenantId tenantId() {
        return new TenantId(tenant);
    }

    public PersonId personId() {
        return new PersonId(person);
    }
}
