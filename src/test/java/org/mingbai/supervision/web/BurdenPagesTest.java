package org.mingbai.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.web.Browsing;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.DemandKind;
import org.mingbai.supervision.Demands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is asked of units is seen before more is asked.
@MingbaiTest
class BurdenPagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired Bureau bureau;
    @Autowired Demands demands;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private Bureau.Made it;
    private PersonId person;
    private Browsing browsing;

    /// Of a bureau beside those it asks: whoever asks sees what all are asked.
    @BeforeEach
    void aCoordinator() {
        clock.set(MONDAY);
        it = bureau.made();
        signIn(it.roads(), Role.COORDINATOR);
    }

    private void signIn(OrganisationId unit, Role role) {
        var login = "b" + UUID.randomUUID();
        person = bureau.signingIn(it.keeper(), login, new Seat(unit, role));
        browsing = new Browsing(port);
        browsing.signIn(login, Bureau.PASSWORD);
    }

    @AfterEach
    void leave() {
        browsing.close();
    }

    private HttpResponse<String> ask(String subject, String hours, String despite) {
        var fields = new HashMap<>(Map.of("unit", "路灯所", "kind", "FORM", "subject", subject, "basis", "年度计划第 3 项", "hours", hours,
                "day", "2026-03-04"));
        fields.put("despite", despite);
        return browsing.post("/burden", "/burden/demands", fields);
    }

    private int minutes() {
        return demands.loadOf(it.tenant(), it.lamps(), MONDAY).minutes();
    }

    @Test
    void a_number_of_the_week_opens_its_demands() {
        assertThat(ask("路灯故障台账", "1.5", "").statusCode()).isEqualTo(303);
        assertThat(ask("独居老人名单", "2", "").statusCode()).isEqualTo(303);
        assertThat(browsing.get("/burden").body()).contains("3.5 小时，2 项", "/burden?unit=" + it.lamps().value() + "&amp;week=2026-03-02");
        assertThat(browsing.get("/burden?unit=" + it.lamps().value() + "&week=2026-03-02").body())
                .contains("路灯故障台账", "独居老人名单", "约 1.5 小时", "年度计划第 3 项", "交通局提出");
    }

    @Test
    void over_the_ceiling_one_has_to_say_why() {
        browsing.post("/burden", "/burden/ceiling", Map.of("most", "3", "paper", "县委办〔2026〕5号"));
        ask("路灯故障台账", "2", "");
        var refused = ask("独居老人名单", "1.5", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("这一周已有 2 小时，再加 1.5 小时就超过上限 3 小时（县委办〔2026〕5号）", "value=\"独居老人名单\"");
        assertThat(minutes()).isEqualTo(120);
        assertThat(ask("独居老人名单", "1.5", "寒潮预警，今天要用").statusCode()).isEqualTo(303);
        assertThat(browsing.get("/burden?unit=" + it.lamps().value() + "&week=2026-03-02").body()).contains("超上限", "仍要增加的理由：寒潮预警，今天要用");
    }

    @Test
    void the_same_asked_again_offers_what_came_of_it() {
        ask("2025年路灯故障台账", "2", "");
        long id = demands.of(bureau.as(it.tenant(), person), it.lamps(), MONDAY).getFirst().id();
        browsing.post("/burden", "/burden/demands/" + id + "/answer", Map.of("answer", "已放在共享盘：路灯/2025"));
        clock.set(MONDAY.plusDays(100));
        browsing.close();
        signIn(it.roads(), Role.COORDINATOR);
        var again = browsing.post("/burden", "/burden/demands", Map.of("unit", "路灯所", "kind", "REPORT", "subject", "关于报送路灯故障台账的",
                "basis", "督查安排", "hours", "1", "day", "2026-06-10"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("要过同样的内容", "已放在共享盘：路灯/2025");
        var later = browsing.post("/burden", "/burden/demands", Map.of("unit", "路灯所", "kind", "REPORT", "subject", "关于报送路灯故障台账的",
                "basis", "督查安排", "hours", "1", "day", "2026-12-10"));
        assertThat(later.statusCode()).isEqualTo(303);
    }

    @Test
    void a_later_answer_leaves_the_earlier_one_readable_with_who_and_when() {
        ask("路灯故障台账", "2", "");
        long id = demands.of(bureau.as(it.tenant(), person), it.lamps(), MONDAY).getFirst().id();
        browsing.post("/burden", "/burden/demands/" + id + "/answer", Map.of("answer", "已放在共享盘"));
        browsing.post("/burden", "/burden/demands/" + id + "/answer", Map.of("answer", "已更新到三月"));
        assertThat(demands.answers(bureau.as(it.tenant(), person), id)).extracting(Demands.Said::words).containsExactly("已更新到三月", "已放在共享盘");
        assertThat(browsing.get("/burden?unit=" + it.lamps().value() + "&week=2026-03-02").body()).contains("结果：已更新到三月（", "结果：已放在共享盘（");
    }

    @Test
    void the_same_form_sent_twice_asks_once() {
        var fields = Map.of("unit", "路灯所", "kind", "FORM", "subject", "路灯故障台账", "basis", "年度计划", "hours", "2", "day", "2026-03-04",
                "key", UUID.randomUUID().toString());
        assertThat(browsing.post("/burden", "/burden/demands", fields).statusCode()).isEqualTo(303);
        assertThat(browsing.post("/burden", "/burden/demands", fields).statusCode()).isEqualTo(303);
        assertThat(minutes()).isEqualTo(120);
    }

    @Test
    void what_is_refused_beside_the_main_form_stays_typed() {
        var ceiling = browsing.post("/burden", "/burden/ceiling", Map.of("most", "900", "paper", "县委办〔2026〕5号"));
        assertThat(ceiling.statusCode()).isEqualTo(422);
        assertThat(ceiling.body()).contains("#f-most", "value=\"900\"", "value=\"县委办〔2026〕5号\"");
        ask("路灯故障台账", "2", "");
        long id = demands.of(bureau.as(it.tenant(), person), it.lamps(), MONDAY).getFirst().id();
        var answer = browsing.post("/burden", "/burden/demands/" + id + "/answer", Map.of("answer", "放在共享盘".repeat(300)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("放在共享盘".repeat(300), "结果请写 1 至 1000 个字");
        assertThat(demands.answers(bureau.as(it.tenant(), person), id)).isEmpty();
    }

    @Test
    void a_control_character_is_not_kept() {
        ask("路灯\u0007故障\u202E台账", "2", "");
        assertThat(demands.of(bureau.as(it.tenant(), person), it.lamps(), MONDAY).getFirst().subject()).isEqualTo("路灯 故障 台账");
    }

    @Test
    void what_asked_once_counts_once() {
        var slip = new Demand(0, DemandKind.SLIP, it.lamps(), it.county(), "督办", "条例", 60, MONDAY, "/slips/1", "slip/1", null, null);
        assertThat(demands.record(it.tenant(), person, slip)).isTrue();
        assertThat(demands.record(it.tenant(), person, slip)).isFalse();
        assertThat(minutes()).isEqualTo(60);
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_nothing_is_asked() {
        var refused = browsing.post("/burden", "/burden/demands", Map.of("unit", "没有的单位", "kind", "SLIP", "hours", "-1", "day", "三月"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("#f-unit", "#f-kind", "#f-subject", "#f-basis", "#f-hours", "#f-day");
        assertThat(minutes()).isZero();
    }

    @Test
    void a_unit_sees_what_is_asked_of_it_and_not_of_others_and_asks_nothing() {
        ask("路灯故障台账", "1.5", "");
        browsing.close();
        signIn(it.roads(), Role.HANDLER);
        assertThat(browsing.get("/burden?unit=" + it.lamps().value() + "&week=2026-03-02").body()).doesNotContain("路灯故障台账", "1.5 小时");
        assertThat(askWithout().statusCode()).isEqualTo(403);
        browsing.close();
        signIn(it.lamps(), Role.HANDLER);
        assertThat(browsing.get("/burden").body()).contains("1.5 小时，1 项").doesNotContain("action=\"/burden/demands#ask\"");
    }

    private HttpResponse<String> askWithout() {
        return browsing.post("/me/reach", "/burden/demands", Map.of("unit", "路灯所"));
    }
}
