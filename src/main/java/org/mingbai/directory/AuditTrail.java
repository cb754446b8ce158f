package org.mingbai.directory;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads what the administrators and the signing-in did. Only ever added to, by the verbs themselves.
@Component
public class AuditTrail {

    private final AuditTable table;

    AuditTrail(AuditTable table) {
        this.table = table;
    }

    /// The newest lines that answer to the question, `limit` at most.
    public List<AuditLine> lines(TenantId tenant, AuditQuestion asked, int limit) {
        return table.lines(tenant, asked, limit);
    }

    /// Who changed a unit last, so that the second of two editors learns what the first one did.
    public Optional<AuditLine> lastOn(TenantId tenant, OrganisationId unit) {
        return table.lastOn(tenant, "organisation", unit.value());
    }

    public Optional<AuditLine> lastOn(TenantId tenant, PersonId person) {
        return table.lastOn(tenant, "person", person.value());
    }
}
