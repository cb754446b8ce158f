package org.mingbai.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AuditTable(JdbcClient db, Clock clock, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What an act was done to, as the trail names it even after it is renamed.
    record Subject(String kind, @Nullable Long id, String name) {

        static Subject of(Organisation unit) {
            return new Subject("organisation", unit.id().value(), unit.name());
        }

        static Subject of(PersonId id, String name) {
            return new Subject("person", id.value(), name);
        }
    }

    /// The line and what is heard of it are there together or not at all.
    void write(Keeper by, AuditAct act, Subject subject, Map<String, String> before, Map<String, String> after) {
        transaction.executeWithoutResult(_ -> events.publishEvent(new AuditWritten(by.tenant(), added(by, act, subject, before, after))));
    }

    private long added(Keeper by, AuditAct act, Subject subject, Map<String, String> before, Map<String, String> after) {
        return db.sql("""
                insert into directory.audit
                    (tenant, id, at, person, name, address, act, subject_kind, subject, subject_name, before, after)
                values (:tenant, nextval('directory.audit_id'), :at, :person, :name, :address, :act,
                    :subjectKind, :subject, :subjectName, :before::jsonb, :after::jsonb)
                returning id
                """).param("tenant", by.tenant().value()).param("at", OffsetDateTime.now(clock))
                .param("person", by.person().map(PersonId::value).orElse(null)).param("name", by.name())
                .param("address", by.address()).param("act", act.name())
                .param("subjectKind", subject.kind()).param("subject", subject.id()).param("subjectName", subject.name())
                .param("before", json(before)).param("after", json(after)).query(Long.class).single();
    }

    /// The newest lines older than the line `before` that answer to every given part of the question.
    List<AuditLine> lines(TenantId tenant, AuditQuestion asked, int limit) {
        var zone = clock.getZone();
        return db.sql("""
                select * from directory.audit
                where tenant = :tenant
                  and (:before::bigint is null or id < :before)
                  and (:act::text is null or act = :act)
                  and (:from::timestamptz is null or at >= :from)
                  and (:until::timestamptz is null or at < :until)
                  and (:words = '' or position(:words in name) > 0 or position(:words in subject_name) > 0)
                order by id desc limit :limit
                """).param("tenant", tenant.value())
                .param("before", asked.before()).param("act", asked.act() == null ? null : asked.act().name())
                .param("from", asked.first() == null ? null : asked.first().atStartOfDay(zone).toOffsetDateTime())
                .param("until", asked.last() == null ? null : asked.last().plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .param("words", asked.words()).param("limit", limit)
                .query(AuditTable::read).list();
    }

    /// Who last changed a thing, to tell the second of two editors.
    Optional<AuditLine> lastOn(TenantId tenant, String subjectKind, long subject) {
        return db.sql("""
                select * from directory.audit where tenant = :tenant and subject_kind = :kind and subject = :subject
                order by id desc limit 1
                """).param("tenant", tenant.value()).param("kind", subjectKind).param("subject", subject)
                .query(AuditTable::read).optional();
    }

    /// Those of these lines that are there.
    List<AuditRow> rows(TenantId tenant, Collection<Long> ids) {
        return db.sql("""
                select id, at, person, name, address, act, subject_kind, subject, subject_name, before::text, after::text
                from directory.audit where tenant = :tenant and id = any(:ids)
                """).param("tenant", tenant.value()).param("ids", ids.toArray(Long[]::new)).query(AuditRow.class).list();
    }

    /// The numbers of the lines after that one, the smallest first.
    List<Long> ids(TenantId tenant, long after, int limit) {
        return db.sql("select id from directory.audit where tenant = :tenant and id > :after order by id limit :limit")
                .param("tenant", tenant.value()).param("after", after).param("limit", limit).query(Long.class).list();
    }

    private static @Nullable String json(Map<String, String> values) {
        return values.isEmpty() ? null : JSON.writeValueAsString(values);
    }

    private static AuditLine read(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new),
                row.getString("name"),
                row.getString("address"),
                AuditAct.valueOf(row.getString("act")),
                row.getString("subject_kind"),
                Optional.ofNullable(row.getObject("subject", Long.class)),
                row.getString("subject_name"),
                values(row.getString("before")),
                values(row.getString("after")));
    }

    private static Map<String, String> values(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
