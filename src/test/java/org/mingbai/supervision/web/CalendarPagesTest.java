package org.mingbai.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.web.Browsing;
import org.mingbai.supervision.Calendars;
import org.mingbai.supervision.Notice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The calendar of a year, and what is counted on it.
@MingbaiTest
class CalendarPagesTest {

    @Autowired Bureau bureau;
    @Autowired Calendars calendars;
    @LocalServerPort int port;

    private Bureau.Made it;
    private Browsing browsing;

    @BeforeEach
    void aHandler() {
        it = bureau.made();
        browsing = signedIn(Role.HANDLER);
    }

    @AfterEach
    void leave() {
        browsing.close();
    }

    private Browsing signedIn(Role role) {
        var login = "c" + UUID.randomUUID();
        bureau.signingIn(it.keeper(), login, new Seat(it.county(), role));
        var somebody = new Browsing(port);
        somebody.signIn(login, Bureau.PASSWORD);
        return somebody;
    }

    private String page(String address) {
        var answer = browsing.get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @EnumSource
    void everybody_signed_in_finds_the_calendar_and_only_a_coordinator_the_way_to_change_it(Role role) {
        try (var somebody = signedIn(role)) {
            var shown = somebody.get("/calendar").body();
            assertThat(shown).contains("href=\"/calendar\"");
            assertThat(shown.contains("/calendar/notices/new")).isEqualTo(role == Role.COORDINATOR);
        }
    }

    @Test
    void a_year_tells_its_holidays_its_shifted_days_and_how_many_days_are_worked() {
        var shown = page("/calendar?year=2025");
        assertThat(shown).contains("共 248 个工作日，117 天休息", "国庆节、中秋节放假", "调休上班", "aria-hidden=\"true\">休<", "aria-hidden=\"true\">班<",
                "year=2024", "year=2026", "2025 年全国放假通知", "随产品提供");
        assertThat(shown).doesNotContain("尚未载入");
    }

    @Test
    void a_year_without_its_notice_is_called_provisional() {
        assertThat(page("/calendar?year=2027")).contains("2027 年的放假通知尚未载入", "暂定").doesNotContain("随产品提供");
        assertThat(page("/calendar?year=2026")).contains("12 月最后几天暂定");
    }

    @Test
    void a_region_shows_its_own_days_beside_the_countrys() {
        assertThat(page("/calendar?year=2026")).doesNotContain("name=\"region\"");
        calendars.take(it.keeper(), "45", new Notice(2026, List.of("javascript:alert(1)", "https://a.example/?a=1&b=2"),
                List.of(new Notice.ListedDay(LocalDate.of(2026, 4, 20), "<b>三月三</b>", true))));
        assertThat(page("/calendar?year=2026")).contains("地区 45").doesNotContain("三月三");
        assertThat(page("/calendar?year=2026&region=45")).contains("&lt;b&gt;三月三&lt;/b&gt;放假", "2026 年地区 45 放假通知",
                "href=\"https://a.example/?a=1&amp;b=2\"").doesNotContain("href=\"javascript", "<b>三");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1948", "3000", "99999999999", "-2026", "２０２６"})
    void a_year_that_cannot_be_shown_is_told_at_the_field(String year) {
        var answer = browsing.get("/calendar?year=" + java.net.URLEncoder.encode(year, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#f-year\"", "1949 至 2999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1949", "2000", "2999"})
    void the_ends_of_what_can_be_shown_are_shown(String year) {
        page("/calendar?year=" + year);
    }

    @Test
    void a_region_that_is_none_is_not_there() {
        assertThat(browsing.get("/calendar?region=4").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2025-09-20&limit=15%E6%97%A5                  | 2025年10月9日 星期四
            from=2025-09-20&limit=5%E5%B7%A5%E4%BD%9C%E6%97%A5 | 2025年9月26日 星期五
            from=2025-09-20&at=18:30&limit=24%E5%B0%8F%E6%97%B6 | 2025年9月21日 星期日 18:30
            from=2025-09-26&at=18:30&limit=1%E5%B7%A5%E4%BD%9C%E6%97%A5&closes=17:30 | 2025年9月29日 星期一
            from=2025-09-26&at=17:30&limit=1%E5%B7%A5%E4%BD%9C%E6%97%A5&closes=17:30 | 2025年9月28日 星期日
            from=2025-01-31&limit=1%E4%B8%AA%E6%9C%88          | 2025年2月28日 星期五
            """)
    void a_limit_is_counted_by_an_address_one_can_pass_on(String asked, String due) {
        assertThat(page("/calendar?" + asked)).contains("<strong>" + due + "</strong>").doesNotContain("class=\"provisional\"");
    }

    @Test
    void each_day_is_explained_by_its_article() {
        assertThat(page("/calendar?from=2025-09-20&limit=15%E6%97%A5"))
                .contains("民法典第二百零一条", "民法典第二百零三条", "国庆节", "计入 15 天", "2025年10月9日 星期四");
        assertThat(page("/calendar?from=2025-09-26&at=09:00&limit=1%E5%B0%8F%E6%97%B6")).contains("按钟点连续计算");
    }

    @Test
    void what_leans_on_a_year_without_a_notice_is_provisional() {
        var counted = page("/calendar?from=2027-09-20&limit=15%E6%97%A5");
        assertThat(counted).contains("载入后会重算");
        assertThat(counted.split("class=\"provisional\"", -1)).as("at the answer and at the last day").hasSize(3);
        assertThat(page("/calendar?from=2027-09-20&limit=5%E5%B7%A5%E4%BD%9C%E6%97%A5").split("class=\"provisional\"", -1))
                .as("at the answer and at each day").hasSize(9);
    }

    @Test
    void a_long_limit_is_shortened_and_all_of_it_is_one_link_away() {
        var brief = page("/calendar?year=2025&from=2025-01-02&limit=99%E6%97%A5");
        assertThat(rows(brief)).isEqualTo(28);
        assertThat(brief).contains("略去 72 天，其中计入 72 天", "all=1#count");
        var all = page("/calendar?year=2025&from=2025-01-02&limit=99%E6%97%A5&all=1");
        assertThat(rows(all)).isEqualTo(100);
        assertThat(all).doesNotContain("略去");
        assertThat(rows(page("/calendar?from=2025-01-02&limit=36600%E6%97%A5&all=1"))).isEqualTo(800);
    }

    private static int rows(String page) {
        return page.split("class=\"(is|not)-counted\"", -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            limit=15%E6%97%A5                                | from  | 请选起算日
            from=2025-02-30&limit=15%E6%97%A5                | from  | 起算日要写成
            from=1900-01-01&limit=15%E6%97%A5                | from  | 起算日要写成
            from=%2B999999999-01-01&limit=15%E6%97%A5        | from  | 起算日要写成
            from=2025-09-20                                  | limit | 请写时限
            from=2025-09-20&limit=0%E6%97%A5                 | limit | 读不懂这个时限
            from=2025-09-20&limit=15                         | limit | 读不懂这个时限
            from=2025-09-20&limit=%3Cb%3E                    | limit | 读不懂这个时限
            from=2025-09-20&limit=24%E5%B0%8F%E6%97%B6       | at    | 要写明从几点起算
            from=2025-09-20&limit=15%E6%97%A5&closes=17:30     | at    | 要写明几点收到
            from=2025-09-20&at=09:00&limit=15%E6%97%A5&closes=noon | closes | 时刻要写成
            from=2025-09-20&at=25:00&limit=24%E5%B0%8F%E6%97%B6 | at | 时刻要写成
            """)
    void what_cannot_be_counted_is_told_at_its_field(String asked, String field, String told) {
        var answer = browsing.get("/calendar?" + asked);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#f-" + field + "\"", told).doesNotContain("count-due", "<b>");
    }

    @Test
    void a_coordinator_names_the_region_by_whose_days_limits_are_counted() {
        try (var coordinator = signedIn(Role.COORDINATOR)) {
            assertThat(coordinator.get("/calendar").body()).contains("时限按全国的日历计");
            var wrong = coordinator.post("/calendar", "/calendar/region", Map.of("home", "450"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("value=\"450\"").contains("href=\"#f-home\"").contains("请填两位、四位或六位数字").contains("时限按全国的日历计");
            coordinator.post("/calendar", "/calendar/region", Map.of("home", "4501"));
            assertThat(coordinator.get("/calendar").body()).contains("时限按地区 4501 的日历计");
            assertThat(browsing.postWith(browsing.tokenOn("/password"), "/calendar/region", Map.of("home", "")).statusCode()).isEqualTo(403);
        }
    }
}
