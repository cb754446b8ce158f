package org.mingbai.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.shell.watch.Measure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// A witness over real HTTP, who keeps what it signed and signs only what continues it.
@Provokes("org.mingbai.ledger.seal.Witnessing")
@MingbaiTest
class WitnessingTest {

    @Autowired Ledger ledger;
    @Autowired SmallTown town;
    @Autowired Sequencing sequencing;
    @Autowired Seals seals;
    @Autowired SealTable table;
    @Autowired Tenants tenants;
    @Autowired Clock clock;
    @Autowired JdbcTemplate db;

    private final byte[] secret = SigningKind.ED25519.fresh();
    private final VerifyingKey key = new VerifyingKey("witness.example/w", SignatureKind.WITNESS, SigningKind.ED25519.publicOf(secret));
    private final Map<String, Checkpoint> signed = new ConcurrentHashMap<>();
    private HttpServer server;
    private SmallTown.Cast cast;

    @BeforeEach
    void a_witness_and_a_log() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::answer);
        server.start();
        cast = town.layOut();
        raised(1);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_head_is_signed_by_the_witness_and_handed_out_with_its_signature() {
        witnessing().ask(cast.tenant());
        assertThat(newest().signedBy(List.of(key))).isTrue();
        assertThat(newest().signedBy(seals.keys(cast.tenant()))).isTrue();
        assertThat(signed.get(origin()).size()).isEqualTo(size());
        raised(9);
        assertThat(newest().signedBy(List.of(key))).as("the next one waits").isFalse();
        witnessing().ask(cast.tenant());
        assertThat(newest().signedBy(List.of(key))).isTrue();
        assertThat(signed.get(origin()).size()).isEqualTo(size());
    }

    @Test
    void whoever_watches_sees_which_logs_wait_for_the_witness_and_since_when() {
        raised(3);
        assertThat(ownIn(0).waits()).isTrue();
        witnessing().ask(cast.tenant());
        assertThat(ownIn(0).waits()).isFalse();
        assertThat(ownIn(3).seconds()).isBetween(10_800.0, 10_900.0);
        assertThat(witnessing().measures()).extracting(Measure::name)
                .containsExactly("mingbai_witness_waiting", "mingbai_witness_oldest_seconds", "mingbai_witness_age_seconds");
        assertThat(new Witnessing(table, seals, tenants, clock, new SealSettings("sha-256", "ed25519", null, null, null)).measures()).isEmpty();
    }

    private SealTable.Witnessed ownIn(int hours) {
        return table.witnessed(key, OffsetDateTime.now(clock).plusHours(hours)).stream()
                .filter(it -> it.tenant().equals(cast.tenant())).findFirst().orElseThrow();
    }

    @Test
    void a_log_that_is_torn_keeps_no_other_from_the_witness() {
        var torn = cast;
        witnessing().ask(torn.tenant());
        raised(3);
        Superuser.does("delete from ledger.tile where tenant = ?", torn.tenant().value());
        assertThatThrownBy(() -> witnessing().ask(torn.tenant())).isInstanceOf(RuntimeException.class);
        cast = town.layOut();
        raised(3);
        witnessing().ask();
        assertThat(newest().signedBy(List.of(key))).isTrue();
        for (var table : List.of("leaf", "head_signature", "head", "log")) {
            Superuser.does("delete from ledger." + table + " where tenant = ?", torn.tenant().value());
        }
        Sealed.forgotten(torn.tenant());
    }

    @Test
    void a_witness_that_knows_more_than_we_remember_is_told_how_the_log_went_on_from_there() {
        raised(5);
        var head = Checkpoint.read(newest().text()).orElseThrow();
        signed.put(head.origin(), head);
        raised(8);
        witnessing().ask(cast.tenant());
        assertThat(newest().signedBy(List.of(key))).isTrue();
    }

    @Test
    void a_log_that_does_not_continue_what_the_witness_signed_gets_no_signature() {
        raised(3);
        signed.put(origin(), new Checkpoint(origin(), 2, new byte[32]));
        witnessing().ask(cast.tenant());
        assertThat(newest().signedBy(List.of(key))).isFalse();
        signed.put(origin(), new Checkpoint(origin(), 1_000, new byte[32]));
        witnessing().ask(cast.tenant());
        assertThat(newest().signedBy(List.of(key))).isFalse();
    }

    @Test
    void a_signature_of_another_key_is_not_kept_and_a_witness_away_changes_nothing() {
        var other = new VerifyingKey(key.name(), SignatureKind.WITNESS, SigningKind.ED25519.publicOf(SigningKind.ED25519.fresh()));
        witnessing(other.written(), server.getAddress().getPort()).ask(cast.tenant());
        witnessing(key.written(), 1).ask(cast.tenant());
        assertThat(newest().signatures()).hasSize(1);
    }

    @Test
    void a_witness_is_named_with_its_key_or_not_at_all() {
        assertThatThrownBy(() -> new Witnessing(table, seals, tenants, clock, new SealSettings("sha-256", "ed25519", null, "http://w", null)))
                .hasMessageContaining("go together");
        assertThatThrownBy(() -> witnessing("witness+00000000+AA==", 1)).hasMessageContaining("no key of a witness");
    }

    private Witnessing witnessing() {
        return witnessing(key.written(), server.getAddress().getPort());
    }

    private Witnessing witnessing(String written, int port) {
        return new Witnessing(table, seals, tenants, clock, new SealSettings("sha-256", "ed25519", null, "http://127.0.0.1:" + port + "/", written));
    }

    private Note newest() {
        return seals.checkpoint(cast.tenant()).orElseThrow();
    }

    private String origin() {
        return Checkpoint.read(newest().text()).orElseThrow().origin();
    }

    private void raised(int more) {
        for (int i = 0; i < more; i++) {
            assertThat(ledger.raise(cast.coordinator(), "problem", Subject.of("路灯 " + i, "不亮"), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
        }
        Sealed.all(db, sequencing, cast.tenant());
    }

    private long size() {
        return seals.checkpoint(cast.tenant()).flatMap(note -> Checkpoint.read(note.text())).map(Checkpoint::size).orElse(0L);
    }

    /// As the protocol has it, for this test's log; other logs of the same database are unknown to it.
    private void answer(HttpExchange asked) throws IOException {
        var body = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int gap = body.indexOf("\n\n");
        var lines = body.substring(0, gap).lines().toList();
        var note = Note.read(body.substring(gap + 2)).orElseThrow();
        var head = Checkpoint.read(note.text()).orElseThrow();
        if (!head.origin().equals(origin())) {
            reply(asked, 404, "");
            return;
        }
        long old = Long.parseLong(lines.getFirst().substring("old ".length()));
        var proof = lines.stream().skip(1).map(Base64.getDecoder()::decode).toList();
        var before = before(head.origin());
        if (!note.signedBy(seals.keys(cast.tenant()))) {
            reply(asked, 403, "");
        } else if (old != (before == null ? 0 : before.size())) {
            reply(asked, 409, (before == null ? 0 : before.size()) + "\n");
        } else if (!Proofs.consistent(TreeHash.SHA_256, old, before == null ? TreeHash.SHA_256.empty() : before.root(), head.size(), head.root(), proof)) {
            reply(asked, 422, "");
        } else {
            signed.put(head.origin(), head);
            long now = 1_800_000_000;
            byte[] signature = SigningKind.ED25519.sign(secret, SignatureKind.witnessed(now, note.bytes()));
            reply(asked, 200, new Note.Signature(key.name(), key.id(),
                    ByteBuffer.allocate(Long.BYTES + signature.length).putLong(now).put(signature).array()).line());
        }
    }

    private @Nullable Checkpoint before(String origin) {
        return signed.get(origin);
    }

    private static void reply(HttpExchange asked, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = asked.getResponseBody()) {
            out.write(bytes);
        }
    }
}
