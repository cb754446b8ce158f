package org.mingbai.ledger.store;

import java.util.HashMap;
import java.util.List;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.shell.database.Copy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes many new matters at the speed of COPY, inside the caller's transaction.
@Component
public class BulkWriter {

    /// A matter that begins, with the line it begins by.
    public record Birth(Matter matter, Line line, long said) {}

    private final JdbcTemplate db;
    private final Copy copy;
    private final Lamps lamps;

    BulkWriter(JdbcTemplate db, Copy copy, Lamps lamps) {
        this.db = db;
        this.copy = copy;
        this.lamps = lamps;
    }

    public List<Long> nextNumbers(int count) {
        return db.queryForList("select nextval('ledger.matter_number') from generate_series(1, ?)", Long.class, count);
    }

    public void begin(TenantId tenant, List<Birth> births) {
        var matters = new Copy.Rows();
        var entries = new Copy.Rows();
        var parts = new Copy.Rows();
        var counts = new Copy.Rows();
        var buckets = new HashMap<MatterRow.Bucket, Integer>();
        var waiting = new Copy.Rows();
        var unsealed = new Copy.Rows();
        for (var birth : births) {
            var row = MatterRow.of(birth.matter(), lamps.turning(tenant, birth.matter()));
            var line = birth.line();
            matters.row(tenant.value(), row.id(), row.register(), row.policyVersion(), row.title(), row.number(), row.category(), row.source(),
                    row.stage(), row.round(), row.lead(), row.turnUnit(), row.turnRole(), row.due(), row.originalDue(), row.riskFrom(),
                    row.lateFrom(), row.setSign(), row.setUntil(), row.outcome(),
                    row.closedOn(), row.aboutKept(), row.raisedBy(), row.raisedAt(), row.changedAt(), row.seq());
            entries.row(tenant.value(), row.id(), line.seq(), EntryJson.kind(line.entry()), EntryJson.VERSION, EntryJson.body(line.entry()),
                    line.by().value(), line.as().unit().value(), line.as().role(), line.at(), line.day(), line.key(), birth.said(),
                    row.turnUnit(), row.turnRole());
            birth.matter().parts().forEach(unit -> parts.row(tenant.value(), unit, row.id()));
            buckets.merge(row.bucket(birth.matter()), 1, Integer::sum);
            waiting.row(tenant.value(), row.id());
            unsealed.row(tenant.value(), row.id(), line.seq(), true);
        }
        buckets.forEach((bucket, number) -> counts.row(tenant.value(), bucket.register(), bucket.stage(), bucket.lead(), bucket.turnUnit(),
                bucket.turnRole(), bucket.due(), MatterRow.at(bucket.turning().riskFrom()), MatterRow.at(bucket.turning().lateFrom()),
                bucket.turning().set(), MatterRow.at(bucket.turning().setUntil()), MatterLists.array(bucket.parts()),
                MatterLists.arrayOrNull(bucket.about()), number));
        copy.into("ledger.matter (tenant, id, register, policy_version, title, number, category, source, stage, round, lead, turn_unit, turn_role, "
                + "due, original_due, risk_from, late_from, set_sign, set_until, outcome, closed_on, about, raised_by, raised_at, changed_at, seq)", matters);
        copy.into("ledger.entry (tenant, matter, seq, kind, version, body, by_person, by_unit, by_role, at, day, key, said, turn_unit, turn_role)",
                entries);
        copy.into("ledger.part (tenant, unit, matter)", parts);
        copy.into("ledger.tally_delta (tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, "
                + "parts, about, n)", counts);
        copy.into("ledger.unwritten (tenant, matter)", waiting);
        copy.into("ledger.unsealed (tenant, matter, seq, in_bulk)", unsealed);
    }
}
