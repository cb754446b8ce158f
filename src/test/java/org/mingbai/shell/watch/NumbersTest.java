package org.mingbai.shell.watch;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.Unspoken;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Tenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// The numbers whoever has the token reads.
@MingbaiTest
@TestPropertySource(properties = "mingbai.metrics.token=a-long-token-of-the-watch")
class NumbersTest {

    private static final String TOKEN = Unspoken.plant("a-long-token-of-the-watch");
    private static final Pattern LINE = Pattern.compile("# (HELP|TYPE) mingbai_[a-z_]+ .+|mingbai_[a-z_]+(\\{[a-z]+=\"[^\"]*\"})? [-0-9.E]+");

    @LocalServerPort int port;
    @Autowired JdbcClient db;
    @Autowired SettableClock clock;
    @Autowired List<Measured> measured;
    @Autowired TransactionTemplate transaction;
    @Autowired Tenants tenants;
    @Autowired AuditTrail trail;

    @Test
    void only_the_token_opens_them() throws Exception {
        assertThat(get(null).statusCode()).isEqualTo(401);
        assertThat(get("Bearer a-long-token-of-the-watcH").statusCode()).isEqualTo(401);
        assertThat(get("Basic a-long-token-of-the-watch").statusCode()).isEqualTo(401);
        assertThat(get("Bearer").statusCode()).isEqualTo(401);
        assertThat(get("Bearer " + TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void they_are_lines_prometheus_reads_each_family_once_and_name_nobody() throws Exception {
        var text = numbers();
        assertThat(text.lines()).allMatch(line -> LINE.matcher(line).matches()).filteredOn(line -> line.startsWith("# TYPE")).doesNotHaveDuplicates();
        assertThat(text.lines().filter(line -> !line.startsWith("#")).map(line -> line.replaceFirst("[ {].*", "")))
                .contains("mingbai_letters_waiting", "mingbai_letters_oldest_seconds", "mingbai_unsealed_entries", "mingbai_unsealed_oldest_seconds",
                        "mingbai_unsealed_lines", "mingbai_search_waiting", "mingbai_figures_waiting",
                        "mingbai_likenesses_waiting", "mingbai_http_requests_total",
                        "mingbai_http_requests_seconds_total", "mingbai_heap_used_bytes", "mingbai_database_connections_active",
                        "mingbai_database_connections_awaited", "mingbai_disk_free_bytes");
        assertThat(text).contains("mingbai_database_up 1.0", "# TYPE mingbai_http_requests_total counter", "mingbai_http_requests_total{status=\"200\"}");
    }

    /// What is told only where a witness is named.
    private static final Set<String> OF_A_WITNESS = Set.of("mingbai_witness_waiting", "mingbai_witness_oldest_seconds", "mingbai_witness_age_seconds");

    @Test
    void the_page_for_whoever_runs_it_names_each_of_them_and_no_other() throws Exception {
        var page = Pattern.compile("mingbai_[a-z_]+").matcher(Files.readString(Path.of("docs/operate.md"))).results()
                .map(MatchResult::group).collect(toSet());
        var told = numbers().lines().filter(line -> line.startsWith("# TYPE ")).map(line -> line.split(" ")[2]).collect(toSet());
        told.addAll(OF_A_WITNESS);
        assertThat(page).containsExactlyInAnyOrderElementsOf(told);
    }

    /// Looked at before anybody can take it away.
    @Test
    void what_waits_in_a_queue_says_since_when() {
        var queues = Map.of("search", "ledger.unwritten (tenant, matter, since) values (0, 0, ",
                "unsealed_lines", "ledger.unsealed_line (tenant, log, line, since) values (0, 'audit', 0, ",
                "figures", "reporting.pending (tenant, matter, since) values (0, 0, ",
                "likenesses", "pattern.waiting (tenant, matter, title, body, place, since) values (0, 0, '', '', '', ");
        transaction.executeWithoutResult(status -> {
            queues.values().forEach(row -> db.sql("insert into " + row + "now() - interval '2 hours')").update());
            var oldest = measured.stream().flatMap(one -> one.measures().stream()).collect(toMap(Measure::name, Measure::value));
            assertThat(queues.keySet()).allSatisfy(queue -> assertThat(oldest.get("mingbai_" + queue + "_oldest_seconds")).as(queue)
                    .isBetween(7_200.0, 100_000.0));
            status.setRollbackOnly();
        });
    }

    @Test
    void the_age_of_the_backup_is_that_of_the_tenant_who_was_backed_up_longest_ago() throws Exception {
        var tenant = tenants.found("备份镇");
        var by = Keeper.program(tenant, "test");
        clock.set(LocalDateTime.of(2001, 1, 1, 0, 0));
        trail.backedUp(by, "a.backup", Map.of());
        clock.set(LocalDateTime.of(2001, 1, 2, 0, 0));
        assertThat(value("mingbai_backup_age_seconds")).as("never yet").isBetween(86_400.0, 86_460.0);
        trail.backupWritten(by, "a.backup", Map.of());
        clock.set(LocalDateTime.of(2001, 1, 2, 1, 0));
        assertThat(value("mingbai_backup_age_seconds")).isBetween(3_600.0, 3_660.0);
        clock.reset();
        trail.backupWritten(by, "b.backup", Map.of());
    }

    @Test
    void a_letter_that_does_not_leave_grows_old_in_them() throws Exception {
        double before = value("mingbai_letters_waiting");
        db.sql("""
                with t as (insert into directory.tenant (id, name) values ((select coalesce(max(id), 0) + 1 from directory.tenant), '守望镇') returning id),
                    p as (insert into directory.person (tenant, id, name) select id, nextval('directory.person_id'), '沈' from t returning tenant, id)
                insert into directory.letter (tenant, id, person, written_at, not_before)
                select tenant, nextval('directory.letter_id'), id, :at, :at from p
                """).param("at", OffsetDateTime.now(clock).minusHours(30)).update();
        assertThat(value("mingbai_letters_waiting")).isEqualTo(before + 1);
        assertThat(value("mingbai_letters_oldest_seconds")).isGreaterThanOrEqualTo(30 * 3600);
    }

    private double value(String name) throws IOException, InterruptedException {
        return numbers().lines().filter(line -> line.startsWith(name + " ")).map(line -> Double.parseDouble(line.substring(name.length()))).findFirst()
                .orElseThrow();
    }

    private String numbers() throws IOException, InterruptedException {
        return get("Bearer " + TOKEN).body();
    }

    private HttpResponse<String> get(@Nullable String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
