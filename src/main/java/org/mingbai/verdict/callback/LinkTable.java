package org.mingbai.verdict.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.link` and `verdict.link_secret`.
@Component
class LinkTable {

    private static final String THIS = "tenant = :tenant and matter = :matter and asked_seq = :askedSeq and voice_matter = :voice and voice_no = :no";

    private final JdbcClient db;

    LinkTable(JdbcClient db) {
        this.db = db;
    }

    void add(TenantId tenant, MatterId matter, int askedSeq, Whom whom, OffsetDateTime notBefore, OffsetDateTime now) {
        db.sql("""
                insert into verdict.link (tenant, matter, asked_seq, voice_matter, voice_no, made_at, not_before)
                values (:tenant, :matter, :askedSeq, :voice, :no, :now, :notBefore) on conflict do nothing
                """).param("tenant", tenant.value()).param("matter", matter.value()).param("askedSeq", askedSeq)
                .param("voice", whom.voice().value()).param("no", whom.no()).param("now", now).param("notBefore", notBefore).update();
    }

    /// Takes the one that has waited longest, for as long as the lease lasts; no other node gets it in that time. It is chosen before anything is
    /// changed: a query with a limit that stands in the condition may be asked again for each row.
    Optional<AskingLink> claim(OffsetDateTime now, Duration lease) {
        return db.sql("""
                with next as materialized (
                    select tenant, matter, asked_seq, voice_matter, voice_no from verdict.link
                    where sent_at is null and given_up_at is null and not_before <= :now and (claimed_until is null or claimed_until <= :now)
                    order by not_before limit 1 for update skip locked)
                update verdict.link set claimed_until = :until, attempts = attempts + 1 from next
                where (link.tenant, link.matter, link.asked_seq, link.voice_matter, link.voice_no)
                    = (next.tenant, next.matter, next.asked_seq, next.voice_matter, next.voice_no)
                returning link.*
                """).param("until", now.plus(lease)).param("now", now).query(LinkTable::read).optional();
    }

    void sent(AskingLink link, OffsetDateTime now) {
        at(link, "update verdict.link set sent_at = :now, claimed_until = null, why = null where given_up_at is null and " + THIS)
                .param("now", now).update();
    }

    /// Waits until then, unless another has tried it since.
    /// @param tried whether that was a try; leaving it for quiet hours is none
    void later(AskingLink link, @Nullable String why, OffsetDateTime then, boolean tried) {
        at(link, """
                update verdict.link set claimed_until = null, not_before = :then, why = coalesce(:why, why), attempts = attempts - :untried
                where sent_at is null and attempts = :attempts and
                """ + THIS).param("then", then).param("why", why).param("untried", tried ? 0 : 1).param("attempts", link.attempts()).update();
    }

    void giveUp(AskingLink link, String why, OffsetDateTime now) {
        at(link, "update verdict.link set claimed_until = null, given_up_at = :now, why = :why where sent_at is null and attempts = :attempts and " + THIS)
                .param("now", now).param("why", why).param("attempts", link.attempts()).update();
    }

    void addSecret(AskingLink link, byte[] hash, OffsetDateTime now) {
        at(link, """
                insert into verdict.link_secret (tenant, hash, matter, asked_seq, voice_matter, voice_no, made_at)
                values (:tenant, :hash, :matter, :askedSeq, :voice, :no, :now)
                """).param("hash", hash).param("now", now).update();
    }

    Optional<AskingLink> bySecret(TenantId tenant, byte[] hash) {
        return db.sql("""
                select link.* from verdict.link_secret secret join verdict.link link using (tenant, matter, asked_seq, voice_matter, voice_no)
                where tenant = :tenant and secret.hash = :hash
                """).param("tenant", tenant.value()).param("hash", hash).query(LinkTable::read).optional();
    }

    /// Of every asking of these matters.
    List<AskingLink> of(TenantId tenant, Collection<MatterId> matters) {
        return db.sql("select * from verdict.link where tenant = :tenant and matter = any(:matters)").param("tenant", tenant.value())
                .param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new)).query(LinkTable::read).list();
    }

    private JdbcClient.StatementSpec at(AskingLink link, String sql) {
        return db.sql(sql).param("tenant", link.tenant().value()).param("matter", link.matter().value()).param("askedSeq", link.askedSeq())
                .param("voice", link.whom().voice().value()).param("no", link.whom().no());
    }

    private static AskingLink read(ResultSet row, int number) throws SQLException {
        return new AskingLink(new TenantId(row.getInt("tenant")), new MatterId(row.getLong("matter")), row.getInt("asked_seq"),
                new Whom(new MatterId(row.getLong("voice_matter")), row.getInt("voice_no")), row.getObject("made_at", OffsetDateTime.class),
                row.getInt("attempts"), row.getObject("sent_at", OffsetDateTime.class), row.getObject("given_up_at", OffsetDateTime.class),
                row.getString("why"));
    }
}
