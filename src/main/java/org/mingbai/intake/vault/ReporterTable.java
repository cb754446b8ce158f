package org.mingbai.intake.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.MaskedIdentity;
import org.mingbai.intake.ReporterId;
import org.mingbai.shell.keys.KeyProvider;
import org.mingbai.shell.keys.SealingCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.reporter`.
@Component
public class ReporterTable {

    private final JdbcClient db;

    ReporterTable(JdbcClient db) {
        this.db = db;
    }

    /// What is sealed, and the wrapped key it opens with.
    public record Sealed(ReporterId id, SealingCipher cipher, KeyProvider.Wrapped key, byte[] bytes) {}

    public ReporterId nextId() {
        return new ReporterId(db.sql("select nextval('intake.reporter_id')").query(Long.class).single());
    }

    /// @param phoneIndex nothing where no number was given
    public void insert(TenantId tenant, Sealed sealed, byte @Nullable [] phoneIndex, MaskedIdentity masked, LocalDate keepUntil, OffsetDateTime now) {
        db.sql("""
                insert into intake.reporter
                    (tenant, id, cipher, key, wrapped, sealed, phone_index, masked_name, masked_phone, kept_at, keep_until)
                values (:tenant, :id, :cipher, :key, :wrapped, :sealed, :phoneIndex, :name, :phone, :now, :keepUntil)
                """)
                .param("tenant", tenant.value()).param("id", sealed.id().value()).param("cipher", sealed.cipher().printed())
                .param("key", sealed.key().key()).param("wrapped", sealed.key().bytes()).param("sealed", sealed.bytes())
                .param("phoneIndex", phoneIndex, java.sql.Types.BINARY).param("name", masked.name()).param("phone", masked.phone())
                .param("now", now).param("keepUntil", keepUntil).update();
    }

    public Optional<MaskedIdentity> masked(TenantId tenant, ReporterId id) {
        return db.sql("""
                select masked_name, masked_phone from intake.reporter
                where tenant = :tenant and id = :id and destroyed_at is null and restricted_at is null
                """)
                .param("tenant", tenant.value()).param("id", id.value())
                .query((row, _) -> new MaskedIdentity(row.getString(1), row.getString(2))).optional();
    }

    /// Empty once it is destroyed.
    public Optional<Sealed> sealed(TenantId tenant, ReporterId id) {
        return db.sql("select * from intake.reporter where tenant = :tenant and id = :id and destroyed_at is null")
                .param("tenant", tenant.value()).param("id", id.value()).query(ReporterTable::read).optional();
    }

    public List<ReporterId> byPhone(TenantId tenant, byte[] phoneIndex, int limit) {
        return db.sql("""
                select id from intake.reporter where tenant = :tenant and phone_index = :phoneIndex and restricted_at is null order by id desc limit :limit
                """)
                .param("tenant", tenant.value()).param("phoneIndex", phoneIndex).param("limit", limit)
                .query((row, _) -> new ReporterId(row.getLong(1))).list();
    }

    /// One whose time is over.
    public record Overdue(ReporterId id, LocalDate until) {}

    /// Whose time is over and whom nothing bids to keep, the longest first.
    /// @param after the last of the page before; nothing for the first
    public List<Overdue> overdue(TenantId tenant, LocalDate today, @Nullable Overdue after, int limit) {
        return db.sql("""
                select id, keep_until from intake.reporter
                where tenant = :tenant and keep_until < :today and destroyed_at is null and restricted_basis is null
                    and (keep_until, id) > (coalesce(:until::date, '-infinity'), :id)
                order by keep_until, id limit :limit
                """).param("tenant", tenant.value()).param("today", today).param("until", after == null ? null : after.until())
                .param("id", after == null ? 0 : after.id().value()).param("limit", limit)
                .query((row, _) -> new Overdue(new ReporterId(row.getLong(1)), row.getObject(2, LocalDate.class))).list();
    }

    /// Whose time is over and who is only stored.
    public List<ReporterId> onlyStored(TenantId tenant, LocalDate today, int limit) {
        return db.sql("""
                select id from intake.reporter where tenant = :tenant and keep_until < :today and destroyed_at is null and restricted_basis is not null
                order by keep_until, id limit :limit
                """).param("tenant", tenant.value()).param("today", today).param("limit", limit)
                .query((row, _) -> new ReporterId(row.getLong(1))).list();
    }

    /// False when it was destroyed before.
    public boolean destroy(TenantId tenant, ReporterId id, String why, OffsetDateTime now) {
        return 1 == db.sql("""
                update intake.reporter set cipher = null, key = null, wrapped = null, sealed = null, phone_index = null,
                    masked_name = null, masked_phone = null, destroyed_at = :now, destroyed_why = :why
                where tenant = :tenant and id = :id and destroyed_at is null
                """).param("tenant", tenant.value()).param("id", id.value()).param("why", why).param("now", now).update();
    }

    /// How long a record is kept, and how it stands.
    /// @param restrictedBasis the law for whose sake it is only stored; nothing while it may be used
    public record Keeping(LocalDate until, @Nullable OffsetDateTime destroyedAt, @Nullable String restrictedBasis) {}

    public Optional<Keeping> keeping(TenantId tenant, ReporterId id) {
        return db.sql("select keep_until, destroyed_at, restricted_basis from intake.reporter where tenant = :tenant and id = :id")
                .param("tenant", tenant.value()).param("id", id.value())
                .query((row, _) -> new Keeping(row.getObject(1, LocalDate.class), row.getObject(2, OffsetDateTime.class), row.getString(3))).optional();
    }

    /// From now on it is stored and no more. False when it was before, or is destroyed.
    public boolean restrict(TenantId tenant, ReporterId id, String basis, OffsetDateTime now) {
        return 1 == db.sql("""
                update intake.reporter set restricted_at = :now, restricted_basis = :basis
                where tenant = :tenant and id = :id and restricted_at is null and destroyed_at is null
                """).param("tenant", tenant.value()).param("id", id.value()).param("basis", basis).param("now", now).update();
    }

    /// What another key than this one wraps.
    public List<Sealed> wrappedByOthers(TenantId tenant, String current, int limit) {
        return db.sql("select * from intake.reporter where tenant = :tenant and key <> :current order by key, id limit :limit")
                .param("tenant", tenant.value()).param("current", current).param("limit", limit).query(ReporterTable::read).list();
    }

    /// The data key and what it seals stay what they are.
    public void rewrap(TenantId tenant, ReporterId id, String was, KeyProvider.Wrapped is) {
        db.sql("update intake.reporter set key = :key, wrapped = :wrapped where tenant = :tenant and id = :id and key = :was")
                .param("tenant", tenant.value()).param("id", id.value()).param("was", was)
                .param("key", is.key()).param("wrapped", is.bytes()).update();
    }

    private static Sealed read(ResultSet row, int number) throws SQLException {
        return new Sealed(new ReporterId(row.getLong("id")), SealingCipher.of(row.getString("cipher")),
                new KeyProvider.Wrapped(row.getString("key"), row.getBytes("wrapped")), row.getBytes("sealed"));
    }
}
