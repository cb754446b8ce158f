package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.seal.Checkpoint;
import org.mingbai.ledger.seal.Forged;
import org.mingbai.ledger.seal.LogProof;
import org.mingbai.ledger.seal.Note;
import org.mingbai.ledger.seal.Sealed;
import org.mingbai.ledger.seal.Sequencing;
import org.mingbai.ledger.seal.TreeHash;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// The seal by the command line, beside a product that is served and seals with the national algorithms.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealVerbsTest {

    private static final TenantId TENANT = new TenantId(1);
    private static final String PROGRAMS = "--mingbai.database.programs=" + TestDatabase.PROGRAMS.toAbsolutePath();
    private static final List<String> NATIONAL = List.of("--mingbai.seal.hash=sm3", "--mingbai.seal.signature=sm2");

    @TempDir static Path place;
    private final HttpClient client = HttpClient.newHttpClient();
    private String data;
    private String address;
    private Process product;
    private ConfigurableApplicationContext guest;

    @BeforeAll
    void a_body_is_served() throws IOException {
        data = place.resolve("data").toString();
        product = TestProcess.start(Mingbai.class, "serve", "--port", "0", "--data", data, PROGRAMS, NATIONAL.getFirst(), NATIONAL.getLast());
        address = product.inputReader().readLine().replaceFirst(".*(http://localhost:\\d+).*", "$1");
        assertThat(Saying.of("found", "明白镇人民政府", "--data", data).code()).isZero();
        guest = TestProduct.guest(List.of("--mingbai.data=" + data, NATIONAL.getFirst(), NATIONAL.getLast()));
        guest.getBean(Registers.class).show(TENANT, "hotline", true, false);
    }

    @AfterAll
    void stop() throws InterruptedException {
        guest.close();
        product.toHandle().destroy();
        product.waitFor();
        client.close();
    }

    @Test
    void with_sm3_and_sm2_a_receipt_is_taken_home_and_checked_by_every_way() throws Exception {
        var receipt = raised(guest);
        var proof = proof(receipt);
        var read = LogProof.read(proof).orElseThrow();
        assertThat(read.hash()).isEqualTo(TreeHash.SM3);
        assertThat(read.head().signatures()).as("Ed25519 for others' programs, and SM2").hasSize(2);
        var keys = kept("keys", get("/log/1/keys"));
        var file = kept("receipt", proof);
        assertThat(Saying.of("verify-receipt", file, "--key", keys, "--log", address + "/log/1")).satisfies(it -> {
            assertThat(it.said()).contains("成立", "body.subject.text: 菜场北门的路灯不亮", "只增不改");
            assertThat(it.code()).isZero();
        });
        int alone = 0;
        for (var key : get("/log/1/keys").lines().takeWhile(line -> !line.isEmpty()).toList()) {
            if (read.head().signedBy(List.of(org.mingbai.ledger.seal.VerifyingKey.read(key).orElseThrow()))) {
                assertThat(Saying.of("verify-receipt", file, "--key", key).code()).as("by either key alone").isZero();
                alone++;
            }
        }
        assertThat(alone).isEqualTo(2);
        assertThat(post("/p/1/check", Map.of("receipt", proof))).contains("没有变", "菜场北门的路灯不亮");
        assertThat(Saying.of("check", "--data", data, "--head", file)).satisfies(it -> {
            assertThat(it.said()).contains("0 处不一致", "0 处不符");
            assertThat(it.code()).isZero();
        });
    }

    @Test
    void an_algorithm_that_is_none_is_refused_and_the_setting_named() throws Exception {
        for (var wrong : Map.of("--mingbai.seal.hash=md5", "mingbai.seal.hash: sha-256 or sm3, not md5", "--mingbai.seal.signature=rsa",
                "mingbai.seal.signature: ed25519 or sm2, not rsa").entrySet()) {
            var verb = TestProcess.start(Mingbai.class, "check", "--data", data, wrong.getKey());
            var errors = verb.errorReader(StandardCharsets.UTF_8).readAllAsString();
            assertThat(verb.waitFor()).isEqualTo(1);
            assertThat(errors + new String(verb.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains(wrong.getValue());
        }
    }

    @Test
    void who_left_with_the_keys_is_shut_out_by_new_ones_and_who_trusts_the_old_is_led_over() throws Exception {
        var old = Files.copy(Path.of(data, "seal.keys"), place.resolve("taken-along"));
        var receipt = raised(guest);
        var before = kept("before", proof(receipt));
        var oldKeys = kept("old-keys", Saying.of("seal", "keys", "--data", data).said());
        assertThat(Files.readString(Path.of(oldKeys))).isEqualTo(get("/log/1/keys"));

        assertThat(Saying.of("seal", "rotate", "--data", data)).satisfies(it -> {
            assertThat(it.said()).contains("1 本日志", "请立即备份 seal.keys");
            assertThat(it.code()).isZero();
        });
        var keys = kept("new-keys", Saying.of("seal", "keys", "--data", data).said());
        assertThat(Files.readString(Path.of(keys))).isEqualTo(get("/log/1/keys")).contains("\nnext ", "\n\u2014 ").startsWith(
                Files.readString(Path.of(oldKeys)).lines().findFirst().orElseThrow());
        raised(guest);
        var log = address + "/log/1";
        var after = kept("after", proof(receipt));
        assertThat(Saying.of("verify-receipt", before, "--key", keys).code()).as("what was signed before stays").isZero();
        assertThat(Saying.of("verify-receipt", before, "--key", oldKeys, "--log", log).said()).as("the old key leads to the new").contains("只增不改");
        assertThat(Saying.of("verify-receipt", after, "--key", oldKeys).code()).isEqualTo(1);
        assertThat(Saying.of("verify-receipt", after, "--key", oldKeys, "--log", log).code()).isZero();
        assertThat(Saying.of("check", "--data", data).code()).isZero();

        var forger = Forged.with(old);
        var genuine = LogProof.read(proof(receipt)).orElseThrow();
        var under = kept("under-the-old-key", forger.proof(genuine).written());
        assertThat(Saying.of("verify-receipt", under, "--key", keys)).satisfies(it -> {
            assertThat(it.said()).contains("不能断定", "请保存好回执", "--log").doesNotContain("成立");
            assertThat(it.code()).isEqualTo(1);
        });
        assertThat(Saying.of("verify-receipt", under, "--key", keys, "--log", log)).as("the log has it").satisfies(it -> {
            assertThat(it.said()).contains("成立", "只增不改");
            assertThat(it.code()).isZero();
        });
        var forged = kept("forged", forger.otherwise(genuine).written());
        for (var how : List.of(List.of("--key", keys), List.of("--key", oldKeys, "--log", log), List.of("--key", keys, "--log", log))) {
            var words = new java.util.ArrayList<>(List.of("verify-receipt", forged));
            words.addAll(how);
            assertThat(Saying.of(words.toArray(String[]::new))).satisfies(it -> {
                assertThat(it.said()).contains("不能断定", "要么有人用旧密钥另造了回执，要么日志先被截短").doesNotContain("成立");
                assertThat(it.code()).isEqualTo(1);
            });
        }
        var head = Checkpoint.read(Note.read(get("/log/1/checkpoint")).orElseThrow().text()).orElseThrow();
        var larger = kept("larger", forger.head(new Checkpoint(head.origin(), head.size() + 500, new byte[32]).text()).written());
        assertThat(Saying.of("check", "--head", larger, "--data", data)).satisfies(it -> {
            assertThat(it.said()).contains("%,d 条时的日志头：签它的密钥在更小的一个日志头上就已换下".formatted(head.size() + 500));
            assertThat(it.code()).isEqualTo(1);
        });
        assertThat(post("/p/1/check", Map.of("receipt", Files.readString(Path.of(forged)))))
                .contains("要么有人用旧密钥另造了回执").doesNotContain("菜场北门的路灯不亮</dd>");
    }

    @Test
    void an_older_backup_is_shorter_than_a_head_held_outside_and_written_on_it_is_another_log() throws Exception {
        raised(guest);
        var backup = place.resolve("a.backup").toString();
        assertThat(Saying.of("backup", backup, "--data", data).code()).isZero();
        raised(guest);
        var head = kept("head", get("/log/1/checkpoint"));
        var older = place.resolve("older").toString();
        var restored = Saying.of("restore", backup, "--data", older, "--keys", data, PROGRAMS);
        assertThat(restored.code()).as(restored.said()).isZero();
        assertThat(Saying.of("check", "--data", older, "--head", head, PROGRAMS)).satisfies(it -> {
            assertThat(it.said()).contains("0 处不一致", "1 处不符", "今天的账比这个日志头短：有记录被收回，或者恢复了旧备份");
            assertThat(it.code()).isEqualTo(1);
        });
        try (var there = TestProduct.begun(List.of("--mingbai.data=" + older, PROGRAMS, NATIONAL.getFirst(), NATIONAL.getLast(),
                "--mingbai.telling.carry=false"))) {
            for (int i = 0; i < 3; i++) {
                raised(there);
            }
        }
        assertThat(Saying.of("check", "--data", older, "--head", head, PROGRAMS)).satisfies(it -> {
            assertThat(it.said()).contains("0 处不一致", "1 处不符", "今天的账不是这个日志头签名的那一本");
            assertThat(it.code()).isEqualTo(1);
        });
        assertThat(Saying.of("check", "--data", older, PROGRAMS).code()).as("by itself it is whole").isZero();
        assertThat(Saying.of("check", "--data", data, "--head", head).code()).as("where it was signed").isZero();
    }

    private static Receipt raised(ConfigurableApplicationContext where) {
        var subject = new Subject("路灯不亮", "菜场北门的路灯不亮", null, null, "web", null, null, null, null, Map.of());
        var submission = new Submission("hotline", subject, Identity.of("李师傅", "13812345678"), false, false, "zh", List.of(), UUID.randomUUID());
        var answer = where.getBean(Receiving.class).receive(TENANT, submission);
        Sealed.all(where.getBean(JdbcTemplate.class), where.getBean(Sequencing.class), TENANT);
        return switch (answer) {
            case VoiceAnswer.Done<Receipt>(var given) -> given;
            case VoiceAnswer.Refused<Receipt> refused -> throw new AssertionError(refused.toString());
        };
    }

    private static String kept(String name, String text) throws IOException {
        return Files.writeString(place.resolve(name), text).toString();
    }

    private String proof(Receipt receipt) throws IOException, InterruptedException {
        return post("/p/1/r/proof", Map.of("code", receipt.code()));
    }

    private String post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var one = form.entrySet().iterator().next();
        var body = one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8);
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "zh-CN")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString()).body();
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString()).body();
    }
}
