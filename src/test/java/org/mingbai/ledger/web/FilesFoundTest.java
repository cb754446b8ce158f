package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.FileWords;
import org.mingbai.ledger.store.WordIndex;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What attached files say is found by whoever may open them.
@MingbaiTest
class FilesFoundTest {

    private static final String REGISTER = "/registers/rectification";

    @Autowired LedgerScene scene;
    @Autowired Library library;
    @Autowired Receiving receiving;
    @Autowired Matters matters;
    @Autowired WordIndex words;
    @Autowired FileWords files;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private Browsing coordinator;

    @BeforeEach
    void a_town() {
        cast = scene.cast();
        coordinator = as(cast.coordinator());
    }

    @AfterEach
    void leave() {
        coordinator.close();
    }

    private Browsing as(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private MatterId matter() {
        return scene.underWay(cast, new Subject("中山路灯不亮", "夜里看不清路。", null, null, null, null, null, null, null, Map.of()), LedgerScene.NOW);
    }

    private StoredFile laid(MatterId matter, String name, byte[] content) throws Exception {
        var kept = library.keep(cast.tenant(), cast.roadsHandler().person(), name, new ByteArrayInputStream(content));
        scene.act(cast.roadsHandler(), matter, new Act.AttachEvidence(List.of(),
                List.of(new Evidence.File(kept.sha256(), kept.name(), kept.mediaType(), kept.size())), null));
        return kept;
    }

    /// The product reads them by itself as well, and whoever of the two has taken a file reads it to its end.
    private void indexed() throws Exception {
        boolean more = true;
        while (more) {
            while (words.catchUp() > 0) {
                continue;
            }
            more = files.readOne() || 0 < db.sql("""
                    select (select count(*) from ledger.file_words where tenant = :tenant and read_at is null)
                        + (select count(*) from ledger.unwritten where tenant = :tenant)
                    """).param("tenant", cast.tenant().value()).query(Long.class).single();
            Thread.onSpinWait();
        }
    }

    private List<Long> found(Browsing by, String words) {
        return Html.matters(by.get(REGISTER + "?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).body()).stream().distinct().toList();
    }

    static Stream<Arguments> papers() {
        return Stream.of(
                paper("勘查记录.docx", () -> Papers.word("现场勘查记录", "变压器型号老化，须整体更换。")),
                paper("清单.xlsx", () -> Papers.workbook("序号", "变压器型号", "数量")),
                paper("批复.pdf", () -> Papers.pdf("同意更换变压器型号请照办")),
                paper("来函.pdf", () -> Papers.pdfInGbk("关于变压器型号的复函")),
                paper("说明.txt", () -> "这是说明：\r\n更换变压\r\n器型号。".getBytes(Charset.forName("GB18030"))),
                paper("说明8.txt", () -> "更换变压器型号。".getBytes(StandardCharsets.UTF_8)),
                paper("表.csv", () -> "名称,数量\n变压器型号,1\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static Arguments paper(String name, Supplier<byte[]> content) {
        return Arguments.of(name, content);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    void a_matter_is_found_by_what_its_file_says_and_the_list_says_which(String name, Supplier<byte[]> content) throws Exception {
        var matter = matter();
        var other = matter();
        indexed();
        assertThat(found(coordinator, "变压器型号")).isEmpty();
        var file = laid(matter, name, content.get());
        indexed();
        assertThat(found(coordinator, "变压器型号")).containsExactly(matter.value());
        assertThat(found(coordinator, "压器")).containsExactly(matter.value());
        var page = coordinator.get(REGISTER + "?words=" + URLEncoder.encode("变压器型号 路灯", StandardCharsets.UTF_8)).body();
        assertThat(page).contains("附件《" + name + "》中提到").contains("/matters/" + matter.value() + "/files/" + file.sha256());
        assertThat(coordinator.get("/search?q=" + URLEncoder.encode("变压器型号", StandardCharsets.UTF_8)).body()).contains("附件《" + name + "》中提到");
        assertThat(coordinator.get("/matters/" + matter.value() + "/files/" + file.sha256()).statusCode()).isEqualTo(200);
        assertThat(coordinator.get(REGISTER + "?words=" + URLEncoder.encode("路灯", StandardCharsets.UTF_8)).body())
                .contains("/matters/" + matter.value(), "/matters/" + other.value()).doesNotContain("中提到");
    }

    @Test
    void the_file_of_a_report_on_progress_is_found_as_well_and_in_lists_of_programs_and_files() throws Exception {
        var matter = matter();
        var kept = library.keep(cast.tenant(), cast.roadsHandler().person(), "进度.docx", new ByteArrayInputStream(Papers.word("变压器已到货")));
        scene.act(cast.roadsHandler(), matter, new Act.ReportProgress("到货了", Map.of(2, 40),
                List.of(new Evidence.File(kept.sha256(), kept.name(), kept.mediaType(), kept.size()))));
        indexed();
        assertThat(found(coordinator, "变压器")).containsExactly(matter.value());
        var csv = REGISTER + "/export.csv?words=";
        assertThat(coordinator.get(csv + URLEncoder.encode("变压器", StandardCharsets.UTF_8)).body()).contains("中山路灯不亮");
        assertThat(coordinator.get(csv + URLEncoder.encode("变压器房", StandardCharsets.UTF_8)).body()).doesNotContain("中山路灯不亮");
    }

    @Test
    void nobody_finds_it_who_does_not_see_the_matter() throws Exception {
        var matter = matter();
        laid(matter, "勘查.docx", Papers.word("变压器型号老化"));
        indexed();
        try (var roads = as(cast.roadsHandler()); var water = as(cast.waterHandler()); var stranger = as(scene.cast().coordinator())) {
            assertThat(found(roads, "变压器")).containsExactly(matter.value());
            assertThat(found(water, "变压器")).isEmpty();
            assertThat(found(stranger, "变压器")).isEmpty();
            assertThat(water.get("/search?q=" + URLEncoder.encode("变压器", StandardCharsets.UTF_8)).body()).doesNotContain("勘查.docx");
        }
    }

    /// Of two units that see the matter, one might not open it.
    @Test
    void what_came_with_a_voice_is_not_found_whether_it_is_held_apart_or_not() throws Exception {
        var held = receiving.bring(cast.tenant(), "检举.txt", new ByteArrayInputStream("变压器是赵六顺偷换的".getBytes(StandardCharsets.UTF_8)));
        var shown = receiving.bring(cast.tenant(), "检举.pdf", new ByteArrayInputStream(Papers.pdf("变压器是赵六顺偷换的")));
        var said = new Submission("rectification", new Subject("路灯不亮", "夜里看不清路", null, null, "web", null, null, null, null, Map.of()), null, false,
                false, "zh", List.of(held, shown), UUID.randomUUID());
        assertThat(receiving.receive(cast.tenant(), said)).isInstanceOf(VoiceAnswer.Done.class);
        indexed();
        assertThat(found(coordinator, "路灯")).hasSize(1);
        assertThat(found(coordinator, "变压器")).isEmpty();
        assertThat(found(coordinator, "赵六")).isEmpty();
        assertThat(readOf(held)).isZero();
        assertThat(readOf(shown)).isZero();
    }

    private long readOf(StoredFile file) {
        return db.sql("select count(*) from ledger.file_words where sha256 = ?").param(file.sha256()).query(Long.class).single();
    }

    @Test
    void a_number_in_a_file_is_not_found_by_its_digits() throws Exception {
        var matter = matter();
        laid(matter, "联系.docx", Papers.word("电表倒转的住户电话 13690817245 请回"));
        indexed();
        assertThat(found(coordinator, "电表倒转 136")).containsExactly(matter.value());
        for (var digits : List.of("69", "90", "08", "13690817245")) {
            assertThat(found(coordinator, "电表倒转 " + digits)).as(digits).isEmpty();
        }
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("炸弹.docx", Set.of("TOO_MUCH", "BROKEN"), Papers::wordBomb),
                hostile("声明.docx", Set.of("BROKEN"), Papers::wordThatDeclares),
                hostile("空串.xlsx", Set.of("TOO_MUCH"), Papers::workbookOfEmptyStrings),
                hostile("炸弹.pdf", Set.of("TOO_MUCH", "BROKEN", "NO_LETTERS"), Papers::pdfBomb),
                hostile("层层.pdf", Set.of("BROKEN", "NO_LETTERS", "TOO_MUCH"), Papers::deepPdf),
                hostile("循环.pdf", Set.of("TOO_MUCH"), Papers::pdfThatTakesForEver),
                hostile("加密.pdf", Set.of("LOCKED"), () -> Papers.lockedPdf("变压器型号")),
                hostile("扫描.pdf", Set.of("NO_LETTERS"), Papers::scannedPdf),
                hostile("半份.pdf", Set.of("BROKEN"), () -> "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII)),
                hostile("半份.docx", Set.of("BROKEN"), () -> "PK\3\4 and no more".getBytes(StandardCharsets.US_ASCII)),
                hostile("程序.bin", Set.of("UNKNOWN_KIND"), () -> new byte[] {1, 2, 3, 0, 7, -1}));
    }

    private static Arguments hostile(String name, Set<String> why, Supplier<byte[]> content) {
        return Arguments.of(name, why, content);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_file_that_cannot_be_read_says_nothing_and_stops_no_other(String name, Set<String> why, Supplier<byte[]> content) throws Exception {
        var matter = matter();
        var bad = laid(matter, name, content.get());
        laid(matter, "好的.docx", Papers.word("变压器型号老化"));
        indexed();
        assertThat(found(coordinator, "变压器")).containsExactly(matter.value());
        assertThat(why).contains(db.sql("select why from ledger.file_words where tenant = ? and sha256 = ?").param(cast.tenant().value()).param(bad.sha256())
                .query(String.class).single());
    }

    @Test
    void a_long_file_is_found_by_its_beginning_and_many_files_of_a_matter_by_the_newest() throws Exception {
        var matter = matter();
        for (int i = 0; i < 4; i++) {
            var text = new StringBuilder("第" + "甲乙丙丁".charAt(i) + "本开头");
            for (int c = 0; c < 120_000; c++) {
                // Nearly each pair another one, so that the files weigh what a file can.
                text.append((char) (0x4E00 + (c * 7_919L + i * 104_729L + (long) c * c % 20_011) % 20_000));
            }
            laid(matter, i + ".txt", text.append("结尾变压器").toString().getBytes(StandardCharsets.UTF_8));
        }
        indexed();
        assertThat(found(coordinator, "丁本开头")).containsExactly(matter.value());
        assertThat(found(coordinator, "甲本开头")).isEmpty();
        assertThat(found(coordinator, "结尾变压器")).isEmpty();
    }

    @Test
    void a_file_whose_reading_was_killed_is_read_again_and_one_that_kills_it_is_left() throws Exception {
        var matter = matter();
        var file = laid(matter, "好的.docx", Papers.word("变压器型号老化"));
        var never = laid(matter, "坏的.docx", Papers.word("变压器型号也老化"));
        indexed();
        db.sql("update ledger.file_words set read_at = null, pairs = null, tries = 1, taken_at = now() - interval '11 minutes' where sha256 = ?")
                .param(file.sha256()).update();
        db.sql("update ledger.file_words set read_at = null, pairs = null, tries = 3, taken_at = now() - interval '11 minutes' where sha256 = ?")
                .param(never.sha256()).update();
        db.sql("insert into ledger.unwritten (tenant, matter) values (?, ?)").param(cast.tenant().value()).param(matter.value()).update();
        indexed();
        assertThat(found(coordinator, "变压器")).containsExactly(matter.value());
        assertThat(db.sql("select why from ledger.file_words where sha256 = ?").param(never.sha256()).query(String.class).single()).isEqualTo("TOO_MUCH");
    }

    @Test
    void files_of_before_are_found_after_the_update_and_nothing_else_is_indexed_anew() throws Exception {
        var matter = matter();
        var other = matter();
        laid(matter, "好的.docx", Papers.word("变压器型号老化"));
        indexed();
        db.sql("delete from ledger.file_words where tenant = ?").param(cast.tenant().value()).update();
        db.sql("update ledger.words set pairs = '' where tenant = ?").param(cast.tenant().value()).update();
        var step = new ClassPathResource("db/migration/V0112__file_words.sql").getContentAsString(StandardCharsets.UTF_8);
        db.sql(step.substring(step.indexOf("insert into ledger.unwritten"))).update();
        indexed();
        assertThat(found(coordinator, "变压器")).containsExactly(matter.value());
        assertThat(found(coordinator, "路灯")).containsExactly(matter.value()).doesNotContain(other.value());
    }

    @Test
    void what_a_file_says_goes_with_the_file() throws Exception {
        var kept = library.keep(cast.tenant(), cast.roadsHandler().person(), "留.txt", new ByteArrayInputStream("变压器".getBytes(StandardCharsets.UTF_8)));
        db.sql("insert into ledger.file_words (tenant, sha256, pairs, read_at) values (?, ?, '''变压''', now())").param(cast.tenant().value())
                .param(kept.sha256()).update();
        assertThat(library.letGo(cast.tenant(), cast.roadsHandler().person(), kept.sha256(), () -> false)).isTrue();
        assertThat(readOf(kept)).isZero();
    }

    @Test
    void a_list_that_asks_for_no_words_names_no_file() throws Exception {
        var matter = matter();
        laid(matter, "勘查.docx", Papers.word("变压器型号老化"));
        indexed();
        var filter = MatterFilter.all("rectification");
        assertThat(matters.saidByFiles(cast.coordinator(), filter, matters.page(cast.coordinator(), filter))).isEmpty();
        assertThat(coordinator.get(REGISTER).body()).doesNotContain("中提到");
    }
}
