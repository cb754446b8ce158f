package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.People;
import org.mingbai.directory.TenantId;
import org.mingbai.library.Library;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Backing up beside a product that is being served, and restoring, as whole processes with little memory.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupVerbsTest {

    /// Much less than what is backed up.
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx128m");
    private static final int FILES = 8;
    private static final int FILE_BYTES = 8 << 20;
    private static final int ROW_BYTES = 6 << 20;
    private static final int ROWS = 4;
    private static final TenantId TENANT = new TenantId(1);

    @TempDir static Path place;
    private Path data;
    private Path passphrase;
    private Process product;

    /// How a verb ended, and what it said.
    private record Ended(int code, String out, String err) {}

    @BeforeAll
    void a_body_with_big_files_and_big_rows_is_served() throws Exception {
        data = place.resolve("data");
        passphrase = Files.writeString(place.resolve("passphrase"), "春江潮水连海平，海上明月共潮生\n");
        product = TestProcess.start(Mingbai.class, "serve", "--port", "0", "--data", data.toString(), programs());
        assertThat(product.inputReader().readLine()).contains("http://localhost");
        assertThat(run("found", "明白镇人民政府", "--data", data.toString()).code()).isZero();
        try (var guest = Product.open(List.of("--mingbai.data=" + data))) {
            var person = guest.getBean(People.class).add(Keeper.program(TENANT, "test"), "沈若溪").orThrow();
            var random = new Random(1);
            for (int i = 0; i < FILES; i++) {
                var bytes = new byte[FILE_BYTES];
                random.nextBytes(bytes);
                guest.getBean(Library.class).keep(TENANT, person, i + ".bin", new ByteArrayInputStream(bytes));
            }
            for (int i = 0; i < ROWS; i++) {
                guest.getBean(JdbcClient.class).sql("insert into directory.upload values (1, gen_random_uuid(), :person, 'x', :content, now())")
                        .param("person", person.value()).param("content", new byte[ROW_BYTES]).update();
            }
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        product.toHandle().destroy();
        product.waitFor();
    }

    @Test
    void in_little_memory_all_of_it_goes_out_sealed_and_comes_back() throws Exception {
        var file = place.resolve("sealed.backup");
        var backup = alone("backup", file.toString(), "--encrypt", passphrase.toString(), "--with-keys", "--data", data.toString());
        assertThat(backup.code()).as(backup.err()).isZero();
        assertThat(backup.out()).contains("已备份到", FILES + " 个文件", "密钥文件也在里面：vault.keys、seal.keys");
        assertThat(Files.size(file)).isGreaterThan((long) FILES * FILE_BYTES);
        try (var guest = Product.open(List.of("--mingbai.data=" + data))) {
            assertThat(guest.getBean(AuditTrail.class).lines(TENANT, new AuditQuestion(null, AuditAct.BACKED_UP, null, null, ""), 10))
                    .anySatisfy(line -> assertThat(line.subjectName()).isEqualTo("sealed.backup"));
        }

        var there = place.resolve("there").toString();
        var without = run("restore", file.toString(), "--data", there);
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("这份备份是加密的", "This backup is sealed");
        var wrong = run("restore", file.toString(), "--data", there, "--decrypt",
                Files.writeString(place.resolve("wrong"), "别的一个口令，也有十二个字").toString());
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("口令不对", "The passphrase is wrong").doesNotContain("\tat ");

        // What is restored and looked at is what lies in the directory, whatever server the settings name for serving.
        var restored = alone(Stream.concat(LITTLE_MEMORY.stream(), Stream.of("-Dmingbai.database.url=jdbc:postgresql://127.0.0.1:9/elsewhere")).toList(),
                "restore", file.toString(), "--data", there, "--decrypt", passphrase.toString(), programs());
        assertThat(restored.code()).as(restored.out() + restored.err()).isZero();
        assertThat(restored.out()).contains("已恢复到", "账户：1 明白镇人民政府", "0 处不一致", "0 处不符");
        assertThat(place.resolve("there/restore.unfinished")).doesNotExist();
        try (var copy = TestProduct.still(place.resolve("there"))) {
            assertThat(copy.getBean(AuditTrail.class).lines(TENANT, new AuditQuestion(null, AuditAct.RESTORED, null, null, ""), 10)).singleElement()
                    .satisfies(line -> {
                        assertThat(line.subjectName()).isEqualTo("sealed.backup");
                        assertThat(line.name()).isEqualTo("mingbai restore");
                        assertThat(line.after()).containsEntry("agrees", "true");
                    });
        }
    }

    @Test
    void keys_that_are_missing_are_named_and_what_is_not_new_or_not_whole_is_refused() throws Exception {
        var file = place.resolve("a.backup");
        var backup = run("backup", file.toString(), "--data", data.toString());
        assertThat(backup.code()).as(backup.err()).isZero();
        assertThat(backup.out()).contains("密钥文件 vault.keys 和 seal.keys 不在里面");
        var again = run("backup", file.toString(), "--data", data.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("备份不覆盖旧文件", "A backup replaces nothing");

        var there = place.resolve("keyless");
        var keys = Files.createDirectory(place.resolve("keys"));
        Files.copy(data.resolve("seal.keys"), keys.resolve("seal.keys"));
        var restored = run("restore", file.toString(), "--data", there.toString(), "--keys", keys.toString(), programs());
        assertThat(restored.code()).as(restored.err()).isEqualTo(3);
        assertThat(restored.err()).contains("密钥文件不在：vault.keys。", "Key files are not there: vault.keys.");
        assertThat(there.resolve("seal.keys")).hasSameBinaryContentAs(data.resolve("seal.keys"));
        var full = run("restore", file.toString(), "--data", there.toString(), programs());
        assertThat(full.code()).isEqualTo(1);
        assertThat(full.err()).contains("不是空的", "is not empty");

        var unwritable = run("restore", file.toString(), "--data", "/proc/mingbai");
        assertThat(unwritable.code()).isEqualTo(1);
        assertThat(unwritable.err()).contains("没有恢复：", "Not restored: ").doesNotContain("\tat ");

        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        var bent = run("restore", Files.write(place.resolve("bent.backup"), bytes).toString(), "--data", place.resolve("never").toString());
        assertThat(bent.code()).isEqualTo(1);
        assertThat(bent.err()).contains("没有恢复任何东西", "Nothing has been restored").doesNotContain("\tat ");
        assertThat(place.resolve("never")).doesNotExist();
    }

    @Test
    void a_restore_that_was_killed_is_not_served() throws Exception {
        var file = place.resolve("b.backup");
        assertThat(run("backup", file.toString(), "--data", data.toString()).code()).isZero();
        var half = place.resolve("half");
        var server = half.resolve("postgresql/postmaster.pid");
        var restore = TestProcess.start(Mingbai.class, "restore", file.toString(), "--data", half.toString(), programs());
        // The making of the files, which is over when its mark stands, has a server of its own for a moment.
        while (restore.isAlive() && !(Files.exists(half.resolve("postgresql/mingbai.made")) && Files.exists(server))) {
            Thread.onSpinWait();
        }
        restore.destroyForcibly().waitFor();
        try {
            var served = alone("serve", "--port", "0", "--data", half.toString(), programs());
            assertThat(served.code()).isEqualTo(1);
            assertThat(served.err()).contains("只恢复了一半，不能使用", "holds half a restore and cannot be used").doesNotContain("\tat ");
            var again = run("restore", file.toString(), "--data", half.toString(), programs());
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("只恢复了一半", "holds half a restore");
        } finally {
            var left = ProcessHandle.of(Long.parseLong(Files.readAllLines(server).getFirst().strip()));
            left.ifPresent(ProcessHandle::destroy);
            left.ifPresent(it -> it.onExit().join());
        }
    }

    @Test
    void where_nothing_can_be_written_it_says_so() throws Exception {
        var backup = run("backup", "/proc/a.backup", "--data", data.toString());
        assertThat(backup.code()).isEqualTo(1);
        assertThat(backup.err()).contains("没有写成备份", "was not written").doesNotContain("\tat ");
    }

    private static String programs() {
        return "--mingbai.database.programs=" + TestDatabase.PROGRAMS.toAbsolutePath();
    }

    private static Ended run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Mingbai.run(List.of(words), new Terminal(print(out), print(err), Locale.SIMPLIFIED_CHINESE));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    /// In a process of its own, with little memory.
    private static Ended alone(String... words) throws IOException, InterruptedException {
        return alone(LITTLE_MEMORY, words);
    }

    private static Ended alone(List<String> options, String... words) throws IOException, InterruptedException {
        var verb = TestProcess.start(options, Mingbai.class, words);
        var err = new ArrayList<String>();
        var errors = Thread.startVirtualThread(() -> verb.errorReader(StandardCharsets.UTF_8).lines().forEach(err::add));
        var out = new String(verb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        errors.join();
        return new Ended(verb.waitFor(), out, String.join("\n", err));
    }
}
