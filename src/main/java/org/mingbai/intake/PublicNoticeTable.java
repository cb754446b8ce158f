package org.mingbai.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.notice` and `intake.notice_part`.
@Component
class PublicNoticeTable {

    private final JdbcClient db;

    PublicNoticeTable(JdbcClient db) {
        this.db = db;
    }

    /// Until the transaction ends nobody else writes a version of this tenant.
    void alone(TenantId tenant) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('intake.notice', :tenant))").param("tenant", tenant.value())
                .query((_, _) -> true).single();
    }

    /// The newest first.
    List<Notice> of(TenantId tenant) {
        return db.sql("select version, valid_from from intake.notice where tenant = :tenant order by version desc limit 1000")
                .param("tenant", tenant.value())
                .query((row, _) -> new Notice(row.getInt(1), row.getObject(2, LocalDate.class), parts(tenant, row.getInt(1)))).list();
    }

    Optional<Notice> under(TenantId tenant, UUID key) {
        return db.sql("select version, valid_from from intake.notice where tenant = :tenant and key = :key")
                .param("tenant", tenant.value()).param("key", key)
                .query((row, _) -> new Notice(row.getInt(1), row.getObject(2, LocalDate.class), parts(tenant, row.getInt(1)))).optional();
    }

    private List<Notice.Part> parts(TenantId tenant, int version) {
        return db.sql("""
                select zh_heading, zh_text, en_heading, en_text from intake.notice_part where tenant = :tenant and version = :version order by place
                """).param("tenant", tenant.value()).param("version", version).query(Notice.Part.class).list();
    }

    void insert(TenantId tenant, Notice notice, UUID key, PersonId by, OffsetDateTime now) {
        db.sql("""
                insert into intake.notice (tenant, version, valid_from, key, written_by, written_at) values (:tenant, :version, :from, :key, :by, :now)
                """)
                .param("tenant", tenant.value()).param("version", notice.version()).param("from", notice.from()).param("key", key)
                .param("by", by.value()).param("now", now).update();
        for (int at = 0; at < notice.parts().size(); at++) {
            var part = notice.parts().get(at);
            db.sql("""
                    insert into intake.notice_part (tenant, version, place, zh_heading, zh_text, en_heading, en_text)
                    values (:tenant, :version, :place, :zhHeading, :zhText, :enHeading, :enText)
                    """)
                    .param("tenant", tenant.value()).param("version", notice.version()).param("place", at + 1).param("zhHeading", part.zhHeading())
                    .param("zhText", part.zhText()).param("enHeading", part.enHeading()).param("enText", part.enText()).update();
        }
    }
}
