package org.mingbai.verdict.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.voice_said`. Only added to.
@Component
class VoiceSaidTable {

    private final JdbcClient db;

    VoiceSaidTable(JdbcClient db) {
        this.db = db;
    }

    /// Until the transaction ends nobody else writes down what somebody says of this matter: who answers last knows what all have said.
    void alone(TenantId tenant, MatterId matter) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:matter, :tenant))")
                .param("matter", "verdict.voice_said/" + matter.value()).param("tenant", tenant.value()).query((_, _) -> true).single();
    }

    void add(TenantId tenant, VoiceSaid one, UUID key) {
        var said = one.said();
        db.sql("""
                insert into verdict.voice_said
                    (tenant, matter, asked_seq, voice_matter, voice_no, key, at, channel, reached, heard_from, solved, satisfied, words)
                values (:tenant, :matter, :askedSeq, :voice, :no, :key, :at, :channel, :reached, :heardFrom, :solved, :satisfied, :words)
                """)
                .param("tenant", tenant.value()).param("matter", one.matter().value()).param("askedSeq", one.askedSeq())
                .param("voice", one.voice().value()).param("no", one.no()).param("key", key).param("at", one.at()).param("channel", one.channel().name())
                .param("reached", said.contacted()).param("heardFrom", said.heardFrom())
                .param("solved", said.solved() == null ? null : said.solved().name())
                .param("satisfied", said.satisfied() == null ? null : said.satisfied().name()).param("words", said.words()).update();
    }

    Optional<VoiceSaid> under(TenantId tenant, UUID key) {
        return db.sql("select * from verdict.voice_said where tenant = :tenant and key = :key").param("tenant", tenant.value()).param("key", key)
                .query(VoiceSaidTable::read).optional();
    }

    /// In one asking, the first one first.
    List<VoiceSaid> of(TenantId tenant, MatterId matter, int askedSeq) {
        return db.sql("""
                select * from verdict.voice_said where tenant = :tenant and matter = :matter and asked_seq = :askedSeq order by at, voice_matter, voice_no
                """)
                .param("tenant", tenant.value()).param("matter", matter.value()).param("askedSeq", askedSeq).query(VoiceSaidTable::read).list();
    }

    /// In every asking, the first one first.
    List<VoiceSaid> ofVoice(TenantId tenant, MatterId voice, int no) {
        return db.sql("select * from verdict.voice_said where tenant = :tenant and voice_matter = :voice and voice_no = :no order by at, asked_seq")
                .param("tenant", tenant.value()).param("voice", voice.value()).param("no", no).query(VoiceSaidTable::read).list();
    }

    private static VoiceSaid read(ResultSet row, int number) throws SQLException {
        var solved = row.getString("solved");
        var satisfied = row.getString("satisfied");
        return new VoiceSaid(new MatterId(row.getLong("matter")), row.getInt("asked_seq"), new MatterId(row.getLong("voice_matter")), row.getInt("voice_no"),
                row.getObject("at", OffsetDateTime.class), Attempt.Channel.valueOf(row.getString("channel")),
                new Verdict(row.getBoolean("reached"), solved == null ? null : Verdict.Solved.valueOf(solved),
                        satisfied == null ? null : Verdict.Satisfied.valueOf(satisfied), row.getString("words"), row.getObject("heard_from", Boolean.class)));
    }
}
