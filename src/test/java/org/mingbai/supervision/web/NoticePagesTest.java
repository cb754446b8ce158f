package org.mingbai.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.supervision.Calendars;
import org.mingbai.supervision.DayKind;
import org.mingbai.supervision.HolidayFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A notice is brought, looked at, and taken.
@MingbaiTest
class NoticePagesTest {

    private static final String NEW = "/calendar/notices/new";
    private static final String OF_2027 = """
            {"year": 2027, "papers": ["https://a.example/2027"], "days": [
              {"date": "2027-06-21", "name": "仲夏", "isOffDay": true},
              {"date": "2027-06-26", "name": "仲夏", "isOffDay": false}]}
            """;

    @Autowired Bureau bureau;
    @Autowired Calendars calendars;
    @Autowired AuditTrail audit;
    @LocalServerPort int port;

    private Bureau.Made it;
    private Browsing browsing;

    @BeforeEach
    void aCoordinator() {
        it = bureau.made();
        browsing = signedIn();
    }

    private Browsing signedIn() {
        var login = "n" + UUID.randomUUID();
        bureau.signingIn(it.keeper(), login, new Seat(it.county(), Role.COORDINATOR));
        var somebody = new Browsing(port);
        somebody.signIn(login, Bureau.PASSWORD);
        return somebody;
    }

    @AfterEach
    void leave() {
        browsing.close();
    }

    private HttpResponse<String> bring(String content, String region) {
        return bring(content.getBytes(StandardCharsets.UTF_8), region);
    }

    private HttpResponse<String> bring(byte[] content, String region) {
        return new Multipart().field("_csrf", browsing.tokenOn(NEW)).field("region", region).file("file", "2027.json", content)
                .send(port, browsing, "/calendar/notices");
    }

    private String brought(String content, String region) {
        var answer = bring(content, region);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private HttpResponse<String> take(String preview, String region) {
        return browsing.post(preview, preview.replaceFirst("\\?.*", "") + "/application",
                Map.of("region", region, "seen", browsing.valueOn(preview, "seen")));
    }

    @Test
    void a_notice_shows_what_it_changes_and_changes_nothing_until_it_is_taken() {
        var preview = brought("\uFEFF" + OF_2027, "");
        assertThat(browsing.get(preview).body()).contains("2027年6月21日 星期一", "仲夏放假", "2027年6月26日 星期六", "仲夏调休上班", "2027.json",
                "列出放假 1 天，调休上班 1 天");
        assertThat(calendars.of(it.tenant(), "").day(LocalDate.of(2027, 6, 21)).kind()).isEqualTo(DayKind.WORKING);
        assertThat(take(preview, "").headers().firstValue("location")).hasValueSatisfying(to -> assertThat(to).endsWith("/calendar?year=2027&region="));
        assertThat(calendars.of(it.tenant(), "").day(LocalDate.of(2027, 6, 21)).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(browsing.get("/calendar?year=2027").body()).contains("已采用", "https://a.example/2027").doesNotContain("尚未载入：");
        assertThat(browsing.get(preview).statusCode()).isEqualTo(404);
    }

    @Test
    void the_trail_tells_who_took_it() {
        take(brought(OF_2027, ""), "");
        assertThat(audit.lines(it.tenant(), new AuditQuestion(null, AuditAct.CALENDAR_CHANGED, null, null, ""), 5)).singleElement()
                .satisfies(line -> {
                    assertThat(line.person()).isPresent();
                    assertThat(line.subjectName()).isEqualTo("2027");
                    assertThat(line.after()).containsEntry("free", "1").containsEntry("shifted", "1");
                });
    }

    @Test
    void the_same_notice_again_changes_nothing() {
        take(brought(OF_2027, ""), "");
        assertThat(browsing.get(brought(OF_2027, "")).body()).contains("与现行的完全相同").doesNotContain("name=\"seen\"");
    }

    @Test
    void a_notice_for_a_year_there_is_says_that_it_replaces_it() {
        assertThat(browsing.get(brought(OF_2027.replace("2027", "2026"), "")).body()).contains("取代现有的同年通知");
    }

    @Test
    void a_region_takes_days_of_its_own_once_the_country_has_its_year() {
        assertThat(bring(OF_2027, "45").body()).contains("请先载入全国的");
        var preview = brought(OF_2027.replace("2027", "2026"), "45");
        take(preview, "45");
        assertThat(calendars.of(it.tenant(), "45").day(LocalDate.of(2026, 6, 22)).kind()).isEqualTo(DayKind.WORKING);
        assertThat(calendars.of(it.tenant(), "45").day(LocalDate.of(2026, 6, 26)).kind()).isEqualTo(DayKind.WORKING);
        assertThat(calendars.notice(it.tenant(), "45", 2026)).isPresent();
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_looked_at_again() {
        var preview = brought(OF_2027, "");
        var seen = browsing.valueOn(preview, "seen");
        var other = (HolidayFile.Read) HolidayFile.read(OF_2027.replace("06-21", "06-22"));
        calendars.take(it.keeper(), "", other.notice());
        var answer = browsing.post(preview, preview + "/application", Map.of("region", "", "seen", seen));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("日历在此期间被别人改过", "2027年6月22日");
        assertThat(calendars.of(it.tenant(), "").day(LocalDate.of(2027, 6, 21)).kind()).isEqualTo(DayKind.WORKING);
        assertThat(take(preview, "").statusCode()).isEqualTo(303);
    }

    @Test
    void what_one_brought_nobody_else_sees() {
        var preview = brought(OF_2027, "");
        try (var other = signedIn()) {
            assertThat(other.get(preview).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"year": 2027                                                                                    | 不是可读的通知
            {"year": 2027, "days": {}}                                                                       | days：不是可读的通知
            {"days": []}                                                                                     | 要写明年份
            {"year": 2027, "days": [{"name": "元旦", "date": "2027-02-30", "isOffDay": true}]}               | days[0].date：没有这一天
            {"year": 2027, "days": [{"name": "元旦", "date": "2030-01-01", "isOffDay": true}]}               | 不是这一年或相邻年份
            {"year": 2027, "days": [{"name": "", "date": "2027-01-01", "isOffDay": true}]}                   | 要写明节日名称
            {"year": 2027, "days": [{"name": "元\\u0000旦", "date": "2027-01-01", "isOffDay": true}]}        | 要写明节日名称
            {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01"}]}                                 | 还是上班（false）
            {"year": 2027, "days": [{"name": "甲", "date": "2027-01-01", "isOffDay": true}, \
                {"name": "乙", "date": "2027-01-01", "isOffDay": true}]}                                     | 这一天列了两次
            {"year": 2027, "papers": [], "days": []}                                                         | 通知尚未发布
            """)
    void a_notice_that_cannot_be_taken_is_told_at_the_field_and_nothing_is_kept(String content, String told) {
        var answer = bring(content, "");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#f-file\"", told);
        assertThat(calendars.notice(it.tenant(), "", 2027)).isEmpty();
    }

    @Test
    void every_fault_has_words() {
        for (var fault : HolidayFile.Fault.values()) {
            assertThat(org.mingbai.shell.Words.has("supervision.fault." + fault)).as(fault.name()).isTrue();
        }
    }

    @Test
    void no_file_one_too_large_and_one_in_other_letters_are_told_at_the_field() {
        assertThat(bring("", "").body()).contains("请选一个文件");
        assertThat(bring(" ".repeat(64 * 1024) + OF_2027, "").body()).contains("文件超过 64 KB");
        assertThat(bring(OF_2027.getBytes(java.nio.charset.Charset.forName("GB18030")), "").body()).contains("不是 UTF-8");
    }

    @Test
    void a_region_that_is_none_is_told_at_its_field_and_kept_as_typed() {
        var answer = bring(OF_2027, "4x");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#f-region\"", "value=\"4x\"");
    }

    @Test
    void one_day_of_a_region_is_written_looked_at_and_taken_beside_those_before() {
        var day = Map.of("date", "2026-04-20", "name", "三月三", "kind", "free", "place", "45", "paper", "桂政办发〔2026〕0号");
        takeDay(day);
        takeDay(Map.of("date", "2026-04-21", "name", "三月三", "kind", "free", "place", "45"));
        assertThat(calendars.of(it.tenant(), "4501").day(LocalDate.of(2026, 4, 20)).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendars.of(it.tenant(), "4501").day(LocalDate.of(2026, 4, 21)).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendars.of(it.tenant(), "").day(LocalDate.of(2026, 4, 20)).kind()).isEqualTo(DayKind.WORKING);
        assertThat(calendars.notice(it.tenant(), "45", 2026).orElseThrow().papers()).containsExactly("桂政办发〔2026〕0号");
    }

    private void takeDay(Map<String, String> day) {
        var brought = browsing.post(NEW, "/calendar/days", day);
        assertThat(brought.statusCode()).isEqualTo(303);
        var preview = brought.headers().firstValue("Location").orElseThrow();
        assertThat(browsing.get(preview).body()).contains("三月三");
        var path = preview.substring(0, preview.indexOf('?')) + "/application";
        assertThat(browsing.post(preview, path, Map.of("region", "45", "seen", browsing.valueOn(preview, "seen"))).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-02-30, 三月三, 45, 没有这一天
            2026-04-20, '',    45, 要写明节日名称
            2026-04-20, 三月三, '', 全国的日子要采用整年的通知
            2026-04-20, 三月三, 4,  写行政区划代码的前两位
            2031-04-20, 三月三, 45, 2031
            """)
    void a_day_that_cannot_be_is_refused_at_its_field(String date, String name, String place, String said) {
        var refused = browsing.post(NEW, "/calendar/days", Map.of("date", date, "name", name, "kind", "free", "place", place));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(said).contains("value=\"" + date + "\"");
    }
}
