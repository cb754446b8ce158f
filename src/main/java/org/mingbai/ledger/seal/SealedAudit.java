package org.mingbai.ledger.seal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditRow;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.AuditWritten;
import org.mingbai.directory.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The audit trail in the sealed log. It lies here, because the directory knows no ledger.
@Component
class SealedAudit implements SealedLog {

    private static final String NAME = "audit";

    private final AuditTrail trail;
    private final LinesToSeal waiting;

    SealedAudit(AuditTrail trail, LinesToSeal waiting) {
        this.trail = trail;
        this.waiting = waiting;
    }

    @EventListener
    void await(AuditWritten written) {
        waiting.add(written.tenant(), NAME, written.line());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Long, Map<String, @Nullable Object>> rows(TenantId tenant, Collection<Long> lines) {
        var found = new HashMap<Long, Map<String, @Nullable Object>>();
        trail.rows(tenant, lines).forEach(row -> found.put(row.id(), fields(row)));
        return found;
    }

    @Override
    public List<Long> lines(TenantId tenant, long after, int most) {
        return trail.ids(tenant, after, most);
    }

    private static Map<String, @Nullable Object> fields(AuditRow row) {
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("at", Canonical.moment(row.at().toInstant()));
        fields.put("person", row.person());
        fields.put("name", row.name());
        fields.put("address", row.address());
        fields.put("act", row.act());
        fields.put("subject_kind", row.subjectKind());
        fields.put("subject", row.subject());
        fields.put("subject_name", row.subjectName());
        fields.put("before", row.before() == null ? null : Canonical.read(row.before()));
        fields.put("after", row.after() == null ? null : Canonical.read(row.after()));
        return fields;
    }
}
