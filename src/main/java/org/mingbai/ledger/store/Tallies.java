package org.mingbai.ledger.store;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sums what acts have changed in the counts, so that reading them stays short. Two nodes may both try; one at a time does.
@Component
public class Tallies {

    private static final long LOCK = 0x6D62_7461_6C6CL;

    private final JdbcTemplate db;

    Tallies(JdbcTemplate db) {
        this.db = db;
    }

    /// The number of changes summed; 0 when another node is at it.
    @Transactional
    public long sum() {
        if (!Boolean.TRUE.equals(db.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
            return 0;
        }
        var summed = db.queryForObject("""
                with taken as (delete from ledger.tally_delta returning *),
                net as (
                    select tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, parts, about,
                        sum(n) n, count(*) lines
                    from taken
                    group by tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, parts, about),
                added as (
                    insert into ledger.tally (tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, parts,
                        about, n)
                    select tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, parts,
                        about, n from net where n <> 0
                    on conflict on constraint tally_bucket do update set n = tally.n + excluded.n)
                select coalesce(sum(lines), 0) from net
                """, Long.class);
        db.update("delete from ledger.tally where n = 0");
        return summed == null ? 0 : summed;
    }
}
