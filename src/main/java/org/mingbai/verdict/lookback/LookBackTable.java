package org.mingbai.verdict.lookback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.look_back`.
@Component
class LookBackTable {

    private final JdbcClient db;

    LookBackTable(JdbcClient db) {
        this.db = db;
    }

    void put(TenantId tenant, LookBack look) {
        var found = look.found();
        db.sql("""
                insert into verdict.look_back (tenant, matter, set_seq, round, lead, register, due, seq, looked_on, held, left_out)
                values (:tenant, :matter, :setSeq, :round, :lead, :register, :due, :seq, :on, :held, :leftOut)
                on conflict (tenant, matter, set_seq) do update
                    set seq = excluded.seq, looked_on = excluded.looked_on, held = excluded.held, left_out = excluded.left_out
                """)
                .param("tenant", tenant.value()).param("matter", look.matter().value()).param("setSeq", look.setSeq()).param("round", look.round())
                .param("lead", look.lead() == null ? null : look.lead().value()).param("register", look.register()).param("due", look.due())
                .param("seq", found == null ? null : found.seq()).param("on", found == null ? null : found.on())
                .param("held", found == null ? null : found.held()).param("leftOut", look.leftOut()).update();
    }

    List<LookBack> of(TenantId tenant, Collection<MatterId> matters) {
        return db.sql("select * from verdict.look_back where tenant = :tenant and matter = any(:matters) order by matter, set_seq")
                .param("tenant", tenant.value()).param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .query(LookBackTable::read).list();
    }

    /// What was looked at from one day until before another.
    List<LookBack> looked(TenantId tenant, LocalDate from, LocalDate before) {
        return db.sql("""
                select * from verdict.look_back where tenant = :tenant and looked_on >= :from and looked_on < :before
                order by looked_on, matter, set_seq
                """)
                .param("tenant", tenant.value()).param("from", from).param("before", before).query(LookBackTable::read).list();
    }

    private static LookBack read(ResultSet row, int number) throws SQLException {
        var lead = row.getObject("lead", Long.class);
        var seq = row.getObject("seq", Integer.class);
        return new LookBack(new MatterId(row.getLong("matter")), row.getInt("set_seq"), row.getInt("round"),
                lead == null ? null : new OrganisationId(lead), row.getString("register"), row.getObject("due", LocalDate.class),
                seq == null ? null : new LookBack.Found(seq, row.getObject("looked_on", LocalDate.class), row.getBoolean("held")),
                row.getObject("left_out", Integer.class));
    }
}
