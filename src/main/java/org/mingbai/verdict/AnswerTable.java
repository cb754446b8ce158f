package org.mingbai.verdict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.answer`.
@Component
class AnswerTable {

    private static final String FROM = """
            select matter, asked_seq, round, lead, register, category, asked_on, claimed, seq, contacted, solved, satisfied, heard_from,
                left_out
            from verdict.answer
            """;

    private final JdbcClient db;

    AnswerTable(JdbcClient db) {
        this.db = db;
    }

    void put(TenantId tenant, Answer answer) {
        var said = answer.said();
        db.sql("""
                insert into verdict.answer
                    (tenant, matter, asked_seq, round, lead, register, category, asked_on, claimed, seq, contacted, solved, satisfied,
                     heard_from, left_out)
                values (:tenant, :matter, :askedSeq, :round, :lead, :register, :category, :askedOn, :claimed, :seq, :contacted, :solved, :satisfied,
                        :heardFrom, :leftOut)
                on conflict (tenant, matter, asked_seq) do update
                    set seq = excluded.seq, contacted = excluded.contacted, solved = excluded.solved, satisfied = excluded.satisfied,
                        heard_from = excluded.heard_from, left_out = excluded.left_out
                """)
                .param("tenant", tenant.value()).param("matter", answer.matter().value()).param("askedSeq", answer.askedSeq())
                .param("round", answer.round()).param("lead", answer.lead() == null ? null : answer.lead().value())
                .param("register", answer.register()).param("category", answer.category()).param("askedOn", answer.askedOn())
                .param("claimed", name(answer.claimed())).param("seq", said == null ? null : said.seq())
                .param("contacted", said == null ? null : said.contacted()).param("solved", said == null ? null : name(said.solved()))
                .param("satisfied", said == null ? null : name(said.satisfied()))
                .param("heardFrom", said == null ? null : said.heardFrom()).param("leftOut", answer.leftOut())
                .update();
    }

    List<Answer> of(TenantId tenant, Collection<MatterId> matters) {
        return db.sql(FROM + "where tenant = :tenant and matter = any(:matters) order by matter, asked_seq").param("tenant", tenant.value())
                .param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new)).query(AnswerTable::read).list();
    }

    /// What was to be asked from one day until before another.
    List<Answer> asked(TenantId tenant, LocalDate from, LocalDate before) {
        return db.sql(FROM + "where tenant = :tenant and asked_on >= :from and asked_on < :before order by asked_on, matter, asked_seq")
                .param("tenant", tenant.value()).param("from", from).param("before", before).query(AnswerTable::read).list();
    }

    private static Answer read(ResultSet row, int number) throws SQLException {
        var lead = row.getObject("lead", Long.class);
        var claimed = row.getString("claimed");
        return new Answer(new MatterId(row.getLong("matter")), row.getInt("asked_seq"), row.getInt("round"), lead == null ? null : new OrganisationId(lead),
                row.getString("register"), row.getString("category"), row.getObject("asked_on", LocalDate.class),
                claimed == null ? null : Outcome.valueOf(claimed), said(row), row.getObject("left_out", Integer.class));
    }

    private static Answer.@Nullable Said said(ResultSet row) throws SQLException {
        var seq = row.getObject("seq", Integer.class);
        if (seq == null) {
            return null;
        }
        var solved = row.getString("solved");
        var satisfied = row.getString("satisfied");
        return new Answer.Said(seq, row.getBoolean("contacted"), solved == null ? null : Verdict.Solved.valueOf(solved),
                satisfied == null ? null : Verdict.Satisfied.valueOf(satisfied), row.getObject("heard_from", Boolean.class));
    }

    private static @Nullable String name(@Nullable Enum<?> one) {
        return one == null ? null : one.name();
    }
}
