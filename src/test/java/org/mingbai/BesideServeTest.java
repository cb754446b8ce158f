package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.People;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/// The command line at work on the ledger of a product that is being served by another process.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BesideServeTest {

    private static final String HEAD = "序号,问题,整改措施,牵头单位,责任人,整改时限,进展情况,是否销号\n";
    private static final String LAMP = "1,中山路路灯不亮,更换灯泡,路灯所,李明,4月30日,正在推进,否\n";
    private static final String PIPE = "2,河东村水管漏水,更换水管,环卫所,钱江,立行立改,已完成,是\n";
    private static final String TOTAL = "合计,2,,,,,,\n";
    private static final String PASSWORD = "Qingyu.2026.long";

    private Path data;
    private Process product;
    private String address;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    void serve(@TempDir Path fresh) throws IOException {
        data = fresh;
        product = TestProcess.start(Mingbai.class, "serve", "--port", "0", "--data", data.toString(),
                "--mingbai.database.programs=" + TestDatabase.PROGRAMS.toAbsolutePath());
        address = product.inputReader().readLine().replaceFirst(".*(http://localhost:\\d+).*", "$1");
        assertThat(run("found", "明白镇人民政府")).as(this::errors).isZero();
        try (var guest = Product.open(List.of("--mingbai.data=" + data))) {
            people(guest, new TenantId(1));
        }
    }

    private static void people(ApplicationContext guest, TenantId tenant) {
        assertThat(guest.getBeanProvider(ScheduledAnnotationBeanPostProcessor.class).stream()).as("a guest does no upkeep").isEmpty();
        var by = Keeper.program(tenant, "test");
        var top = guest.getBean(Directory.class).treeOf(tenant).tops().iterator().next();
        guest.getBean(Organisations.class).found(by, Optional.of(top), Organisations.Description.of("路灯所", OrganisationKind.DEPARTMENT),
                sinceFounding(), Optional.empty()).orThrow();
        person(guest, by, "tong", top, Role.COORDINATOR, false);
        person(guest, by, "xin", top, Role.COORDINATOR, true);
        person(guest, by, "ban", top, Role.HANDLER, false);
    }

    private static Span sinceFounding() {
        return Span.from(LocalDate.now(ZoneId.of("Asia/Shanghai")));
    }

    private static void person(ApplicationContext guest, Keeper by, String login, OrganisationId unit, Role role, boolean mustChange) {
        var person = guest.getBean(People.class).add(by, login).orThrow();
        guest.getBean(People.class).givePost(by, person, new Seat(unit, role), "", sinceFounding()).orThrow();
        guest.getBean(Accounts.class).open(by, person, login, PASSWORD, mustChange).orThrow();
    }

    @BeforeEach
    void listen() {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
    }

    @AfterAll
    void the_product_outlives_its_guests_and_stops_with_its_server() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(HttpRequest.newBuilder(URI.create(address + "/")).build(), BodyHandlers.discarding()).statusCode()).isLessThan(500);
        } finally {
            product.toHandle().destroy();
            product.waitFor();
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_ledger_is_taken_over_once_and_its_differences_only_when_asked() throws IOException {
        var file = ledger(HEAD + LAMP + PIPE + TOTAL);

        assertThat(run("import", file, "--as", "tong", "--register", "rectification", "--as-of", "2026-03-02")).as(this::errors).isZero();
        assertThat(said()).contains("新增 2 件", "单位名录里没有“环卫所”（1 件）", "合计");

        listen();
        assertThat(run("import", file, "--as", "TONG", "--register", "整改台账", "--as-of", "2026-03-02")).isZero();
        assertThat(said()).contains("新增 0 件，更新 0 件，一致 2 件，不一致 0 件");

        listen();
        var later = ledger(HEAD + LAMP.replace("正在推进", "灯泡已到货") + PIPE);
        assertThat(run("import", later, "--as", "tong", "--register", "rectification", "--as-of", "2026-03-02")).isEqualTo(3);
        assertThat(said()).contains("更新 0 件，一致 1 件，不一致 1 件", "进展", "正在推进", "灯泡已到货", "--take-changes");

        listen();
        assertThat(run("import", later, "--as", "tong", "--register", "rectification", "--as-of", "2026-03-02", "--take-changes", "--format", "json"))
                .isZero();
        assertThat(said()).contains("\"changed\" : 1", "\"same\" : 1", "\"differing\" : 0", "\"what\" : \"progress\"");

        listen();
        assertThat(run("import", later, "--as", "tong", "--register", "rectification", "--as-of", "2026-03-02")).isZero();
        assertThat(said()).contains("一致 2 件");
        try (var guest = Product.open(List.of("--mingbai.data=" + data))) {
            assertThat(guest.getBean(AuditTrail.class).lines(new TenantId(1), new AuditQuestion(null, AuditAct.LEDGER_IMPORTED, null, null, ""), 10))
                    .filteredOn(line -> line.subjectName().equals("整改台账")).hasSize(5)
                    .allSatisfy(line -> assertThat(line.name()).isEqualTo("mingbai import"));
        }
    }

    /// The last: whatever checks the ledger after it reads its rows too.
    @Test
    @Order(Integer.MAX_VALUE)
    void a_long_ledger_gives_signs_of_life_beside_its_outcome() throws IOException {
        var rows = new StringBuilder(HEAD);
        for (int i = 1; i <= 5_001; i++) {
            rows.append(i).append(",第").append(i).append("处井盖松动,更换井盖,路灯所,李明,2026-06-30,正在推进,否\n");
        }
        assertThat(run("import", ledger(rows.toString()), "--as", "tong", "--register", "development")).isZero();
        assertThat(errors()).contains("已处理 5,000 行", "5,000 rows done");
        assertThat(said()).startsWith("导入“推动发展清单”：新增 5,001 件").doesNotContain("5,000");
    }

    @Test
    void the_key_of_the_vault_is_changed_while_the_product_runs() throws IOException {
        assertThat(run("vault", "rotate")).as(this::errors).isZero();
        assertThat(said()).contains("已更换密钥：0 条记录。请立即备份 vault.keys。");
        assertThat(Files.readAllLines(data.resolve("vault.keys"))).filteredOn(line -> line.startsWith("key ")).hasSize(2);
        assertThat(run("seal", "rotate")).as(this::errors).isZero();
        try (var guest = Product.open(List.of("--mingbai.data=" + data))) {
            for (var act : List.of(AuditAct.VAULT_KEY_CHANGED, AuditAct.SEAL_KEY_CHANGED)) {
                assertThat(guest.getBean(AuditTrail.class).lines(new TenantId(1), new AuditQuestion(null, act, null, null, ""), 9)).as(act.name())
                        .extracting(line -> line.after().get("step")).as("the newest first").containsExactly("done", "begun");
            }
        }

        assertThat(run("vault")).isEqualTo(2);
        assertThat(errors()).contains("vault rotate");
    }

    @Test
    void deadlines_without_a_year_are_read_by_the_day_of_the_ledger() throws IOException {
        var file = ledger(HEAD + LAMP.replace("中山路", "北京路"));
        assertThat(run("import", file, "--as", "tong", "--register", "problem", "--as-of", "2023-03-02")).as(this::errors).isZero();

        listen();
        assertThat(run("import", file, "--as", "tong", "--register", "problem", "--as-of", "2024-03-02")).isEqualTo(3);
        assertThat(said()).contains("2023-04-30", "2024-04-30");
    }

    @Test
    void nobody_imports_by_the_command_line_who_could_not_on_the_page() throws IOException {
        var file = ledger(HEAD + LAMP);
        assertThat(run("import", file, "--register", "task", "--as", "ban")).isEqualTo(1);
        assertThat(errors()).contains("ban 无权导入台账", "ban may not import ledgers");
        assertThat(run("import", file, "--register", "task", "--as", "xin")).isEqualTo(1);
        assertThat(errors()).contains("xin 须先登录修改口令", "xin has to sign in and change the password first");
        assertThat(run("import", file, "--register", "task", "--as", "nobody")).isEqualTo(1);
        assertThat(errors()).contains("没有可用的登录名“nobody”", "There is no login \"nobody\" to act as");
        assertThat(said()).isEmpty();
    }

    @Test
    void what_is_left_out_and_not_clear_is_answered_with_the_choices() throws IOException {
        var file = ledger(HEAD + LAMP);
        assertThat(run("import", file, "--as", "tong")).isEqualTo(2);
        assertThat(errors()).contains("请用 --register 写明台账", "rectification 整改台账", "Say which register by --register", "task Task list");
        assertThat(run("import", file, "--register", "hotlin", "--as", "tong")).isEqualTo(2);
        assertThat(errors()).contains("没有台账“hotlin”", "There is no register \"hotlin\"");
        assertThat(run("import", file, "--register", "hotline")).isEqualTo(2);
        assertThat(errors()).contains("可以导入“热线工单”的：tong, xin", "Who may import onto \"Hotline orders\": tong, xin");
        assertThat(run("export", "--out", data.resolve("x.csv").toString(), "--register", "hotline", "--tenant", "7")).isEqualTo(2);
        assertThat(errors()).contains("没有账户“7”。现有：1 明白镇人民政府", "There is no account \"7\"");
    }

    @Test
    void what_is_no_ledger_is_refused_and_named() throws IOException {
        var file = Files.writeString(data.resolve("空.csv"), "").toString();
        assertThat(run("import", file, "--register", "task", "--as", "tong")).isEqualTo(2);
        assertThat(errors()).contains("There is nothing in the file.");
    }

    @Test
    void a_row_altered_by_hand_is_found_and_named_and_so_is_a_line_of_the_journal() throws Exception {
        assertThat(run("import", ledger(HEAD + LAMP.replace("中山路", "解放路")), "--as", "tong", "--register", "livelihood")).as(this::errors).isZero();
        listen();
        assertThat(run("check")).as(this::errors).isZero();
        assertThat(said()).contains("账户 1（明白镇人民政府）", "ledger.matter", "0 处不一致");

        listen();
        byHand("update ledger.matter set title = '改过的标题' where title = '解放路路灯不亮'");
        assertThat(run("check")).isEqualTo(1);
        assertThat(said()).containsPattern("事项 \\d+，ledger.matter.title：流水为“解放路路灯不亮”，表中为“改过的标题”");
        byHand("update ledger.matter set title = '解放路路灯不亮' where title = '改过的标题'");

        listen();
        byHand("alter table ledger.entry disable trigger kept",
                "update ledger.entry set body = replace(body::text, '解放路', '和平路')::jsonb where body::text like '%解放路%'");
        assertThat(run("check")).isEqualTo(1);
        assertThat(said()).contains("流水为“和平路路灯不亮”，表中为“解放路路灯不亮”");
        byHand("update ledger.entry set body = replace(body::text, '和平路', '解放路')::jsonb where body::text like '%和平路%'",
                "alter table ledger.entry enable trigger kept");
        listen();
        assertThat(run("check")).as(this::said).isZero();
    }

    @Test
    void a_product_of_another_version_is_not_joined() throws Exception {
        byHand("insert into flyway_schema_history select 9999, '9999', 'later', type, 'V9999__later.sql', 1, installed_by, installed_on, 1, true "
                + "from flyway_schema_history where installed_rank = 1");
        try {
            var check = TestProcess.start(Mingbai.class, "check", "--data", data.toString());
            assertThat(check.waitFor()).isEqualTo(1);
            assertThat(new String(check.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("不是同一版本（数据库步骤 9999 不一致）", "is of another version than this command (step 9999").doesNotContain("\tat ");
        } finally {
            byHand("delete from flyway_schema_history where installed_rank = 9999");
        }
        assertThat(run("check")).as(this::errors).isZero();
    }

    @Test
    void an_exported_register_appears_whole_beside_the_running_product() {
        var file = data.resolve("out.csv");
        assertThat(run("export", "--out", file.toString(), "--register", "rules")).as(this::errors).isZero();
        assertThat(file).content(StandardCharsets.UTF_8).contains("明白账编号");
    }


    private String ledger(String csv) throws IOException {
        return Files.writeString(data.resolve("台账.csv"), csv).toString();
    }

    /// As a database administrator could.
    private void byHand(String... statements) throws Exception {
        var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        try (var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/mingbai", "postgres",
                        Files.readString(data.resolve("postgresql.password")).strip());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                assertThat(statement.executeUpdate(sql)).as(sql).isGreaterThanOrEqualTo(sql.startsWith("alter") ? 0 : 1);
            }
        }
    }

    private int run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--data");
        all.add(data.toString());
        return Mingbai.run(all, new Terminal(print(out), print(err), Locale.SIMPLIFIED_CHINESE));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
