package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.LedgerExport;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.WordIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MingbaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPagesTest {

    private static final String REGISTER = "/registers/rectification";

    @Autowired LedgerScene scene;
    @Autowired Ledger ledger;
    @Autowired Registers registers;
    @Autowired LedgerExport export;
    @Autowired WordIndex words;
    @Autowired AuditTrail audit;
    @LocalServerPort int port;

    private final List<Browsing> open = new ArrayList<>();
    private final Map<SignedIn, String> logins = new HashMap<>();
    private SmallTown.Cast cast;
    private List<MatterId> all;
    private Browsing coordinator;
    private Browsing roads;
    private Browsing water;
    private Browsing stranger;

    @BeforeAll
    void a_town_at_work_and_another_beside_it() {
        cast = scene.cast();
        all = scene.someOfEach(cast);
        for (int indexed = 1; indexed > 0; ) {
            indexed = words.catchUp();
        }
        coordinator = as(cast.coordinator());
        roads = as(cast.roadsHandler());
        water = as(cast.waterHandler());
        stranger = as(scene.cast().coordinator());
        scene.restoreToday();
    }

    @AfterAll
    void leave() {
        open.forEach(Browsing::close);
    }

    private Browsing as(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(logins.computeIfAbsent(who, scene::login), Bureau.PASSWORD);
        open.add(browsing);
        return browsing;
    }

    @Test
    void each_sees_in_lists_searches_trays_and_files_only_what_his_unit_has_a_part_in() {
        var mine = new HashSet<>(Html.matters(water.get(REGISTER + "?size=1000").body()));
        var expected = all.stream().filter(id -> ledger.matter(cast.waterHandler(), id).isPresent()).map(MatterId::value).toList();
        assertThat(mine).containsExactlyInAnyOrderElementsOf(expected).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(expected).containsAll(Html.matters(water.get("/search?q=" + encoded("路灯")).body()));
        assertThat(expected).containsAll(Html.matters(water.get("/tray").body()));
        assertThat(csv(water, "")).hasSize(expected.size());
        assertThat(Html.matters(stranger.get(REGISTER + "?size=1000").body())).isEmpty();
        assertThat(Html.matters(stranger.get("/search?q=" + encoded("路灯")).body())).isEmpty();
        assertThat(Html.matters(stranger.get("/search?q=" + encoded(printed(all.getFirst()))).body())).isEmpty();
        assertThat(csv(stranger, "")).isEmpty();
        assertThat(Html.numbers(stranger.get(REGISTER).body()).values()).allMatch(number -> number == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tray", "/registers", REGISTER, REGISTER + "/policy", REGISTER + "/export.xlsx", REGISTER + "/export.csv"})
    void an_administrator_opens_no_page_of_the_ledger(String path) {
        assertThat(as(cast.administrator()).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void an_administrator_searches_names_and_finds_no_matter() {
        var page = as(cast.administrator()).get("/search?q=" + encoded("路灯")).body();
        assertThat(Html.matters(page)).isEmpty();
        assertThat(page).contains("路灯所");
    }

    @Test
    void every_number_opens_exactly_its_cases() {
        for (var reader : List.of(coordinator, roads, water)) {
            for (var from : List.of(REGISTER, REGISTER + "?lead=" + cast.roads().value(), REGISTER + "?until=2026-04-20", "/registers")) {
                var numbers = Html.numbers(reader.get(from).body());
                assertThat(numbers).as(from).isNotEmpty();
                numbers.forEach((href, number) -> {
                    var there = href + (href.contains("?") ? "&" : "?") + "size=1000";
                    assertThat(Html.matters(reader.get(there).body())).as(from + " -> " + there).hasSize(number).doesNotHaveDuplicates();
                });
            }
        }
        assertThat(Html.numbers(coordinator.get(REGISTER).body()))
                .containsEntry(REGISTER + "?light=late", 4).containsEntry(REGISTER + "?light=parked", 1).containsEntry(REGISTER + "?light=closed", 2);
    }

    @Test
    void every_number_of_a_tray_opens_exactly_its_matters() {
        for (var who : List.of(cast.coordinator(), cast.roadsHandler(), cast.hallChecker(), cast.verdictTaker())) {
            var reader = as(who);
            var numbers = Html.numbers(reader.get("/tray").body());
            assertThat(numbers).as(who.name()).isNotEmpty();
            numbers.forEach((href, number) -> assertThat(trayMatters(reader.get(href).body())).as(who.name() + href).hasSize(number));
        }
    }

    /// Those in the groups; the orphans below are nobody's.
    private static List<Long> trayMatters(String page) {
        int orphans = page.indexOf("id=\"orphans\"");
        return Html.matters(orphans < 0 ? page : page.substring(0, orphans));
    }

    @Test
    void the_coordinator_is_shown_that_trays_and_orphans_add_up() {
        assertThat(coordinator.get("/tray").body()).contains("正好是全部在办的");
        assertThat(roads.get("/tray").body()).doesNotContain("正好是全部在办的");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "due", "due-last"})
    void older_and_newer_pass_every_matter_once_in_every_order(String order) {
        for (int i = 0; i < 60 && all.size() < 86; i++) {
            all.add(scene.assigned(cast, LedgerScene.subject(100 + i), cast.water(), LedgerScene.NOW.plusDays(60 + i / 7)));
        }
        var question = REGISTER + "?lead=" + cast.water().value() + "&order=" + order;
        var whole = Html.matters(coordinator.get(question + "&size=1000").body());
        var first = coordinator.get(question).body();
        var older = Html.rel(first, "next");
        assertThat(Html.rel(first, "prev")).isEmpty();
        assertThat(older).isNotEmpty();
        var second = coordinator.get(older).body();
        var walked = new ArrayList<>(Html.matters(first));
        walked.addAll(Html.matters(second));
        assertThat(walked).isEqualTo(whole).hasSizeGreaterThan(60);
        assertThat(Html.rel(second, "next")).isEmpty();
        assertThat(Html.matters(coordinator.get(Html.rel(second, "prev")).body())).isEqualTo(Html.matters(first));
    }

    @Test
    void a_page_that_ends_with_a_parked_matter_goes_on_after_its_review_day() {
        var own = scene.cast();
        scene.restoreToday();
        for (int i = 0; i < 49; i++) {
            scene.assigned(own, LedgerScene.subject(i), own.water(), LedgerScene.NOW.plusDays(60));
        }
        var parked = scene.assigned(own, LedgerScene.subject(50), own.water(), LedgerScene.NOW.plusDays(90));
        scene.act(own.waterHandler(), parked, new Act.Sign());
        scene.act(own.approver(), parked, new Act.Park("等上级管网工程", "随管网改造一并解决", "王镇长", LedgerScene.NOW.plusDays(61)));
        for (int i = 51; i < 56; i++) {
            scene.assigned(own, LedgerScene.subject(i), own.water(), LedgerScene.NOW.plusDays(70));
        }
        var reader = as(own.coordinator());
        var first = reader.get(REGISTER + "?order=due").body();
        assertThat(Html.matters(first)).last().isEqualTo(parked.value());
        assertThat(Html.matters(reader.get(Html.rel(first, "next")).body())).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?light=%00", "?light=purple", "?stage=DROP", "?lead=-1", "?lead=99999999999999999999", "?from=2026-02-30",
        "?from=%2B999999-01-01",
        "?until=x", "?order=1;drop", "?after=x", "?after=2026-01-01~5", "?order=due&after=5", "?before=~~", "?size=100000", "?column=%27%3B--",
        "?words=%00%01", "?category=%ED%A0%80", "?group=all", "?height=9"})
    void a_question_that_makes_no_sense_is_answered_with_words(String question) {
        var page = coordinator.get(REGISTER + question);
        assertThat(page.statusCode()).as(question).isIn(200, 400);
        if (page.statusCode() == 400) {
            assertThat(page.body()).contains("notice-warn");
        }
        assertThat(coordinator.get(REGISTER + "/export.xlsx" + question).statusCode()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registers/nothing", "/registers/nothing/policy", "/registers/nothing/export.csv", "/registers/%00"})
    void a_register_that_is_not_there_is_not_found(String path) {
        assertThat(coordinator.get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?urgency=soon", "?register=none", "?urgency=late&after=x", "?urgency=late&after=2026-13-01~1"})
    void a_tray_asked_for_in_a_way_nobody_understands_says_so(String question) {
        var page = coordinator.get("/tray" + question);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("notice-warn");
    }

    @Test
    void hostile_words_are_shown_as_written_and_find_nothing() {
        for (var text : List.of("<script>alert(1)</script>", "'; drop table ledger.matter; --", "\\", "&!|:*()", "𠮷𠮷", "x".repeat(100))) {
            var page = coordinator.get(REGISTER + "?words=" + encoded(text));
            assertThat(page.statusCode()).as(text).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script>alert");
            assertThat(coordinator.get("/search?q=" + encoded(text)).statusCode()).isEqualTo(200);
        }
        assertThat(coordinator.get("/search?q=" + "x".repeat(101)).statusCode()).isEqualTo(400);
    }

    @Test
    void several_are_assigned_at_once_and_the_refused_ones_are_told_with_the_reason() {
        var listed = scene.listed(cast, LedgerScene.subject(301));
        var other = scene.listed(cast, LedgerScene.subject(302));
        var raised = scene.raised(cast, LedgerScene.subject(303));
        var due = LedgerScene.NOW.plusDays(40).toString();
        var choice = postedMany("/selected", Map.of("act", "assign"), List.of(listed, other, raised));
        assertThat(choice.statusCode()).isEqualTo(200);
        assertThat(choice.body()).contains("value=\"" + listed.value() + "\"").contains("待核实");
        var key = UUID.randomUUID().toString();
        var fields = Map.of("act", "assign", "lead", Long.toString(cast.roads().value()), "due", due, "key", key);
        var done = postedMany("/selected/done", fields, List.of(listed, other, raised));
        assertThat(done.body()).contains("2 件已办").contains("1 件没有办");
        assertThat(List.of(listed, other)).allSatisfy(id -> {
            assertThat(matter(id).stage().named()).isEqualTo(StageName.ASSIGNED);
            assertThat(matter(id).round().due()).extracting("date").isEqualTo(LocalDate.parse(due));
        });
        assertThat(matter(raised).stage().named()).isEqualTo(StageName.RAISED);
        int entries = matter(listed).seq();
        postedMany("/selected/done", fields, List.of(listed, other, raised));
        assertThat(matter(listed).seq()).as("the same form sent twice").isEqualTo(entries);
    }

    @Test
    void what_cannot_be_read_in_a_form_for_several_writes_nothing() {
        var listed = scene.listed(cast, LedgerScene.subject(311));
        int before = matter(listed).seq();
        for (var fields : List.of(Map.of("act", "assign", "lead", "", "due", "", "key", UUID.randomUUID().toString()),
                Map.of("act", "assign", "lead", "x", "due", "31.12.", "key", UUID.randomUUID().toString()),
                Map.of("act", "call-for-progress", "text", " ", "key", UUID.randomUUID().toString()),
                Map.of("act", "put-on-list", "key", "no key"))) {
            assertThat(postedMany("/selected/done", fields, List.of(listed)).statusCode()).isEqualTo(422);
        }
        assertThat(postedMany("/selected/done", Map.of("act", "burn"), List.of(listed)).statusCode()).isEqualTo(400);
        assertThat(matter(listed).seq()).isEqualTo(before);
    }

    @Test
    void a_handler_can_neither_assign_nor_touch_what_he_does_not_see() {
        var listed = scene.listed(cast, LedgerScene.subject(321));
        var token = roads.tokenOn("/tray");
        assertThat(roads.postWith(token, REGISTER + "/selected", Map.of("act", "assign", "matter", Long.toString(listed.value()))).statusCode())
                .isEqualTo(403);
        int before = matter(listed).seq();
        water.postWith(water.tokenOn("/tray"), REGISTER + "/selected/done", Map.of("act", "call-for-progress", "text", "快", "key",
                UUID.randomUUID().toString(), "matter", Long.toString(listed.value())));
        assertThat(matter(listed).seq()).isEqualTo(before);
    }

    @Test
    void a_saved_view_is_its_keepers_alone() {
        var token = roads.tokenOn("/tray");
        roads.postWith(token, REGISTER + "/views", Map.of("name", "我的超期", "query", "?light=late"));
        assertThat(roads.get(REGISTER).body()).contains("我的超期").contains(REGISTER + "?light=late");
        assertThat(water.get(REGISTER).body()).doesNotContain("我的超期");
        roads.postWith(token, REGISTER + "/views", Map.of("name", "别处", "query", "?light=late&after=5&x=//elsewhere.example"));
        assertThat(roads.get(REGISTER).body()).doesNotContain("elsewhere.example").doesNotContain("after=5");
        roads.postWith(token, REGISTER + "/views/dropped", Map.of("name", "我的超期"));
        assertThat(roads.get(REGISTER).body()).doesNotContain("我的超期</a>");
    }

    @Test
    void a_workbook_holds_each_matter_once_with_its_number_dates_and_lights_and_computes_nothing() throws Exception {
        var evil = scene.assigned(cast, new Subject("=HYPERLINK(\"http://evil.example\")", "@SUM(1)", "+1", null, null, "-2+3", null, null, null,
                Map.of("remark", "=1+1")), cast.roads(), LedgerScene.NOW.minusDays(0).plusDays(3));
        var out = new java.io.ByteArrayOutputStream();
        var register = registers.register(cast.tenant(), "rectification").orElseThrow();
        long written = export.workbook(cast.coordinator(), register, MatterFilter.all("rectification"), Locale.CHINESE, out);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            var head = sheet.getRow(0);
            assertThat(head.getCell(0).getStringCellValue()).isEqualTo("明白账编号");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getLastRowNum()).isEqualTo((int) written);
            var byNumber = new HashMap<String, Integer>();
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                for (var cell : sheet.getRow(i)) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
                byNumber.put(sheet.getRow(i).getCell(0).getStringCellValue(), i);
            }
            assertThat(byNumber).hasSize((int) written).containsKeys(all.stream().map(id -> printed(id)).toArray(String[]::new));
            var row = sheet.getRow(byNumber.get(printed(evil)));
            assertThat(row.getCell(column(head, "问题表述")).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://evil.example\")");
            assertThat(row.getCell(column(head, "整改时限")).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LedgerScene.NOW.plusDays(3));
            assertThat(row.getCell(column(head, "红黄绿")).getStringCellValue()).isEqualTo("临期");
            assertThat(row.getCell(column(head, "红黄绿")).getCellStyle().getFillForegroundColorColor().getARGBHex()).endsWith("FFE699");
            assertThat(row.getCell(column(head, "牵头单位")).getStringCellValue()).isEqualTo("路灯所");
        }
    }

    @Test
    void a_file_takes_the_question_of_its_page_and_leaves_a_line_in_the_audit_trail() {
        assertThat(csv(coordinator, "?light=late")).hasSize(4).allSatisfy(line -> assertThat(line).contains("超期"));
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.LEDGER_EXPORTED, null, null, ""), 100))
                .anySatisfy(line -> {
                    assertThat(line.name()).isEqualTo(cast.coordinator().name());
                    assertThat(line.subjectName()).isEqualTo("整改台账");
                    assertThat(line.after()).containsEntry("query", "?light=late").containsEntry("file", "csv");
                });
        var csv = coordinator.get(REGISTER + "/export.csv?lang=en");
        assertThat(csv.body()).startsWith("\uFEFFMingbai No.");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValueSatisfying(name -> assertThat(name).contains("attachment"));
        coordinator.get("/tray?lang=zh");
    }

    @Test
    void what_begins_like_a_formula_stays_text_in_a_csv_too() {
        scene.raised(cast, new Subject("=cmd|'/c calc'!A0", "测试", null, null, null, "公式", null, null, null, Map.of()));
        assertThat(coordinator.get(REGISTER + "/export.csv").body()).contains("'=cmd|").doesNotContain(",=cmd");
    }

    /// Two digits at a time, a search would tell a number that its reader is shown masked.
    @Test
    void a_number_in_what_was_said_is_not_found_by_its_digits() {
        var id = scene.raised(cast, new Subject("电表倒转", "回电 13690817245 找我。", null, null, null, null, null, null, null, Map.of()));
        words.catchUp();
        assertThat(Html.matters(coordinator.get(REGISTER + "?words=" + encoded("电表倒转 136")).body())).containsExactly(id.value());
        for (var digits : List.of("69", "90", "08", "13690817245")) {
            assertThat(Html.matters(coordinator.get(REGISTER + "?words=" + encoded("电表倒转 " + digits)).body())).as(digits).isEmpty();
        }
    }

    @Test
    void a_printed_number_finds_its_matter_however_it_was_typed() {
        var id = all.getFirst();
        for (var typed : List.of(printed(id), " " + printed(id).replace("-", "－") + " ", printed(id).toUpperCase(Locale.ROOT))) {
            assertThat(MatterNumber.parse(typed)).hasValueSatisfying(number -> assertThat(number.matter()).isEqualTo(id));
            assertThat(Html.matters(coordinator.get("/search?q=" + encoded(typed)).body())).containsExactly(id.value());
            assertThat(Html.matters(coordinator.get(REGISTER + "?words=" + encoded(typed)).body())).containsExactly(id.value());
        }
        assertThat(MatterNumber.parse("明-rectification-0")).isEmpty();
        assertThat(MatterNumber.parse("明-rectification-99999999999999999999")).isEmpty();
    }

    @Test
    void units_and_people_are_found_by_their_names() {
        var page = coordinator.get("/search?q=" + encoded("路灯")).body();
        assertThat(page).contains("/directory/organisations/" + cast.roads().value()).contains("路灯所经办")
                .contains(REGISTER + "?state=open&amp;lead=" + cast.roads().value());
        assertThat(page).contains("id=\"found\"");
    }

    private Matter matter(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow();
    }

    private static String printed(MatterId id) {
        return new MatterNumber("rectification", id).printed();
    }

    private static int column(org.apache.poi.ss.usermodel.Row head, String name) {
        for (var cell : head) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + name);
    }

    private static List<String> csv(Browsing reader, String question) {
        var body = reader.get(REGISTER + "/export.csv" + question).body();
        return List.of(body.split("(?m)^(?=明-)")).stream().skip(1).toList();
    }

    private java.net.http.HttpResponse<String> postedMany(String path, Map<String, String> fields, List<MatterId> ids) {
        var token = coordinator.tokenOn("/tray");
        var query = ids.stream().map(id -> "matter=" + id.value()).collect(java.util.stream.Collectors.joining("&"));
        return coordinator.postWith(token, REGISTER + path + "?" + query, fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
