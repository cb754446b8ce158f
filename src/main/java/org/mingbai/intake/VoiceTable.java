package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.StoredFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.voice`, with its files and its lines in journals.
@Component
class VoiceTable {

    private final JdbcClient db;

    VoiceTable(JdbcClient db) {
        this.db = db;
    }

    /// How a voice came in.
    /// @param receipt the hash of the code on its receipt
    /// @param said a keyed hash of the whole form
    record Arrival(UUID key, byte[] receipt, byte[] said, PersonId by) {}

    /// A voice that came in under that key before.
    record Before(Voice voice, byte[] said) {}

    /// Until the transaction ends nobody else takes in anything under this key.
    void alone(TenantId tenant, UUID key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:key, :tenant))")
                .param("key", key.toString()).param("tenant", tenant.value()).query((_, _) -> true).single();
    }

    Optional<Before> under(TenantId tenant, UUID key) {
        return db.sql("select * from intake.voice where tenant = :tenant and key = :key").param("tenant", tenant.value()).param("key", key)
                .query((row, n) -> new Before(read(row, n), row.getBytes("said"))).optional();
    }

    void insert(TenantId tenant, Voice voice, Arrival arrival) {
        db.sql("""
                insert into intake.voice
                    (tenant, matter, no, channel, reporter, anonymous, confidential, language, receipt, unit, received_by, received_at, key, said,
                    notice)
                values (:tenant, :matter, :no, :channel, :reporter, :anonymous, :confidential, :language, :receipt, :unit, :by, :receivedAt, :key, :said,
                    :notice)
                """)
                .param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no()).param("channel", voice.channel())
                .param("reporter", voice.reporter() == null ? null : voice.reporter().value())
                .param("anonymous", voice.anonymous()).param("confidential", voice.confidential()).param("language", voice.language())
                .param("receipt", arrival.receipt()).param("unit", voice.unit().value()).param("by", arrival.by().value())
                .param("receivedAt", voice.receivedAt()).param("key", arrival.key()).param("said", arrival.said())
                .param("notice", voice.notice()).update();
    }

    /// Those of them that at least one voice asked to be kept confidential in.
    Set<MatterId> confidential(TenantId tenant, Collection<MatterId> matters) {
        return Set.copyOf(db.sql("select distinct matter from intake.voice where tenant = :tenant and confidential and matter = any(:matters)")
                .param("tenant", tenant.value()).param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .query((row, _) -> new MatterId(row.getLong(1))).list());
    }

    /// After those that came before.
    void insertFiles(TenantId tenant, Voice voice, List<StoredFile> files) {
        int before = files(tenant, voice.matter(), voice.no()).size();
        for (int at = 0; at < files.size(); at++) {
            var file = files.get(at);
            db.sql("""
                    insert into intake.voice_file (tenant, matter, no, place, sha256, name, media_type, size)
                    values (:tenant, :matter, :no, :place, :sha256, :name, :mediaType, :size)
                    """)
                    .param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no()).param("place", before + at + 1)
                    .param("sha256", file.sha256()).param("name", file.name()).param("mediaType", file.mediaType()).param("size", file.size()).update();
        }
    }

    /// Whether any reporter handed that content in with their words.
    boolean hasFile(TenantId tenant, String sha256) {
        return db.sql("select exists (select from intake.voice_file where tenant = :tenant and sha256 = :sha256)").param("tenant", tenant.value())
                .param("sha256", sha256).query(Boolean.class).single();
    }

    List<StoredFile> files(TenantId tenant, MatterId matter, int no) {
        return db.sql("""
                select sha256, name, media_type, size from intake.voice_file where tenant = :tenant and matter = :matter and no = :no order by place
                """).param("tenant", tenant.value()).param("matter", matter.value()).param("no", no).query(StoredFile.class).list();
    }

    Optional<Voice> find(TenantId tenant, MatterId matter, int no) {
        return db.sql("select * from intake.voice where tenant = :tenant and matter = :matter and no = :no")
                .param("tenant", tenant.value()).param("matter", matter.value()).param("no", no).query(VoiceTable::read).optional();
    }

    List<Voice> of(TenantId tenant, Collection<MatterId> matters) {
        return db.sql("select * from intake.voice where tenant = :tenant and matter = any(:matters) order by matter, no")
                .param("tenant", tenant.value()).param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .query(VoiceTable::read).list();
    }

    List<Voice> ofReporters(TenantId tenant, Collection<ReporterId> reporters) {
        return db.sql("select * from intake.voice where tenant = :tenant and reporter = any(:reporters) order by received_at desc")
                .param("tenant", tenant.value()).param("reporters", reporters.stream().map(ReporterId::value).toArray(Long[]::new))
                .query(VoiceTable::read).list();
    }

    /// One question for every code, so that none takes longer for being nearly right.
    Optional<Voice> byReceipt(TenantId tenant, byte[] receipt) {
        return db.sql("select * from intake.voice where tenant = :tenant and receipt = :receipt and withheld_at is null")
                .param("tenant", tenant.value()).param("receipt", receipt).query(VoiceTable::read).optional();
    }

    /// False when it was withdrawn before.
    boolean withdraw(TenantId tenant, Voice voice, OffsetDateTime now) {
        return 1 == db.sql("""
                update intake.voice set withdrawn_at = :now where tenant = :tenant and matter = :matter and no = :no and withdrawn_at is null
                """).param("now", now).param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no()).update();
    }

    /// False when it was withheld before.
    boolean withhold(TenantId tenant, Voice voice, OffsetDateTime now) {
        return 1 == db.sql("""
                update intake.voice set withheld_at = :now where tenant = :tenant and matter = :matter and no = :no and withheld_at is null
                """).param("now", now).param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no()).update();
    }

    /// Another sealed record says who raised it.
    void correct(TenantId tenant, Voice voice, ReporterId reporter) {
        db.sql("update intake.voice set reporter = :reporter where tenant = :tenant and matter = :matter and no = :no and not anonymous")
                .param("reporter", reporter.value()).param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no()).update();
    }

    /// That voice said this line of that journal.
    void said(TenantId tenant, Voice voice, MatterId in, int seq) {
        db.sql("insert into intake.voice_line (tenant, matter, no, in_matter, seq) values (:tenant, :matter, :no, :in, :seq)")
                .param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no())
                .param("in", in.value()).param("seq", seq).update();
    }

    List<Integer> linesOf(TenantId tenant, Voice voice, MatterId in) {
        return db.sql("select seq from intake.voice_line where tenant = :tenant and matter = :matter and no = :no and in_matter = :in order by seq")
                .param("tenant", tenant.value()).param("matter", voice.matter().value()).param("no", voice.no()).param("in", in.value())
                .query(Integer.class).list();
    }

    private static Voice read(ResultSet row, int number) throws SQLException {
        var reporter = row.getObject("reporter", Long.class);
        return new Voice(new MatterId(row.getLong("matter")), row.getInt("no"), row.getString("channel"), reporter == null ? null : new ReporterId(reporter),
                row.getBoolean("anonymous"), row.getBoolean("confidential"), row.getString("language"), new OrganisationId(row.getLong("unit")),
                row.getObject("received_at", OffsetDateTime.class), row.getObject("withdrawn_at", OffsetDateTime.class),
                row.getObject("withheld_at", OffsetDateTime.class), row.getObject("notice", Integer.class));
    }
}
