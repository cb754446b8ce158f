package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.DirectoryImport.Outcome;
import org.mingbai.directory.DirectoryImport.Parts;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class DirectoryImportTest {

    private static final Parts SYSTEM = new Parts(true, false);
    private static final Parts SECURITY = new Parts(false, true);

    @Autowired DirectoryImport imports;
    @Autowired Tenants tenants;
    @Autowired Directory directory;
    @Autowired Accounts accounts;
    @Autowired SignIn signIn;
    @Autowired AuditTrail trail;

    private TenantId tenant;
    private Keeper by;
    private String login;

    @BeforeEach
    void aNewTenant() {
        tenant = tenants.found("清河县");
        by = Keeper.program(tenant, "test");
        login = "i" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String town() {
        return """
                清河镇机构人员表,,,,,,
                单位名称,上级单位,统一社会信用\u3000代码,姓名,职务,角 色,登录名
                养护科,交通局,,,,,
                交通局,清河县,91350100M000100Y43,,,,
                清河县,,,,,,
                养护科,,,周望,科长,承办、审核,%1$s1
                清河县,,,张伟,,统筹,%1$s2
                养护科,,,张伟,,承办人,%1$s3
                """.formatted(login);
    }

    @Test
    void units_people_posts_and_accounts_come_from_one_sheet_in_any_order() {
        var outcome = apply(Parts.all(), town());
        assertThat(outcome.flaws()).isEmpty();
        var office = directory.unitsMeant(tenant, "交通局/养护科");
        assertThat(office).hasSize(1);
        assertThat(directory.treeOf(tenant).lineOf(office.getFirst())).hasSize(3);
        assertThat(directory.postsAt(tenant, office.getFirst())).extracting(post -> post.seat().role())
                .containsExactlyInAnyOrder(Role.HANDLER, Role.HANDLER, Role.CHECKER);
        assertThat(directory.peopleNamed(tenant, "张伟")).hasSize(2);
        assertThat(outcome.firstPasswords()).hasSize(3).allSatisfy(first ->
                assertThat(((SignIn.Attempt.Welcome) signIn.attempt(first.login(), first.password(), "")).mustChangePassword()).isTrue());
    }

    @Test
    void a_preview_writes_nothing_and_the_same_sheet_again_changes_nothing() {
        assertThat(imports.preview(by, Parts.all(), csv(town()), "town.csv").orThrow().steps()).hasSize(13);
        assertThat(directory.organisations(tenant)).isEmpty();
        apply(Parts.all(), town());
        var lines = trail.lines(tenant, AuditQuestion.everything(), 100);
        var again = apply(Parts.all(), town());
        assertThat(again.steps()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(6);
        assertThat(trail.lines(tenant, AuditQuestion.everything(), 100)).isEqualTo(lines);
    }

    @Test
    void each_administrator_applies_their_part_of_the_same_sheet() {
        var first = apply(SYSTEM, town());
        assertThat(first.flaws()).isEmpty();
        assertThat(first.left()).isPositive();
        assertThat(directory.organisations(tenant)).hasSize(3);
        assertThat(directory.peopleCounts(tenant)).isEmpty();
        assertThat(apply(SYSTEM, town()).steps()).isEmpty();
        var second = apply(SECURITY, town());
        assertThat(second.flaws()).isEmpty();
        assertThat(second.count(AuditAct.POST_GIVEN)).isEqualTo(4);
        assertThat(second.count(AuditAct.ACCOUNT_OPENED)).isEqualTo(3);
        assertThat(apply(Parts.all(), town()).steps()).isEmpty();
    }

    @Test
    void every_error_is_told_at_its_cell_and_one_of_them_keeps_all_from_being_written() {
        var outcome = apply(Parts.all(), """
                单位名称,上级单位,信用代码,姓名,职务,角色,登录名
                清河县,,,,,,
                <b>局</b>,清河县,,,,,
                教育局,清河省,,,,,
                水务局,清河县,91350100M000100Y44,,,,
                清河县,,,周望,,站长,
                清河县,,,=1+1,,承办,
                没有局,,,沈禾,,承办,
                清河县,,,何川,,承办、安全管理员,
                清河县,,,林舟,,承办,a b
                """);
        assertThat(outcome.flaws()).extracting(flaw -> flaw.cell().address() + " " + flaw.refusal().getClass().getSimpleName())
                .containsExactlyInAnyOrder("A3 StrangeCharacter", "B4 UnitNotYetThere", "C5 BadCreditCode", "F6 NotUnderstood",
                        "D7 StrangeCharacter", "A8 UnitNotYetThere", "F9 NotTogether", "G10 BadLogin");
        assertThat(directory.organisations(tenant)).isEmpty();
        assertThat(trail.lines(tenant, AuditQuestion.everything(), 10)).isEmpty();
    }

    @Test
    void a_changed_sheet_changes_what_differs() {
        apply(Parts.all(), town());
        var outcome = apply(Parts.all(), town().replace("交通局,清河县,91350100M000100Y43", "交通运输局,清河县,91350100M000100Y43")
                .replace("养护科,交通局", "养护科,交通运输局").replace("科长", "副科长"));
        assertThat(outcome.flaws()).isEmpty();
        assertThat(outcome.steps()).extracting(DirectoryImport.Step::act)
                .containsExactly(AuditAct.ORGANISATION_CHANGED, AuditAct.POST_RETITLED, AuditAct.POST_RETITLED);
    }

    @Test
    void a_login_of_another_name_is_no_match() {
        apply(Parts.all(), town());
        assertThat(apply(Parts.all(), "单位,姓名,登录名\n清河县,沈禾," + login + "1\n").flaws()).singleElement()
                .satisfies(flaw -> assertThat(flaw.refusal()).isEqualTo(new Refusal.LoginOfAnother(login + "1", "周望")));
    }

    @Test
    void workbooks_old_and_new_and_csv_in_the_national_encoding_are_read() throws IOException {
        for (var book : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            var sheet = imports.preview(by, Parts.all(), bytes(filled(book)), "book").orThrow();
            assertThat(sheet.flaws()).isEmpty();
            assertThat(sheet.count(AuditAct.ORGANISATION_FOUNDED)).isEqualTo(1);
            assertThat(sheet.count(AuditAct.POST_GIVEN)).isEqualTo(1);
        }
        assertThat(imports.preview(by, Parts.all(), town().getBytes(Charset.forName("GB18030")), "town.csv").orThrow().steps()).hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004 not a zip", "\u0000\u0000\u0000", "no,known\nheading,here\n"})
    void what_cannot_be_read_is_refused_with_a_reason(String content) {
        assertThat(imports.preview(by, Parts.all(), csv(content), "file").refusals()).singleElement().isInstanceOf(Refusal.FileUnreadable.class);
    }

    @Test
    void a_locked_book_and_one_too_big_are_refused() throws Exception {
        assertThat(imports.preview(by, Parts.all(), locked(), "book.xlsx").refusals()).containsExactly(new Refusal.FileUnreadable("LOCKED"));
        assertThat(imports.preview(by, Parts.all(), new byte[6 << 20], "big").refusals()).containsExactly(new Refusal.FileUnreadable("TOO_BIG"));
        assertThat(imports.preview(by, Parts.all(), csv("姓名\n" + "周望\n".repeat(20_001)), "long").refusals())
                .containsExactly(new Refusal.FileUnreadable("TOO_BIG"));
    }

    private Outcome apply(Parts parts, String sheet) {
        return imports.apply(by, parts, csv(sheet), "town.csv").orThrow();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Workbook filled(Workbook book) {
        var units = book.createSheet("单位");
        units.createRow(0).createCell(0).setCellValue("单位\n名称");
        units.createRow(1).createCell(0).setCellValue("清河县");
        var people = book.createSheet("人员");
        var head = people.createRow(3);
        var row = people.createRow(4);
        for (int column = 0; column < 4; column++) {
            head.createCell(column).setCellValue(List.of("姓名", "Department", "Role (system)", "开始日期").get(column));
        }
        row.createCell(0).setCellValue("𠮷田茂");
        row.createCell(1).setCellValue("清河县");
        row.createCell(2).setCellValue("handler");
        row.createCell(3).setCellValue("2025年3月1日");
        return book;
    }

    private static byte[] bytes(Workbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static byte[] locked() throws Exception {
        var locking = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        locking.confirmPassword("secret");
        try (var files = new POIFSFileSystem()) {
            try (var into = locking.getDataStream(files)) {
                into.write(bytes(filled(new XSSFWorkbook())));
            }
            var out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
