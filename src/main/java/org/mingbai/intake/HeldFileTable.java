package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.StoredFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The files kept apart.
@Repository
class HeldFileTable {

    private final JdbcClient db;

    HeldFileTable(JdbcClient db) {
        this.db = db;
    }

    /// Every time this content came with the voice.
    void hold(TenantId tenant, Voice voice, String sha256, HeldFile.Why why, OffsetDateTime at) {
        db.sql("""
                insert into intake.held_file (tenant, matter, no, place, why, since)
                select tenant, matter, no, place, :why, :at from intake.voice_file
                where tenant = :tenant and matter = :matter and no = :no and sha256 = :sha256
                on conflict do nothing
                """)
                .param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no()).param("sha256", sha256)
                .param("why", why.name()).param("at", at).update();
    }

    List<HeldFile> of(TenantId tenant, MatterId matter, int no) {
        return db.sql("""
                select f.sha256, f.name, f.media_type, f.size, h.why, h.since, h.decision, h.decided_by, h.decided_at, h.reason
                from intake.held_file h join intake.voice_file f using (tenant, matter, no, place)
                where h.tenant = :tenant and h.matter = :matter and h.no = :no order by h.place
                """).param("tenant", tenant.value()).param("matter", matter.value()).param("no", no).query(HeldFileTable::read).list();
    }

    /// Whether it was still undecided.
    boolean decide(TenantId tenant, Voice voice, String sha256, HeldFile decided) {
        return db.sql("""
                update intake.held_file h set decision = :decision, decided_by = :by, decided_at = :at, reason = :reason
                from intake.voice_file f
                where f.tenant = h.tenant and f.matter = h.matter and f.no = h.no and f.place = h.place
                    and h.tenant = :tenant and h.matter = :matter and h.no = :no and f.sha256 = :sha256 and h.decision is null
                """)
                .param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no()).param("sha256", sha256)
                .param("decision", decided.decision().name()).param("by", decided.by().value()).param("at", decided.at())
                .param("reason", decided.reason()).update() > 0;
    }

    private static HeldFile read(ResultSet row, int number) throws SQLException {
        var decision = row.getString("decision");
        return new HeldFile(new StoredFile(row.getString("sha256"), row.getString("name"), row.getString("media_type"), row.getLong("size")),
                HeldFile.Why.valueOf(row.getString("why")), row.getObject("since", OffsetDateTime.class),
                decision == null ? null : HeldFile.Decision.valueOf(decision), decision == null ? null : new PersonId(row.getLong("decided_by")),
                row.getObject("decided_at", OffsetDateTime.class), row.getString("reason"));
    }
}
