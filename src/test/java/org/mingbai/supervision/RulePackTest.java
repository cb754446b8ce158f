package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.supervision.LimitUnit.DAYS;
import static org.mingbai.supervision.LimitUnit.HOURS;
import static org.mingbai.supervision.LimitUnit.MINUTES;
import static org.mingbai.supervision.LimitUnit.WORKING_DAYS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.ledger.Happening;

/// The shipped packs say what their sources say.
class RulePackTest {

    private static Map<String, RulePack.Item> pack(String code) {
        return RulePack.shipped(code).orElseThrow().rules().stream()
                .collect(Collectors.toMap(item -> item.draft().code(), Function.identity(), (a, _) -> a, TreeMap::new));
    }

    private static Limit limit(RuleDraft draft) {
        return Limit.parse(draft.limit()).orElseThrow();
    }

    /// 信访工作条例, clock by clock; number 6 is the extension of 5, and 11 is a bar and no clock.
    @ParameterizedTest
    @CsvSource(textBlock = """
             1, petition.register,             15, DAYS,         RAISED,                第二十二条第一款
             2, petition.tell-direct,          15, DAYS,         RAISED,                第二十三条第二款
             3, petition.tell,                 15, DAYS,         DISPATCHED,            第二十三条第三款
             4, petition.object,                5, WORKING_DAYS, DISPATCHED,            第二十三条第三款
             5, petition.handle,               60, DAYS,         LISTED,                第三十四条
             7, petition.ask-review,           30, DAYS,         CLOSED,                第三十五条
             8, petition.answer-review,        30, DAYS,         REVIEW_ASKED,          第三十五条
             9, petition.ask-reexamination,    30, DAYS,         REVIEW_ANSWERED,       第三十六条第一款
            10, petition.answer-reexamination, 30, DAYS,         REEXAMINATION_ASKED,   第三十六条第一款、第二款
            """)
    void the_regulation_on_petitions(int number, String code, int amount, LimitUnit unit, Happening starts, String article) {
        var item = pack("petition").get(code);
        assertThat(item.number()).isEqualTo(number);
        assertThat(limit(item.draft())).isEqualTo(new Limit(amount, unit));
        assertThat(item.draft().starts()).isEqualTo(starts);
        assertThat(item.draft().basisTitle()).isEqualTo("信访工作条例");
        assertThat(item.draft().basisArticle()).isEqualTo(article);
        assertThat(item.draft().from()).isEqualTo("2022-05-01");
    }

    /// The source names call-outs and gives no limit for them: none is invented, and whoever takes the pack is told.
    @Test
    void the_pack_of_beijing_has_no_limit_for_arriving_and_says_so() {
        var pack = RulePack.shipped("beijing").orElseThrow();
        assertThat(pack.rules()).extracting(item -> item.draft().step()).doesNotContain(Step.ARRIVE, Step.CO_HANDLE);
        assertThat(pack.notes()).filteredOn(note -> note.code().equals("whistle")).singleElement()
                .satisfies(note -> assertThat(note.basis().article()).isEqualTo("第十六条"));
    }

    @Test
    void the_eleven_of_the_regulation_on_petitions_are_all_there() {
        var pack = RulePack.shipped("petition").orElseThrow();
        assertThat(pack.rules()).extracting(RulePack.Item::number).containsExactly(1, 2, 3, 4, 5, 7, 8, 9, 10);
        assertThat(pack.notes()).extracting(RulePack.Remark::number).containsExactly(6, 11);
        assertThat(Limit.parse(pack("petition").get("petition.handle").draft().extension())).contains(new Limit(30, DAYS));
        assertThat(pack("petition").values()).filteredOn(item -> !item.draft().extension().isEmpty()).hasSize(1);
        assertThat(pack("petition").get("petition.answer-reexamination").draft().pauses()).containsExactly(PauseReason.HEARING);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            beijing, hotline.dispatch-urgent,   特急, DISPATCH, 1,  HOURS
            beijing, hotline.dispatch-pressing, 紧急, DISPATCH, 2,  HOURS
            beijing, hotline.dispatch,          '',   DISPATCH, 24, HOURS
            beijing, hotline.contact,           '',   CONTACT,  24, HOURS
            beijing, hotline.handle-urgent,     特急, HANDLE,   2,  HOURS
            beijing, hotline.handle-pressing,   紧急, HANDLE,   24, HOURS
            beijing, hotline.handle,            '',   HANDLE,   7,  DAYS
            beijing, hotline.handle-hard,       疑难, HANDLE,   15, DAYS
            jinan,   hotline.handle,            '',   HANDLE,   5,  WORKING_DAYS
            weifang, hotline.handle,            '',   HANDLE,   5,  WORKING_DAYS
            tianjin, hotline.sign-urgent,       特急, SIGN,     15, MINUTES
            tianjin, hotline.sign-pressing,     紧急, SIGN,     30, MINUTES
            tianjin, hotline.sign,              '',   SIGN,     1,  WORKING_DAYS
            """)
    void the_hotlines(String pack, String code, String urgency, Step step, int amount, LimitUnit unit) {
        var draft = pack(pack).get(code).draft();
        assertThat(draft.scope()).isEqualTo(new TimeRule.Scope("hotline", null, null, urgency.isEmpty() ? null : urgency));
        assertThat(draft.step()).isEqualTo(step);
        assertThat(limit(draft)).isEqualTo(new Limit(amount, unit));
    }

    @Test
    void the_hotlines_count_nothing_else() {
        assertThat(List.of("beijing", "jinan", "weifang", "tianjin")).extracting(code -> pack(code).size()).containsExactly(8, 1, 1, 3);
    }

    @Test
    void what_the_regulation_does_not_say_is_called_practice() {
        assertThat(pack("beijing").get("hotline.contact").draft().basisArticle()).contains("及时").contains("通行做法");
        assertThat(pack("rectification").values()).allSatisfy(item -> assertThat(item.draft().basisTitle()).contains("非法定"));
    }

    @Test
    void the_object_of_an_inspection_has_thirty_days_and_the_decision_thirty_more() {
        var pack = pack("inspection");
        assertThat(pack.values()).extracting(item -> limit(item.draft())).containsOnly(new Limit(30, DAYS));
        assertThat(pack.values()).extracting(item -> item.draft().step()).containsExactlyInAnyOrder(Step.ASK_REEXAMINATION, Step.ANSWER_REEXAMINATION);
        assertThat(pack.values()).extracting(item -> item.draft().basisArticle()).containsOnly("第十七条");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "livelihood", "problem", "rectification", "research", "responsibility", "rules", "task"})
    void every_ledger_has_its_eight_steps(String register) {
        assertThat(pack("rectification").values()).filteredOn(item -> register.equals(item.draft().scope().register()))
                .extracting(item -> item.draft().step())
                .containsExactlyInAnyOrder(Step.SIGN, Step.PLAN, Step.REVIEW, Step.ESCALATE, Step.NOTICE, Step.CALL_BACK, Step.CLOSE, Step.LOOK_BACK);
    }

    @Test
    void the_ledgers_leave_the_hotline_alone() {
        assertThat(pack("rectification").values()).extracting(item -> item.draft().scope().register()).doesNotContain("hotline").doesNotContainNull();
        assertThat(RulePack.shipped("rectification").orElseThrow().progress()).singleElement()
                .satisfies(behind -> assertThat(List.of(behind.register(), behind.amberPoints(), behind.redPoints())).isEqualTo(List.of("livelihood", 10, 30)));
    }
}
