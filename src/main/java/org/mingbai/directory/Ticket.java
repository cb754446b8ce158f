package org.mingbai.directory;

import java.io.Serializable;

/// What a session remembers: who signed in, with which of the account's successive passwords. Never rights, for these change.
/// @param vouched whether an identity provider vouched for them, and no password was asked for
public record Ticket(int tenant, long person, int epoch, boolean vouched) implements Serializable {

    public TenantId tenantId() {
        return new TenantId(tenant);
    }

    public PersonId personId() {
        return new PersonId(person);
    }

    /// The same in sessions begun after all others ended.
    Ticket next() {
        return new Ticket(tenant, person, epoch + 1, vouched);
    }

    /// For whoever had that one before: what vouched for them still does.
    public Ticket after(Ticket before) {
        return new Ticket(tenant, person, epoch, before.vouched);
    }

    /// Whether both open the same account.
    public boolean isLike(Ticket other) {
        return tenant == other.tenant && person == other.person && epoch == other.epoch;
    }
}
