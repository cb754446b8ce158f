package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mingbai.MingbaiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@MingbaiTest
class SnapshotsTest {

    @Autowired Bureau bureau;
    @Autowired RevisionTable revisions;
    @Autowired OrganisationTable organisations;
    @Autowired Directory directory;
    @Autowired PlatformTransactionManager transactions;
    @Autowired DataSource dataSource;

    @Test
    void another_nodes_change_is_known_within_two_seconds() {
        var it = bureau.made();
        var nanos = new AtomicLong();
        var otherNode = new Snapshots(revisions, nanos::get);
        assertThat(units(otherNode, it.tenant())).isEqualTo(4);
        bureau.unit(it.keeper(), it.county(), "水务局");
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(units(otherNode, it.tenant())).isEqualTo(5);
    }

    @Test
    void what_is_remembered_is_not_asked_again_while_nothing_changes() {
        var it = bureau.made();
        var nanos = new AtomicLong();
        var snapshots = new Snapshots(revisions, nanos::get);
        var asked = new AtomicLong();
        for (int i = 0; i < 10; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            snapshots.answer(it.tenant(), "question", asked::incrementAndGet);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_change_that_is_undone_was_never_remembered() {
        var it = bureau.made();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            bureau.unit(it.keeper(), it.county(), "水务局");
            assertThat(directory.treeOf(it.tenant()).all()).hasSize(5);
            status.setRollbackOnly();
        });
        assertThat(directory.treeOf(it.tenant()).all()).hasSize(4);
    }

    @Test
    @Timeout(20)
    void who_waits_for_a_connection_keeps_nobody_waiting_who_has_one() throws Exception {
        var it = bureau.made();
        var nanos = new AtomicLong();
        var snapshots = new Snapshots(revisions, nanos::get);
        units(snapshots, it.tenant());
        var pool = dataSource.unwrap(HikariDataSource.class);
        var have = new CountDownLatch(pool.getMaximumPoolSize());
        var go = new CountDownLatch(1);
        try (var hands = Executors.newCachedThreadPool()) {
            var having = new ArrayList<Future<Integer>>();
            for (int at = 0; at < pool.getMaximumPoolSize(); at++) {
                having.add(hands.submit(() -> new TransactionTemplate(transactions).execute(_ -> {
                    have.countDown();
                    wait(go);
                    return units(snapshots, it.tenant());
                })));
            }
            wait(have);
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            var waiting = hands.submit(() -> units(snapshots, it.tenant()));
            while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
                Thread.onSpinWait();
            }
            go.countDown();
            for (var one : having) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(4);
            }
            assertThat(waiting.get()).isEqualTo(4);
        }
    }

    private static void wait(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int units(Snapshots node, TenantId tenant) {
        return node.answer(tenant, "units", () -> organisations.all(tenant).size());
    }
}
