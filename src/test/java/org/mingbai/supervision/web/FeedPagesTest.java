package org.mingbai.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.MatterScene;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRules;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.web.SlipScene;
import org.mingbai.supervision.telling.Feeds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One's own deadlines, as a calendar that another program reads.
@MingbaiTest
class FeedPagesTest {

    private static final String LONG = "中山路、解放路;人民路, 路灯\\不亮😀已有两周,晚上从菜市场到小学这一段全黑接孩子的老人摔过一跤";

    @Autowired MatterScene scene;
    @Autowired SlipScene slipScene;
    @Autowired TimeRules rules;
    @Autowired Feeds feeds;
    @Autowired Accounts accounts;
    @Autowired SettableClock clock;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private Browsing browsing;

    @BeforeEach
    void aHandler() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = slipScene.cast();
        browsing = new Browsing(port);
        browsing.signIn(scene.login(cast.roadsHandler()), MatterScene.PASSWORD);
    }

    @AfterEach
    void leave() {
        browsing.close();
    }

    private MatterId assigned(String title, int days) {
        var id = scene.raised(cast, "rectification", title);
        scene.act(cast.coordinator(), id, new Act.PutOnList("走访记录属实"));
        scene.act(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of("李明"), List.of(),
                Deadline.by(clock.today().plusDays(days)), "先恢复照明")));
        return id;
    }

    private String made() {
        var page = browsing.post("/me/calendar", "/me/calendar", Map.of()).body();
        return page.replaceAll("(?s).*value=\"http://localhost:8080(/me/calendar/[^\"]+\\.ics)\".*", "$1");
    }

    private String read(String path) {
        try (var reader = new Browsing(port)) {
            var answer = reader.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/calendar;charset=UTF-8");
            assertThat(answer.headers().firstValue("cache-control")).hasValueSatisfying(kept -> assertThat(kept).contains("private"));
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
            return answer.body();
        }
    }

    private int status(String path) {
        try (var reader = new Browsing(port)) {
            return reader.get(path).statusCode();
        }
    }

    private static Calendar parsed(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static String value(VEvent event, String property) {
        return event.<Property>getProperty(property).orElseThrow().getValue();
    }

    @Test
    void an_address_ends_with_the_sessions_and_with_the_password() {
        var by = Keeper.of(cast.coordinator(), "");
        var person = cast.roadsHandler().person();
        var path = made();
        assertThat(status(path)).isEqualTo(200);
        assertThat(accounts.endSessions(by, person)).isInstanceOf(Answer.Done.class);
        assertThat(status(path)).isEqualTo(404);
        browsing.signIn(scene.login(cast.roadsHandler()), MatterScene.PASSWORD);
        var another = made();
        assertThat(status(another)).isEqualTo(200);
        assertThat(accounts.close(by, person)).isInstanceOf(Answer.Done.class);
        assertThat(accounts.reopen(by, person)).isInstanceOf(Answer.Done.class);
        assertThat(status(another)).isEqualTo(404);
        browsing.signIn(scene.login(cast.roadsHandler()), MatterScene.PASSWORD);
        var last = made();
        assertThat(status(last)).isEqualTo(200);
        assertThat(accounts.resetPassword(by, person)).isInstanceOf(Answer.Done.class);
        assertThat(status(last)).isEqualTo(404);
    }

    @Test
    void what_is_my_turn_and_has_a_date_stands_on_its_day() throws Exception {
        var id = assigned(LONG, 20);
        assigned("路灯不亮", 5);
        scene.raised(cast);
        var calendar = parsed(read(made()));
        calendar.validate();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);
        var event = events.stream().filter(it -> value(it, Property.UID).contains("-" + id.value() + "@")).findFirst().orElseThrow();
        assertThat(value(event, Property.DTSTART)).isEqualTo("20260322");
        assertThat(value(event, Property.DTEND)).isEqualTo("20260323");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("到期：" + LONG.substring(0, LONG.offsetByCodePoints(0, 30)) + "…");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo("明-rectification-" + id.value() + "\nhttp://localhost:8080/matters/" + id.value());
        assertThat(value(event, Property.URL)).isEqualTo("http://localhost:8080/matters/" + id.value());
    }

    private void limited(Step step, String limit, Happening end) {
        limited(step, limit, Happening.DISPATCHED, end);
    }

    private void limited(Step step, String limit, Happening start, Happening end) {
        var draft = new RuleDraft("", new TimeRule.Scope("rectification", null, null, null), step, limit, start, Set.of(end), Set.of(), "",
                "", null, 20, "青榆镇督办办法", "第三条", LocalDate.of(2026, 3, 3), null);
        assertThat(rules.put(Keeper.program(cast.tenant(), "test"), draft, 0)).isInstanceOf(RuleAnswer.Done.class);
    }

    private String addressOf(SignedIn who) {
        scene.login(who);
        return "/me/calendar/" + feeds.renew(who) + ".ics";
    }

    private List<VEvent> events(String path, String kind) throws Exception {
        List<VEvent> all = parsed(read(path)).getComponents(Component.VEVENT);
        return all.stream().filter(it -> value(it, Property.UID).startsWith(kind)).toList();
    }

    @Test
    void a_running_clock_of_ours_stands_on_the_day_it_ends_until_it_ends() throws Exception {
        limited(Step.SIGN, "2工作日", Happening.SIGNED);
        limited(Step.HANDLE, "300工作日", Happening.CLAIMED);
        limited(Step.OBJECT, "1工作日", Happening.SIGNED);
        clock.set(LocalDate.of(2026, 3, 3));
        var id = assigned("路灯不亮", 20);
        var path = made();
        var before = events(path, "clock-");
        assertThat(before).extracting(it -> value(it, Property.SUMMARY)).containsExactly("签收时限到：路灯不亮", "办理时限到（暂定）：路灯不亮");
        var sign = before.getFirst();
        assertThat(value(sign, Property.DTSTART)).isEqualTo("20260305");
        assertThat(value(sign, Property.URL)).isEqualTo("http://localhost:8080/matters/" + id.value());
        var handle = before.getLast();
        scene.act(cast.roadsHandler(), id, new Act.Sign());
        assertThat(events(path, "clock-")).singleElement().satisfies(after -> {
            assertThat(value(after, Property.UID)).isEqualTo(value(handle, Property.UID));
            assertThat(Integer.parseInt(value(after, Property.SEQUENCE))).isGreaterThan(Integer.parseInt(value(handle, Property.SEQUENCE)));
        });
    }

    @Test
    void a_limit_in_hours_ends_at_its_moment_wherever_it_is_read() throws Exception {
        limited(Step.SIGN, "4小时", Happening.SIGNED);
        clock.set(LocalDate.of(2026, 3, 3).atTime(9, 0));
        assigned("路灯不亮", 20);
        assertThat(events(made(), "clock-")).singleElement().satisfies(it -> {
            assertThat(value(it, Property.DTSTART)).isEqualTo("20260303T050000Z");
            assertThat(it.getProperty(Property.DTEND)).isEmpty();
        });
    }

    @Test
    void a_unit_called_in_finds_its_own_clock_and_not_the_day_of_the_lead() throws Exception {
        limited(Step.CO_HANDLE, "3工作日", Happening.CO_HANDLER_CALLED, Happening.CO_HANDLER_REPORTED);
        clock.set(LocalDate.of(2026, 3, 3));
        var id = assigned("路灯不亮", 20);
        var water = addressOf(cast.waterHandler());
        assertThat(events(water, "")).isEmpty();
        scene.act(cast.roadsHandler(), id, new Act.Sign());
        scene.act(cast.roadsHandler(), id, new Act.CallCoHandlers(List.of(cast.water()), "接线盒进水"));
        assertThat(events(water, "")).singleElement().satisfies(it -> {
            assertThat(value(it, Property.SUMMARY)).isEqualTo("协办时限到：路灯不亮");
            assertThat(value(it, Property.DTSTART)).isEqualTo("20260306");
        });
        assertThat(events(addressOf(cast.otherRoadsHandler()), "clock-")).isEmpty();
        scene.act(cast.waterHandler(), id, new Act.ReportAsCoHandler("已抽水"));
        assertThat(events(water, "")).isEmpty();
    }

    @Test
    void a_slip_our_unit_has_to_answer_stands_on_its_day_until_it_is_answered() throws Exception {
        var path = made();
        var draft = slipScene.drafted(cast, SlipKind.NOTICE, slipScene.matter(cast));
        assertThat(events(path, "slip-")).isEmpty();
        var slip = slipScene.act(cast.leader(), draft, new SlipAct.Sign(true));
        assertThat(slip.number()).isNotNull();
        assertThat(events(path, "slip-")).singleElement().satisfies(it -> {
            assertThat(value(it, Property.SUMMARY)).isEqualTo("单据反馈到期：尽快修复中山路路灯并排查全镇路灯");
            assertThat(value(it, Property.DTSTART)).isEqualTo("20260305");
            assertThat(value(it, Property.DTEND)).isEqualTo("20260306");
            assertThat(value(it, Property.DESCRIPTION)).isEqualTo(slip.number().printed() + "\nhttp://localhost:8080/slips/" + slip.id());
            assertThat(value(it, Property.URL)).isEqualTo("http://localhost:8080/slips/" + slip.id());
        });
        clock.set(LocalDate.of(2026, 3, 9));
        var late = events(path, "slip-").getFirst();
        var answered = slipScene.act(cast.roadsHandler(), slip, new SlipAct.Answer(
                new Feedback.Report(Feedback.For.FINAL, "当晚试亮正常。", "照片两张", null, null, null, "李所长")));
        assertThat(events(path, "slip-")).isEmpty();
        slipScene.act(cast.coordinator(), answered, new SlipAct.Return("没有说明怎样避免", LocalDate.of(2026, 3, 12)));
        assertThat(events(path, "slip-")).singleElement().satisfies(it -> {
            assertThat(value(it, Property.UID)).isEqualTo(value(late, Property.UID));
            assertThat(value(it, Property.DTSTART)).isEqualTo("20260312");
            assertThat(Integer.parseInt(value(it, Property.SEQUENCE))).isGreaterThan(Integer.parseInt(value(late, Property.SEQUENCE)));
            assertThat(value(it, Property.DTSTAMP)).isEqualTo("20260309T010000Z");
        });
    }

    @Test
    void a_slip_stands_in_no_calendar_but_those_of_the_unit_that_has_to_answer() throws Exception {
        slipScene.sent(cast, SlipKind.NOTICE, slipScene.matter(cast));
        assertThat(events(addressOf(cast.roadsHandler()), "slip-")).hasSize(1);
        assertThat(events(addressOf(cast.otherRoadsHandler()), "slip-")).hasSize(1);
        for (var other : List.of(cast.waterHandler(), cast.coordinator(), cast.leader(), cast.hallChecker(), cast.auditor(), cast.administrator())) {
            assertThat(events(addressOf(other), "slip-")).as(other.toString()).isEmpty();
        }
    }

    @Test
    void what_complains_of_our_unit_is_in_none_of_its_calendars() throws Exception {
        limited(Step.SIGN, "2工作日", Happening.SIGNED);
        clock.set(LocalDate.of(2026, 3, 3));
        var id = scene.raised(cast, "rectification", "连夜挖沟无人管");
        slipScene.sent(cast, SlipKind.PROMPT, id);
        var path = made();
        assertThat(events(path, "slip-")).hasSize(1);
        scene.act(cast.coordinator(), id, new Act.NameConcerned(List.of(cast.roads()), "来信写明"));
        scene.act(cast.coordinator(), id, new Act.PutOnList("属实"));
        scene.act(cast.coordinator(), id, new Act.Assign(new Assignment(cast.water(), "王镇长", List.of("李明"), List.of(),
                Deadline.by(clock.today().plusDays(20)), "查明")));
        assertThat(events(path, "")).isEmpty();
        assertThat(events(addressOf(cast.waterHandler()), "")).hasSize(2);
    }

    @Test
    void a_calendar_with_nothing_in_it_is_one_and_says_whose_days_it_means() throws Exception {
        var calendar = parsed(read(made()));
        calendar.validate();
        assertThat(calendar.<VTimeZone>getComponents(Component.VTIMEZONE)).singleElement().satisfies(zone -> {
            assertThat(zone.getTimeZoneId().getValue()).isEqualTo("Asia/Shanghai");
            assertThat(zone.getObservances()).singleElement().satisfies(it -> assertThat(it.<Property>getProperty("TZOFFSETTO").orElseThrow().getValue())
                    .isEqualTo("+0800"));
        });
    }

    @Test
    void more_than_five_hundred_events_are_cut_at_the_far_end() throws Exception {
        limited(Step.HANDLE, "300日", Happening.CLAIMED);
        clock.set(LocalDate.of(2026, 3, 3));
        for (int i = 0; i < 260; i++) {
            assigned("路灯不亮", 20);
        }
        var path = made();
        assertThat(events(path, "")).hasSize(500);
        assertThat(events(path, "matter-")).hasSize(260);
    }

    @Test
    void no_line_is_longer_than_75_octets_and_no_letter_is_torn() {
        assigned(LONG, 20);
        var text = read(made());
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text).doesNotContain("\uFFFD").contains("\r\n ").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void what_passes_on_leaves_the_calendar() throws Exception {
        var id = assigned("路灯不亮", 20);
        var path = made();
        assertThat(parsed(read(path)).getComponents(Component.VEVENT)).hasSize(1);
        scene.act(cast.roadsHandler(), id, new Act.RequestReturn("不归我们管", "三定方案"));
        assertThat(parsed(read(path)).getComponents(Component.VEVENT)).isEmpty();
    }

    @Test
    void a_new_address_ends_the_old_one_and_none_is_left_when_it_is_taken_back() {
        var first = made();
        var second = made();
        assertThat(first).isNotEqualTo(second);
        assertThat(status(first)).isEqualTo(404);
        assertThat(status(second)).isEqualTo(200);
        assertThat(browsing.get("/me/calendar").body()).contains("订阅地址生成于").doesNotContain(second);
        browsing.post("/me/calendar", "/me/calendar/end", Map.of());
        assertThat(status(second)).isEqualTo(404);
    }

    @Test
    void a_guessed_address_leads_nowhere() {
        var path = made();
        assertThat(status(path.replace(".ics", "x.ics"))).isEqualTo(404);
        assertThat(status("/me/calendar/" + (cast.tenant().value() + 1) + path.substring(path.indexOf('-')))).isEqualTo(404);
        assertThat(status("/me/calendar/a.ics")).isEqualTo(404);
    }

    @Test
    void who_may_not_sign_in_any_more_has_no_calendar() {
        var path = made();
        accounts.close(Keeper.program(cast.tenant(), "test"), cast.roadsHandler().person()).orThrow();
        assertThat(status(path)).isEqualTo(404);
    }

    @Test
    void the_table_does_not_hold_the_secret() {
        var token = made().replaceAll(".*/(.*)\\.ics", "$1");
        assertThat(db.sql("select encode(hash, 'escape') from supervision.feed where tenant = :tenant").param("tenant", cast.tenant().value())
                .query(String.class).single()).doesNotContain(token.substring(token.indexOf('-') + 1));
    }
}
