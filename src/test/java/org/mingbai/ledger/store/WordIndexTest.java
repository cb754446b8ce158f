package org.mingbai.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.seal.Superuser;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Provokes("org.mingbai.ledger.store.WordIndex")
@MingbaiTest
class WordIndexTest {

    @Autowired LedgerScene scene;
    @Autowired WordIndex index;
    @Autowired JdbcClient db;

    @Test
    void a_journal_that_cannot_be_read_keeps_no_other_from_being_found() {
        var cast = scene.cast();
        var whole = scene.raised(cast, LedgerScene.subject(1));
        var broken = scene.raised(cast, LedgerScene.subject(2));
        var last = scene.raised(cast, LedgerScene.subject(3));
        int tenant = cast.coordinator().tenant().value();
        Superuser.does("update ledger.entry set kind = 'Nothing' where tenant = ? and matter = ?", tenant, broken.value());
        try {
            Superuser.does("delete from ledger.words where tenant = ?; insert into ledger.unwritten (tenant, matter) select ?, unnest(?::bigint[])", tenant,
                    tenant, "{" + whole.value() + "," + broken.value() + "," + last.value() + "}");
            caughtUp();
            assertThat(indexed(tenant)).containsExactly(whole, last);
        } finally {
            Superuser.does("update ledger.entry set kind = 'Raised' where tenant = ? and matter = ?", tenant, broken.value());
        }
        Superuser.does("insert into ledger.unwritten (tenant, matter) values (?, ?)", tenant, broken.value());
        caughtUp();
        assertThat(indexed(tenant)).containsExactly(whole, broken, last);
    }

    private void caughtUp() {
        while (index.catchUp() > 0) {
            continue;
        }
    }

    private List<MatterId> indexed(int tenant) {
        return db.sql("select matter from ledger.words where tenant = ? order by matter").param(tenant).query(Long.class).list().stream().map(MatterId::new)
                .toList();
    }
}
