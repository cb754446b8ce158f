package org.mingbai.intake.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.ReporterId;
import org.mingbai.intake.VaultAct;
import org.mingbai.intake.VaultFilter;
import org.mingbai.intake.VaultLine;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.seal.LinesToSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `intake.vault_log`.
@Component
public class VaultLogTable {

    private final JdbcClient db;
    private final AuditTrail audit;
    private final LinesToSeal unsealed;
    private final TransactionTemplate transaction;

    VaultLogTable(JdbcClient db, AuditTrail audit, LinesToSeal unsealed, PlatformTransactionManager transactions) {
        this.db = db;
        this.audit = audit;
        this.unsealed = unsealed;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whom an act of the vault was about, as far as there is somebody.
    public record Whom(@Nullable ReporterId reporter, @Nullable MatterId matter, @Nullable Integer voice) {

        public static final Whom NOBODY = new Whom(null, null, null);
    }

    /// Each line is sealed, and told to the audit trail as well, without whom it was about: the auditor reads here, the audit administrator there.
    public void write(TenantId tenant, @Nullable PersonId by, VaultAct act, Whom whom, String purpose, OffsetDateTime now) {
        transaction.executeWithoutResult(_ -> {
            long line = added(tenant, by, act, whom, purpose, now);
            unsealed.add(tenant, SealedLooks.NAME, line);
            audit.personalDataUsed(tenant, Optional.ofNullable(by), "intake.vault.act." + act, line);
        });
    }

    /// The same where it need not be said twice within a time: one picture is asked for each time its page is looked at.
    public void writeUnlessSince(OffsetDateTime since, TenantId tenant, PersonId by, VaultAct act, Whom whom, String purpose, OffsetDateTime now) {
        boolean told = db.sql("""
                select exists (select from intake.vault_log where tenant = :tenant and matter = :matter and voice = :voice and act = :act
                    and person = :person and purpose = :purpose and at >= :since)
                """)
                .param("tenant", tenant.value()).param("matter", whom.matter() == null ? null : whom.matter().value()).param("voice", whom.voice())
                .param("act", act.name()).param("person", by.value()).param("purpose", purpose).param("since", since).query(Boolean.class).single();
        if (!told) {
            write(tenant, by, act, whom, purpose, now);
        }
    }

    private long added(TenantId tenant, @Nullable PersonId by, VaultAct act, Whom whom, String purpose, OffsetDateTime now) {
        return db.sql("""
                insert into intake.vault_log (tenant, id, at, act, person, reporter, matter, voice, purpose)
                values (:tenant, nextval('intake.vault_log_id'), :now, :act, :person, :reporter, :matter, :voice, :purpose)
                returning id
                """)
                .param("tenant", tenant.value()).param("now", now).param("act", act.name()).param("person", by == null ? null : by.value())
                .param("reporter", whom.reporter() == null ? null : whom.reporter().value())
                .param("matter", whom.matter() == null ? null : whom.matter().value()).param("voice", whom.voice())
                .param("purpose", purpose).query(Long.class).single();
    }

    /// The newest lines older than that one that fit the filter.
    public List<VaultLine> lines(TenantId tenant, VaultFilter filter, @Nullable Long before, int limit) {
        return db.sql("""
                select * from intake.vault_log where tenant = :tenant and (:before::bigint is null or id < :before)
                and (:person::bigint is null or person = :person) and (:act::text is null or act = :act)
                and (:from::timestamptz is null or at >= :from) and (:until::timestamptz is null or at < :until)
                order by id desc limit :limit
                """).param("tenant", tenant.value()).param("before", before).param("limit", limit)
                .param("person", filter.person() == null ? null : filter.person().value()).param("act", filter.act() == null ? null : filter.act().name())
                .param("from", filter.from()).param("until", filter.until()).query(VaultLogTable::read).list();
    }

    /// How often somebody looked, searched or opened, matter by matter.
    /// @param matter nothing where a search found nobody
    public record Looks(PersonId by, @Nullable MatterId matter, int times) {}

    public List<Looks> looks(TenantId tenant, VaultFilter filter, int limit) {
        return db.sql("""
                select person, matter, count(*) from intake.vault_log where tenant = :tenant and person is not null
                and act in ('REVEALED', 'LOOKED_UP', 'UNMASKED')
                and (:from::timestamptz is null or at >= :from) and (:until::timestamptz is null or at < :until)
                group by person, matter order by count(*) desc, person, matter limit :limit
                """).param("tenant", tenant.value()).param("limit", limit).param("from", filter.from()).param("until", filter.until())
                .query((row, _) -> {
                    var matter = row.getObject(2, Long.class);
                    return new Looks(new PersonId(row.getLong(1)), matter == null ? null : new MatterId(matter), row.getInt(3));
                }).list();
    }

    /// What was done of one kind with one voice, the oldest first.
    public List<VaultLine> about(TenantId tenant, MatterId matter, int voice, VaultAct act, int limit) {
        return db.sql("""
                select * from intake.vault_log where tenant = :tenant and matter = :matter and voice = :voice and act = :act order by id limit :limit
                """).param("tenant", tenant.value()).param("matter", matter.value()).param("voice", voice).param("act", act.name())
                .param("limit", limit).query(VaultLogTable::read).list();
    }

    private static VaultLine read(ResultSet row, int number) throws SQLException {
        return new VaultLine(row.getLong("id"), row.getObject("at", OffsetDateTime.class), VaultAct.valueOf(row.getString("act")),
                Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new),
                Optional.ofNullable(row.getObject("matter", Long.class)).map(MatterId::new),
                Optional.ofNullable(row.getObject("voice", Integer.class)), row.getString("purpose"));
    }
}
