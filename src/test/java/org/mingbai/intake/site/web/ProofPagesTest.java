package org.mingbai.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.Saying;
import org.mingbai.directory.Tenants;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.seal.Checkpoint;
import org.mingbai.ledger.seal.KnownKeys;
import org.mingbai.ledger.seal.LogProof;
import org.mingbai.ledger.seal.Note;
import org.mingbai.ledger.seal.Opening;
import org.mingbai.ledger.seal.Sealed;
import org.mingbai.ledger.seal.Seals;
import org.mingbai.ledger.seal.Sequencing;
import org.mingbai.ledger.seal.Superuser;
import org.mingbai.ledger.seal.TreeHash;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/// The way of a receipt: taken home from the story, checked on the page, on the command line, and against the log as anybody's program reads it.
@MingbaiTest
class ProofPagesTest {

    @Autowired Receiving receiving;
    @Autowired Ledger ledger;
    @Autowired Registers registers;
    @Autowired Seals seals;
    @Autowired Sequencing sequencing;
    @Autowired SmallTown town;
    @Autowired Tenants tenants;
    @Autowired JdbcTemplate db;
    @LocalServerPort int port;
    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private SmallTown.Cast cast;
    private Receipt receipt;

    @BeforeEach
    void something_raised_and_sealed() {
        cast = town.layOut();
        registers.show(cast.tenant(), "hotline", true, false);
        receipt = raise();
        sealed();
    }

    @AfterEach
    void done() {
        client.close();
    }

    @Test
    void who_raised_it_takes_the_proof_home_and_it_holds_on_the_page() throws Exception {
        var story = post("/p/" + cast.tenant().value() + "/r", Map.of("code", receipt.code()));
        assertThat(story.body()).contains("保存封存回执", "核对封存回执");
        var proof = proof();
        assertThat(LogProof.read(proof)).isPresent();
        assertThat(proof).doesNotContain("路灯", receipt.code(), "李师傅");
        assertThat(check(proof).body()).contains("没有变", "共有 %d 条记录，它是第 %d 条".formatted(size(), index(proof) + 1),
                seals.keys(cast.tenant()).getLast().written());
    }

    @Test
    void what_is_no_receipt_is_said_at_the_field_and_stays_there() throws Exception {
        var answer = check("路灯什么时候修？");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这不是封存回执", "路灯什么时候修？");
        assertThat(check("").statusCode()).isEqualTo(422);
        assertThat(check(proof().replaceFirst("index \\d+", "index 7000")).body()).contains("回执被改过");
    }

    @Test
    void a_code_that_opens_nothing_gets_no_proof() throws Exception {
        var answer = post("/p/" + cast.tenant().value() + "/r/proof", Map.of("code", "7K3M-ABCD-EFGH-JKMN-PQRS"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/p/" + cast.tenant().value() + "/r");
    }

    @Test
    void anybodys_program_reads_the_log() throws Exception {
        for (int i = 0; i < 299; i++) {
            ledger.act(cast.coordinator(), receipt.matter(), new Act.Note("第 " + i + " 次"), UUID.randomUUID(), null);
        }
        sealed();
        int more = Math.toIntExact(size() - 256);
        var log = "/log/" + cast.tenant().value();
        var head = Note.read(get(log + "/checkpoint").body()).orElseThrow();
        var keys = get(log + "/keys").body();
        assertThat(KnownKeys.read(keys).orElseThrow().signed(head)).isTrue();
        var whole = bytes(log + "/tile/0/000");
        var rest = bytes(log + "/tile/0/001.p/" + more);
        assertThat(whole).hasSize(256 * 32);
        assertThat(rest).hasSize(more * 32);
        var bundle = ByteBuffer.wrap(bytes(log + "/tile/entries/001.p/" + more));
        for (int i = 0; i < more; i++) {
            var leaf = new byte[bundle.getShort()];
            bundle.get(leaf);
            assertThat(TreeHash.SHA_256.leaf(leaf)).isEqualTo(Arrays.copyOfRange(rest, i * 32, i * 32 + 32));
        }
        assertThat(bytes(log + "/tile/1/000.p/1")).hasSize(32);
        assertThat(get(log + "/tile/0/000").headers().firstValue("Cache-Control")).hasValueSatisfying(it -> assertThat(it).contains("immutable"));
        assertThat(get(log + "/checkpoint").headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tile/0/001", "/tile/0/000.p/0", "/tile/0/000.p/200", "/tile/0/000.p/256", "/tile/0/0", "/tile/0/x000/000", "/tile/00/000",
        "/tile/9/000", "/tile/-1/000", "/tile/entries/000.p/200", "/tile/entries/000.p/99999999999", "/tile/0/x999/x999/x999/x999/x999/999",
        "/tile/a/000", "/other"})
    void what_the_log_does_not_have_is_not_found(String path) throws Exception {
        assertThat(get("/log/" + cast.tenant().value() + path).statusCode()).isEqualTo(404);
    }

    @Test
    void an_account_that_is_none_or_has_sealed_nothing_has_no_log() throws Exception {
        assertThat(get("/log/999999999/checkpoint").statusCode()).isEqualTo(404);
        assertThat(get("/log/x/checkpoint").statusCode()).isEqualTo(404);
        assertThat(get("/log/" + tenants.found("空账").value() + "/checkpoint").statusCode()).isEqualTo(404);
    }

    @Test
    void the_command_line_checks_it_with_the_key_alone_and_sees_what_became_of_the_log() throws Exception {
        var file = Files.writeString(folder.resolve("receipt.tlog-proof"), proof()).toString();
        var keys = get("/log/" + cast.tenant().value() + "/keys").body();
        var key = KnownKeys.read(keys).orElseThrow().keys().getLast().written();
        var keyFile = Files.writeString(folder.resolve("keys"), keys).toString();
        var log = "http://localhost:" + port + "/log/" + cast.tenant().value();
        assertThat(Saying.of("verify-receipt", file, "--key", key).code()).isZero();
        assertThat(Saying.of("verify-receipt", file, "--key", keyFile, "--log", log).said()).contains("成立", "今天的日志有 " + size() + " 条");
        ledger.act(cast.coordinator(), receipt.matter(), new Act.Note("又一次"), UUID.randomUUID(), null);
        sealed();
        assertThat(Saying.of("verify-receipt", file, "--key", keyFile, "--log", log + "/").said()).contains("今天的日志有 " + size() + " 条，只增不改");

        var elsewhere = "index " + (index(proof()) + 1) % size();
        var bent = Files.writeString(folder.resolve("bent"), proof().replaceFirst("index \\d+", elsewhere)).toString();
        assertThat(Saying.of("verify-receipt", bent, "--key", keyFile)).satisfies(it -> {
            assertThat(it.code()).isEqualTo(1);
            assertThat(it.said()).contains("算不到签名的根");
        });
        assertThat(Saying.of("verify-receipt", file, "--key", "other" + key.substring(key.indexOf('+'))).code()).as("a key of another name").isEqualTo(2);
        assertThat(Saying.of("verify-receipt", keyFile, "--key", keyFile).code()).isEqualTo(1);
        assertThat(Saying.of("verify-receipt", file).code()).isEqualTo(2);
        assertThat(Saying.of("verify-receipt", file, "--key", keyFile, "--log", "http://localhost:1/log").code()).isEqualTo(2);
        assertThat(Saying.of("verify-receipt", folder.resolve("missing").toString(), "--key", keyFile).code()).isEqualTo(2);
    }

    @Test
    void an_entry_changed_behind_an_untouched_tree_is_shown_from_outside() throws Exception {
        var keys = Files.writeString(folder.resolve("keys"), get("/log/" + cast.tenant().value() + "/keys").body()).toString();
        var log = "http://localhost:" + port + "/log/" + cast.tenant().value();
        var old = proof();
        var file = Files.writeString(folder.resolve("old"), old).toString();
        var short1 = Files.writeString(folder.resolve("form-1"), seals.proof(cast.tenant(), receipt.matter(), 1).orElseThrow().written()).toString();
        var same = Files.writeString(folder.resolve("same"), proof()).toString();
        assertThat(Saying.of("verify-receipt", file, "--key", keys, "--now", same)).satisfies(it -> {
            assertThat(it.said()).contains("body.subject.text: 菜场北门的路灯不亮", "与当时封存的一样");
            assertThat(it.code()).isZero();
        });

        Superuser.does("update ledger.entry set body = jsonb_set(body, '{subject,text}', '\"菜场北门的路灯是好的\"') "
                + "where tenant = ? and matter = ? and seq = 1", cast.tenant().value(), receipt.matter().value());
        var now = Files.writeString(folder.resolve("now"), proof()).toString();
        assertThat(Saying.of("verify-receipt", file, "--key", keys, "--log", log).said()).as("the tree is untouched").contains("只增不改");
        assertThat(Saying.of("verify-receipt", file, "--key", keys, "--log", log, "--now", now)).satisfies(it -> {
            assertThat(it.said()).contains("body.subject.text：封存时为“菜场北门的路灯不亮”，现在为“菜场北门的路灯是好的”", "记录被改过");
            assertThat(it.code()).isEqualTo(1);
        });
        assertThat(Saying.of("verify-receipt", short1, "--key", keys).code()).as("a receipt of before, without the words").isZero();
        assertThat(Saying.of("verify-receipt", short1, "--key", keys, "--now", now)).satisfies(it -> {
            assertThat(it.said()).contains("记录被改过");
            assertThat(it.code()).isEqualTo(1);
        });
        assertThat(Saying.of("verify-receipt", now, "--key", keys)).as("what the product gives out now contradicts itself").satisfies(it -> {
            assertThat(it.said()).contains("菜场北门的路灯是好的", "封存的不是这些话");
            assertThat(it.code()).isEqualTo(1);
        });
        assertThat(check(old).body()).containsSubsequence("<h2>当时封存的是", "标题", "内容", "登记时间")
                .contains("与封存时不一样", "菜场北门的路灯不亮", "账上现在写的不一样的地方", "菜场北门的路灯是好的");
        assertThat(check(Files.readString(Path.of(short1))).body()).contains("与封存时不一样").doesNotContain("菜场北门");
    }

    @Test
    void words_put_into_a_receipt_afterwards_are_not_believed() throws Exception {
        var genuine = LogProof.read(proof()).orElseThrow();
        var opening = genuine.opening();
        var bent = new LogProof(genuine.hash(), genuine.leaf(), genuine.index(), genuine.path(), genuine.head(),
                new Opening(opening.entry().replace("北门", "南门"), opening.salt())).written();
        assertThat(check(bent).body()).contains("回执里写的不是当时封存的").doesNotContain("<h2>当时封存的是", "南门的路灯");
        var keys = Files.writeString(folder.resolve("keys"), get("/log/" + cast.tenant().value() + "/keys").body()).toString();
        assertThat(Saying.of("verify-receipt", Files.writeString(folder.resolve("bent"), bent).toString(), "--key", keys).code()).isEqualTo(1);
    }

    @Test
    void a_receipt_says_what_its_holder_wrote_and_nobody_elses_words() throws Exception {
        assertThat(LogProof.read(proof()).orElseThrow().opening()).satisfies(it -> assertThat(it.entry()).contains("菜场北门的路灯不亮")
                .doesNotContain("李师傅", "13812345678", receipt.code()));
        db.update("update intake.voice set notice = null where tenant = ? and matter = ?", cast.tenant().value(), receipt.matter().value());
        assertThat(LogProof.read(proof()).orElseThrow().opening()).as("of an older ledger, in which an office wrote").isNull();
    }

    private Receipt raise() {
        var subject = new Subject("路灯不亮", "菜场北门的路灯不亮", null, null, "web", null, null, null, null, Map.of());
        var submission = new Submission("hotline", subject, Identity.of("李师傅", "13812345678"), false, false, "zh", List.of(), UUID.randomUUID());
        return switch (receiving.receive(cast.tenant(), submission)) {
            case VoiceAnswer.Done<Receipt>(var given) -> given;
            case VoiceAnswer.Refused<Receipt> refused -> throw new AssertionError(refused.toString());
        };
    }

    private void sealed() {
        Sealed.all(db, sequencing, cast.tenant());
    }

    private static long index(String proof) {
        return LogProof.read(proof).orElseThrow().index();
    }

    private long size() {
        return seals.checkpoint(cast.tenant()).flatMap(note -> Checkpoint.read(note.text())).map(Checkpoint::size).orElse(0L);
    }

    private String proof() throws IOException, InterruptedException {
        var answer = post("/p/" + cast.tenant().value() + "/r/proof", Map.of("code", receipt.code()));
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(it -> assertThat(it).contains("receipt.tlog-proof"));
        return answer.body();
    }

    private HttpResponse<String> check(String text) throws IOException, InterruptedException {
        return post("/p/" + cast.tenant().value() + "/check", Map.of("receipt", text));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream().map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(to(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(to(path).build(), BodyHandlers.ofString());
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        return client.send(to(path).build(), BodyHandlers.ofByteArray()).body();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept-Language", "zh-CN");
    }
}
