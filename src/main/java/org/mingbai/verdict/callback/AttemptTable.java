package org.mingbai.verdict.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.attempt`. Only added to.
@Component
class AttemptTable {

    private final JdbcClient db;

    AttemptTable(JdbcClient db) {
        this.db = db;
    }

    void add(TenantId tenant, MatterId matter, int askedSeq, Attempt attempt, UUID key, UUID said) {
        db.sql("""
                insert into verdict.attempt (tenant, matter, asked_seq, no, key, at, by, channel, language, reached, words, seq, voice_matter, voice_no, said)
                values (:tenant, :matter, :askedSeq, :no, :key, :at, :by, :channel, :language, :reached, :words, :seq, :voice, :voiceNo, :said)
                """)
                .param("tenant", tenant.value()).param("matter", matter.value()).param("askedSeq", askedSeq).param("no", attempt.no())
                .param("key", key).param("said", said).param("at", attempt.at()).param("by", attempt.by().value()).param("channel", attempt.channel().name())
                .param("language", attempt.language()).param("reached", attempt.reached()).param("words", attempt.words()).param("seq", attempt.seq())
                .param("voice", attempt.whom() == null ? null : attempt.whom().voice().value())
                .param("voiceNo", attempt.whom() == null ? null : attempt.whom().no())
                .update();
    }

    /// What was said under that key.
    Optional<UUID> under(TenantId tenant, MatterId matter, UUID key) {
        return db.sql("select said from verdict.attempt where tenant = :tenant and key = :key and matter = :matter").param("tenant", tenant.value())
                .param("key", key).param("matter", matter.value()).query(UUID.class).optional();
    }

    /// Since it last came to await its verdict, the first one first.
    List<Attempt> of(TenantId tenant, MatterId matter, int askedSeq) {
        return db.sql("select * from verdict.attempt where tenant = :tenant and matter = :matter and asked_seq = :askedSeq order by no")
                .param("tenant", tenant.value()).param("matter", matter.value()).param("askedSeq", askedSeq).query(AttemptTable::read).list();
    }

    /// How often each was tried in vain, asking by asking.
    Map<Asked, Integer> inVain(TenantId tenant, Collection<MatterId> matters) {
        var tries = new HashMap<Asked, Integer>();
        db.sql("""
                select matter, asked_seq, count(*) as n from verdict.attempt
                where tenant = :tenant and matter = any(:matters) and not reached group by matter, asked_seq
                """)
                .param("tenant", tenant.value()).param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .query(row -> {
                    tries.put(new Asked(new MatterId(row.getLong("matter")), row.getInt("asked_seq")), row.getInt("n"));
                });
        return tries;
    }

    /// One asking: a matter, and the entry that brought it to await its verdict.
    record Asked(MatterId matter, int seq) {}

    private static Attempt read(ResultSet row, int number) throws SQLException {
        var voice = row.getObject("voice_matter", Long.class);
        return new Attempt(row.getInt("no"), row.getObject("at", OffsetDateTime.class), new PersonId(row.getLong("by")),
                Attempt.Channel.valueOf(row.getString("channel")), row.getString("language"), row.getBoolean("reached"), row.getString("words"),
                row.getObject("seq", Integer.class), voice == null ? null : new Whom(new MatterId(voice), row.getInt("voice_no")));
    }
}
