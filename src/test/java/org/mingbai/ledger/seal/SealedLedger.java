package org.mingbai.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.TakingOver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// A ledger of three sealed entries, new for each test.
abstract class SealedLedger {

    @Autowired Ledger ledger;
    @Autowired SmallTown town;
    @Autowired Sequencing sequencing;
    @Autowired Seals seals;
    @Autowired SealCheck check;
    @Autowired TakingOver takingOver;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcTemplate db;

    SmallTown.Cast cast;
    MatterId lamp;

    @BeforeEach
    void a_ledger_with_two_matters_sealed() {
        cast = town.layOut();
        lamp = raised("三号路灯不亮");
        raised("井盖松动");
        noted(lamp, "已派人去看");
        sealed(3);
    }

    /// Keys are replaced for all logs together, and for none where one is not whole.
    @AfterEach
    void the_log_is_as_if_it_had_not_begun() {
        for (var table : List.of("unsealed", "unsealed_line", "leaf", "tile", "head_signature", "head", "log")) {
            Superuser.does("delete from ledger." + table + " where tenant = ?", cast.tenant().value());
        }
        Sealed.forgotten(cast.tenant());
    }

    /// To a smaller head, and what was written last waits again.
    void cutBack(long size) {
        var at = " where tenant = " + cast.tenant().value();
        Superuser.does("delete from ledger.head" + at + " and size > " + size + "; delete from ledger.leaf" + at + " and leaf >= " + size
                + "; update ledger.tile set hashes = substr(hashes, 1, " + size * TreeHash.BYTES + ")" + at);
        Superuser.does("insert into ledger.unsealed (tenant, matter, seq) values (?, ?, 3)", cast.tenant().value(), lamp.value());
    }

    MatterId raised(String title) {
        return done(ledger.raise(cast.coordinator(), "problem", Subject.of(title, title + "，请尽快处理"), UUID.randomUUID()));
    }

    void noted(MatterId matter, String words) {
        done(ledger.act(cast.coordinator(), matter, new Act.Note(words), UUID.randomUUID(), null));
    }

    static MatterId done(Answer answer) {
        return switch (answer) {
            case Answer.Done(var matter, _) -> matter.id();
            default -> throw new AssertionError(answer.toString());
        };
    }

    void sealed(long entries) {
        Sealed.all(db, sequencing, cast.tenant());
        assertThat(db.queryForObject("select count(*) from ledger.leaf where tenant = ? and matter is not null", Long.class, cast.tenant().value()))
                .isEqualTo(entries);
    }

    long size() {
        return seals.checkpoint(cast.tenant()).flatMap(note -> Checkpoint.read(note.text())).map(Checkpoint::size).orElse(0L);
    }

    List<String> faults() {
        return told(check.check(cast.tenant(), List.of()));
    }

    List<String> held(String head) {
        return told(check.check(cast.tenant(), List.of(head)));
    }

    static List<String> told(SealCheck.Report report) {
        return report.findings().stream().map(it -> it.fault() + told(it) + (it.at() != null ? " @" + it.at() : "")).toList();
    }

    static String told(SealCheck.Finding finding) {
        return switch (finding.piece()) {
            case Piece.OfJournal(var matter, int seq) -> " " + matter.value() + "/" + seq;
            case Piece.OfLog(var log, long line) -> " " + log + "/" + line;
            case null -> finding.leaf() != null ? " #" + finding.leaf() : "";
        };
    }
}
