package org.mingbai.ledger.store;

import java.util.TreeSet;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes an entry and all that is read from it, in one statement: a second trip to the server would cost more than the work.
@Component
public class Writer {

    private final JdbcTemplate db;
    private final Lamps lamps;

    Writer(JdbcTemplate db, Lamps lamps) {
        this.db = db;
        this.lamps = lamps;
    }

    public long nextNumber() {
        return db.queryForObject("select nextval('ledger.matter_number')", Long.class);
    }

    /// @param said what was asked, hashed: see `EntryJson.said`
    public void begin(TenantId tenant, Matter matter, Line line, long said) {
        var row = MatterRow.of(matter, lamps.turning(tenant, matter));
        db.update("""
                with born as (
                    insert into ledger.matter (tenant, id, register, policy_version, title, number, category, source, stage, round, lead,
                        turn_unit, turn_role, due, original_due, risk_from, late_from, set_sign, set_until, outcome, closed_on, about, raised_by,
                        raised_at, changed_at, seq)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint[], ?, ?, ?, ?)
                    returning tenant, id, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, about, seq),
                written as (
                    insert into ledger.entry (tenant, matter, seq, kind, version, body, by_person, by_unit, by_role, at, day, key, said, turn_unit, turn_role)
                    select tenant, id, 1, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, turn_unit, turn_role from born),
                counted as (
                    insert into ledger.tally_delta (tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign,
                        set_until, parts, about, n)
                    select tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, ?::bigint[], about, 1
                    from born),
                waiting as (
                    insert into ledger.unwritten (tenant, matter) select tenant, id from born),
                unsealed as (
                    insert into ledger.unsealed (tenant, matter, seq) select tenant, id, seq from born)
                insert into ledger.part (tenant, unit, matter) select tenant, unit, id from born, unnest(?::bigint[]) unit
                """,
                tenant.value(), row.id(), row.register(), row.policyVersion(), row.title(), row.number(), row.category(), row.source(),
                row.stage(), row.round(), row.lead(), row.turnUnit(), row.turnRole(), row.due(), row.originalDue(), row.riskFrom(), row.lateFrom(),
                row.setSign(), row.setUntil(), row.outcome(),
                row.closedOn(), row.aboutKept(), row.raisedBy(), row.raisedAt(), row.changedAt(), row.seq(),
                EntryJson.kind(line.entry()), EntryJson.VERSION, EntryJson.body(line.entry()), line.by().value(), line.as().unit().value(),
                line.as().role().name(), line.at(), line.day(), line.key(), said, MatterLists.array(matter.parts()), MatterLists.array(matter.parts()));
    }

    /// False when another hand wrote this number first. What leaves the counts is what the row said, not what would be read from the journal
    /// today: a notice of holidays may have come in between.
    public boolean append(TenantId tenant, Matter before, Matter after, Line line, long said) {
        var is = MatterRow.of(after, lamps.turning(tenant, after));
        boolean saysMore = !before.subject().equals(after.subject()) || Evidence.laidBy(line.entry()).stream().anyMatch(Evidence.File::mayHoldText);
        var newParts = new TreeSet<>(after.parts());
        newParts.removeAll(before.parts());
        var written = db.queryForObject("""
                with changed as (
                    update ledger.matter set title = ?, number = ?, category = ?, source = ?, stage = ?, round = ?, lead = ?, turn_unit = ?,
                        turn_role = ?, due = ?, original_due = ?, risk_from = ?, late_from = ?, set_sign = ?, set_until = ?,
                        outcome = ?, closed_on = ?, about = ?::bigint[], changed_at = ?, seq = ?
                    where tenant = ? and id = ? and seq = ?
                    returning new.*, old.stage was_stage, old.lead was_lead, old.turn_unit was_turn_unit, old.turn_role was_turn_role,
                        old.due was_due, old.risk_from was_risk_from, old.late_from was_late_from, old.set_sign was_set_sign,
                        old.set_until was_set_until, old.about was_about,
                        ? or (new.stage, new.lead, new.turn_unit, new.turn_role, new.due, new.risk_from, new.late_from, new.set_sign, new.set_until,
                                new.about)
                            is distinct from (old.stage, old.lead, old.turn_unit, old.turn_role, old.due, old.risk_from, old.late_from,
                                old.set_sign, old.set_until, old.about) moved),
                written as (
                    insert into ledger.entry (tenant, matter, seq, kind, version, body, by_person, by_unit, by_role, at, day, key, said, turn_unit, turn_role)
                    select tenant, id, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, turn_unit, turn_role from changed),
                counted as (
                    insert into ledger.tally_delta (tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign,
                        set_until, parts, about, n)
                    select tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, ?::bigint[], about, 1
                    from changed where moved
                    union all
                    select tenant, register, was_stage, was_lead, was_turn_unit, was_turn_role, was_due, was_risk_from, was_late_from, was_set_sign,
                        was_set_until, ?::bigint[], was_about, -1
                    from changed where moved),
                waiting as (
                    insert into ledger.unwritten (tenant, matter) select tenant, id from changed where ?),
                unsealed as (
                    insert into ledger.unsealed (tenant, matter, seq) select tenant, id, seq from changed),
                taking_part as (
                    insert into ledger.part (tenant, unit, matter) select tenant, unit, id from changed, unnest(?::bigint[]) unit
                    on conflict do nothing)
                select count(*) from changed
                """,
                Integer.class,
                is.title(), is.number(), is.category(), is.source(), is.stage(), is.round(), is.lead(), is.turnUnit(), is.turnRole(),
                is.due(), is.originalDue(), is.riskFrom(), is.lateFrom(), is.setSign(), is.setUntil(),
                is.outcome(), is.closedOn(), is.aboutKept(), is.changedAt(), is.seq(), tenant.value(), is.id(), before.seq(), !newParts.isEmpty(),
                line.seq(), EntryJson.kind(line.entry()), EntryJson.VERSION, EntryJson.body(line.entry()), line.by().value(),
                line.as().unit().value(), line.as().role().name(), line.at(), line.day(), line.key(), said,
                MatterLists.array(after.parts()), MatterLists.array(before.parts()), saysMore, MatterLists.array(newParts));
        return written != null && written == 1;
    }
}
