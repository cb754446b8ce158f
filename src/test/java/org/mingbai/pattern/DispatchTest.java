package org.mingbai.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.ClerkDesk;
import org.mingbai.intake.Submission;
import org.mingbai.intake.TakenDown;
import org.mingbai.intake.Then;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Origin;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Taken;
import org.mingbai.pattern.dispatch.DispatchDesk;
import org.mingbai.pattern.dispatch.DispatchLearning;
import org.mingbai.pattern.dispatch.DispatchPast;
import org.mingbai.pattern.dispatch.DispatchRefusal;
import org.mingbai.pattern.dispatch.DispatchRule;
import org.mingbai.pattern.dispatch.DispatchRules;
import org.mingbai.pattern.dispatch.LearningLimits;
import org.mingbai.pattern.dispatch.Suggestion;
import org.mingbai.pattern.dispatch.Untaught;
import org.springframework.beans.factory.annotation.Autowired;

/// To whom a matter could be given: what the catalogue says, what closed matters teach, where the like went, and whom it is never given to.
@MingbaiTest
class DispatchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<String> STREETS = List.of("中山路", "青禾路", "清泉巷", "望江街", "学府路");

    @Autowired DispatchRules rules;
    @Autowired DispatchDesk desk;
    @Autowired DispatchPast past;
    @Autowired DispatchLearning learning;
    @Autowired Untaught untaught;
    @Autowired Likenesses likenesses;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Organisations organisations;
    @Autowired AuditTrail audit;
    @Autowired ClerkDesk clerks;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town() {
        clock.set(TODAY);
        cast = town.layOut();
    }

    private Keeper keeper() {
        return Keeper.of(cast.coordinator(), "127.0.0.1");
    }

    private static DispatchRules.Draft draft(String category, String place, String words, String lead, LocalDate from) {
        return new DispatchRules.Draft(category, place, "", words, lead, List.of(), "路灯所三定方案", "第三条", from, null);
    }

    private DispatchRule put(DispatchRules.Draft draft) {
        var read = rules.put(keeper(), draft);
        assertThat(read.why()).isEmpty();
        return read.rule().orElseThrow();
    }

    private List<DispatchRefusal> refused(DispatchRules.Draft draft) {
        var read = rules.put(keeper(), draft);
        assertThat(read.rule()).isEmpty();
        return read.why();
    }

    private static Subject said(String title, @Nullable String category, @Nullable String place) {
        return new Subject(title, "请尽快处理。", null, null, null, category, place, null, null, Map.of());
    }

    private MatterId listed(Subject subject) {
        var id = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", subject, UUID.randomUUID())).matter().id();
        act(cast.coordinator(), id, new Act.PutOnList(null));
        return id;
    }

    private void act(SignedIn who, MatterId id, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    private void assign(MatterId id, OrganisationId unit) {
        act(cast.coordinator(), id, new Act.Assign(new Assignment(unit, null, List.of(), List.of(), Deadline.by(clock.today().plusDays(20)), null)));
    }

    private MatterId over(String title, String text, OrganisationId unit, List<OrganisationId> about) {
        var state = new Taken(new Assignment(unit, null, List.of(), List.of(), null, null), null, List.of(), null, true);
        return ((Answer.Done) ledger.takeOver(cast.coordinator(), "rectification", Subject.of(title, text).about(about), new Origin("旧台账.xlsx", null, 1),
                state, UUID.randomUUID())).matter().id();
    }

    private List<Suggestion> suggested(MatterId id) {
        return desk.of(cast.coordinator()).waiting().stream().filter(it -> it.matter().id().equals(id)).findFirst().orElseThrow().suggestions();
    }

    @Test
    void a_rule_suggests_its_unit_with_its_basis_for_what_it_covers_and_the_one_that_asks_more_comes_first() {
        put(draft("市政设施", "", "", "水务站", TODAY));
        put(draft("市政设施", "中山路", "路灯、灯杆", "路灯所", TODAY));
        var lamp = listed(said("路灯不亮", "市政设施/照明", "中山路十二号"));
        var manhole = listed(said("井盖松动", "市政设施", "中山路十二号"));
        var other = listed(said("食堂涨价", "市政设施建议", "中山路"));

        assertThat(suggested(lamp)).extracting(Suggestion::unit).containsExactly(cast.roads(), cast.water());
        assertThat(suggested(lamp).getFirst().sources()).singleElement().isInstanceOfSatisfying(Suggestion.Source.OfRule.class,
                it -> assertThat(it.rule().basis()).isEqualTo(new DispatchRule.Basis("路灯所三定方案", "第三条")));
        assertThat(suggested(manhole)).extracting(Suggestion::unit).containsExactly(cast.water());
        assertThat(suggested(other)).isEmpty();
    }

    @Test
    void a_rule_without_basis_to_no_unit_or_to_one_that_is_abolished_is_refused_at_its_field_and_nothing_is_written() {
        var gone = town.unit(cast.tenant(), cast.hall(), "旧环卫所");
        assertThat(organisations.close(keeper(), gone, 1, TODAY.minusDays(1))).isInstanceOf(org.mingbai.directory.Answer.Done.class);

        assertThat(refused(new DispatchRules.Draft("市政设施", "", "", "", "路灯所", List.of(), " ", "", TODAY, null)))
                .containsExactly(new DispatchRefusal.NoBasis("basisTitle"), new DispatchRefusal.NoBasis("basisArticle"));
        assertThat(refused(draft("市政设施", "", "", "旧环卫所", TODAY))).containsExactly(new DispatchRefusal.AbolishedUnit("lead", "旧环卫所"));
        assertThat(refused(draft("市政设施", "", "", "没有的单位", TODAY))).containsExactly(new DispatchRefusal.NoSuchUnit("lead", "没有的单位"));
        assertThat(refused(draft("市政设施", "", "", "", TODAY))).containsExactly(new DispatchRefusal.Missing("lead"));
        assertThat(refused(draft("", "", " ", "路灯所", TODAY))).containsExactly(new DispatchRefusal.CoversEverything("category"));
        assertThat(refused(draft("市政设施", "", "", "路灯所", TODAY.minusDays(1)))).containsExactly(new DispatchRefusal.StartsInThePast("from", TODAY));
        assertThat(refused(new DispatchRules.Draft("市政设施", "", "", "", "路灯所", List.of("路灯所", "无此单位"), "方案", "三", TODAY, TODAY.minusDays(1))))
                .containsExactly(new DispatchRefusal.NoSuchUnit("coHandlers", "无此单位"), new DispatchRefusal.LeadsAlready("coHandlers"),
                        new DispatchRefusal.EndsBeforeItStarts("to"));
        assertThat(refused(draft("市".repeat(61), "", "", "路灯所", TODAY))).containsExactly(new DispatchRefusal.TooLong("category", 60));
        assertThat(rules.of(cast.tenant())).isEmpty();
    }

    @Test
    void the_next_version_ends_the_one_before_and_old_ones_stay_to_be_read() {
        var first = put(draft("市政设施", "", "路灯、灯杆", "路灯所", TODAY));
        assertThat(refused(draft("市政设施", "", "路灯、灯杆", "水务站", TODAY)))
                .containsExactly(new DispatchRefusal.Overlapping("from", first.number(), TODAY, null));
        assertThat(refused(draft("市政设施", "", "灯杆，路灯", "路灯所", TODAY.plusDays(3)))).containsExactly(new DispatchRefusal.NothingChanges("lead"));
        var second = put(draft("市政设施", "", "灯杆 路灯", "水务站", TODAY.plusDays(10)));

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(rules.of(cast.tenant())).extracting(DispatchRule::lead, DispatchRule::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(cast.water(), null),
                        org.assertj.core.groups.Tuple.tuple(cast.roads(), TODAY.plusDays(9)));
        assertThat(rules.withdraw(keeper(), first.number(), TODAY)).containsExactly(new DispatchRefusal.BegunAlready(TODAY));
        assertThat(rules.withdraw(keeper(), first.number(), TODAY.plusDays(10))).isEmpty();
        assertThat(rules.of(cast.tenant())).singleElement().satisfies(it -> assertThat(it.to()).isNull());
        assertThat(rules.end(keeper(), first.number(), TODAY.minusDays(1))).containsExactly(new DispatchRefusal.StartsInThePast("to", TODAY));
        assertThat(rules.end(keeper(), first.number(), TODAY.plusDays(1))).isEmpty();
        assertThat(rules.end(keeper(), first.number(), TODAY.plusDays(2))).containsExactly(new DispatchRefusal.OverAlready(TODAY.plusDays(1)));
        assertThat(rules.end(keeper(), 99, TODAY)).containsExactly(new DispatchRefusal.NoSuchRule(99));
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.DISPATCH_RULE_CHANGED, null, null, ""), 9)).hasSize(4);
        clock.advance(Period.ofDays(2));
        var lamp = listed(said("路灯不亮", "市政设施", null));
        assertThat(suggested(lamp)).as("over").isEmpty();
    }

    @Test
    void a_unit_is_never_suggested_for_what_complains_of_it_or_of_one_above_it() {
        var crew = town.unit(cast.tenant(), cast.roads(), "路灯抢修班");
        put(draft("市政设施", "", "路灯", "路灯所", TODAY));
        put(draft("市政设施", "中山路", "路灯", "路灯抢修班", TODAY));
        put(draft("市政设施", "", "", "水务站", TODAY));
        var plain = listed(said("路灯不亮", "市政设施", "中山路"));
        var complaint = listed(said("路灯所推诿，路灯不亮", "市政设施", "中山路").about(List.of(cast.roads())));

        assertThat(suggested(plain)).extracting(Suggestion::unit).containsExactly(crew, cast.roads(), cast.water());
        assertThat(suggested(complaint)).extracting(Suggestion::unit).containsExactly(cast.water());
    }

    @Test
    void what_was_given_back_stands_on_the_desk_again_with_who_had_it_and_why_and_is_not_suggested_to_them_again() {
        put(draft("市政设施", "", "", "路灯所", TODAY));
        var id = listed(said("路灯不亮", "市政设施", null));
        assign(id, cast.roads());
        assertThat(desk.of(cast.coordinator()).waiting()).isEmpty();
        act(cast.roadsHandler(), id, new Act.RequestReturn("灯杆属水务站", "水务站资产清单"));
        assertThat(desk.of(cast.coordinator()).disputed()).singleElement().satisfies(it -> {
            assertThat(it.matter().id()).isEqualTo(id);
            assertThat(it.returned()).hasValueSatisfying(returned -> assertThat(returned.reason()).isEqualTo("灯杆属水务站"));
        });
        act(cast.coordinator(), id, new Act.DecideReturn(true, "核实属实"));

        assertThat(desk.of(cast.coordinator()).disputed()).isEmpty();
        assertThat(desk.of(cast.coordinator()).waiting()).singleElement().satisfies(it -> {
            assertThat(it.returned()).containsExactly(new DispatchDesk.Returned(cast.roads(), TODAY, "灯杆属水务站", "水务站资产清单", "核实属实"));
            assertThat(it.suggestions()).isEmpty();
        });
    }

    @Test
    void how_often_the_catalogue_was_followed_is_read_from_the_journal_by_the_rules_of_that_day() {
        var before = listed(said("路灯不亮", "市政设施", null));
        assign(before, cast.water());
        clock.advance(java.time.Duration.ofHours(1));
        put(draft("市政设施", "", "", "路灯所", TODAY));
        var followed = listed(said("路灯又不亮", "市政设施", null));
        assign(followed, cast.roads());
        var against = listed(said("路灯还不亮", "市政设施", null));
        assign(against, cast.water());

        var sum = past.followed(cast.coordinator());
        assertThat(List.of(sum.suggested(), sum.followed())).containsExactly(2, 1);
        assertThat(sum.others()).singleElement().satisfies(other -> {
            assertThat(other.matter().id()).isEqualTo(against);
            assertThat(other.to()).isEqualTo(cast.water());
        });
        assertThat(past.followed(cast.roadsHandler()).suggested()).as("within what the reader sees").isEqualTo(1);
    }

    @Test
    void a_rule_is_tried_on_the_past_before_it_is_put_in_force() {
        assign(listed(said("路灯不亮", "市政设施", null)), cast.water());
        assign(listed(said("灯杆倾斜，路灯要倒", "市政设施", null)), cast.roads());
        assign(listed(said("水管爆裂", "供水", null)), cast.water());
        var proposed = rules.read(cast.tenant(), draft("市政设施", "", "路灯", "路灯所", TODAY)).rule().orElseThrow();

        var tried = past.tried(cast.coordinator(), proposed, TODAY);
        assertThat(List.of(tried.suggested(), tried.followed(), tried.looked())).containsExactly(2, 1, 3);
        assertThat(tried.others()).extracting(it -> it.matter().subject().title()).containsExactly("路灯不亮");
        assertThat(rules.of(cast.tenant())).isEmpty();
    }

    @Test
    void units_are_guessed_only_once_enough_closed_matters_teach_it_and_how_often_it_held_is_told() {
        for (int at = 0; at < 12; at++) {
            over(STREETS.get(at % 5) + "路灯不亮", "晚上一片漆黑，灯杆上的灯不亮。", cast.roads(), List.of());
            over(STREETS.get(at % 5) + "水管漏水", "自来水管破裂，水流了一地。", cast.water(), List.of());
        }
        for (int at = 0; at < 3; at++) {
            over(STREETS.get(at) + "邻里争吵", "两家为了晾衣服争吵。", cast.office(), List.of());
        }
        over("暗号甲乙丙", "举报路灯所暗号甲乙丙", cast.roads(), List.of(cast.water()));
        assertThat(learning.learn(cast.tenant())).satisfies(it -> {
            assertThat(it.ready()).isFalse();
            assertThat(it.closed()).as("what complains of somebody does not teach").isEqualTo(27);
            assertThat(it.units()).isZero();
        });
        var id = listed(said("路灯不亮了，灯杆也歪", null, null));
        assertThat(learning.guess(cast.tenant(), "路灯不亮", "")).isEmpty();

        assertThat(learning.set(keeper(), new LearningLimits(20, 10, "先试用"))).isEmpty();
        var known = learning.learn(cast.tenant());
        assertThat(known.ready()).isTrue();
        assertThat(List.of(known.units(), known.tried(), known.held())).containsExactly(2, 5, 2);
        assertThat(suggested(id)).first().satisfies(it -> {
            assertThat(it.unit()).isEqualTo(cast.roads());
            assertThat(it.sources()).filteredOn(Suggestion.Source.Learnt.class::isInstance).singleElement()
                    .satisfies(source -> assertThat(((Suggestion.Source.Learnt) source).words().toString()).contains("路灯"));
        });
        assertThat(suggested(listed(said("两家争吵", null, null)))).as("who had too few is not guessed, nor is somebody else").isEmpty();
        var complaint = listed(said("路灯所不管路灯不亮", null, null).about(List.of(cast.roads())));
        assertThat(suggested(complaint)).extracting(Suggestion::unit).doesNotContain(cast.roads());
        assertThat(learning.guess(town.layOut().tenant(), "路灯不亮", "")).as("another account learns for itself").isEmpty();
    }

    @Test
    void numbers_out_of_range_and_without_a_reason_are_refused() {
        assertThat(learning.set(keeper(), new LearningLimits(5, 1, ""))).containsExactly(new DispatchRefusal.OutOfRange("closedMin", 20, 100_000),
                new DispatchRefusal.OutOfRange("unitMin", 2, 10_000), new DispatchRefusal.Missing("reason"));
        assertThat(learning.set(keeper(), new LearningLimits(50, 5, "因".repeat(301)))).containsExactly(new DispatchRefusal.TooLong("reason", 300));
        assertThat(learning.limits(cast.tenant()).closedMin()).isEqualTo(200);
    }

    @Test
    void what_came_in_confidence_teaches_nothing() {
        var ids = new ArrayList<MatterId>();
        for (var confidential : List.of(true, false)) {
            var said = new Submission("hotline", Subject.of("路灯不亮", "一片漆黑"), null, true, confidential, "zh", List.of(), UUID.randomUUID());
            var answer = clerks.take(cast.coordinator(), "hotline", said, false, new Then.ToTheOffice());
            ids.add(((VoiceAnswer.Done<TakenDown>) answer).value().matter().id());
        }
        assertThat(untaught.among(cast.tenant(), ids)).containsExactly(ids.getFirst());
    }

    @Test
    void where_a_matter_of_the_same_place_and_thing_went_is_told() {
        var first = listed(said("清泉花园烧烤店油烟扰民", null, "清泉花园"));
        assign(first, cast.water());
        var second = listed(said("烧烤店油烟", null, "清泉花园"));
        likenesses.catchUp();
        assertThat(suggested(second)).singleElement().satisfies(it -> {
            assertThat(it.unit()).isEqualTo(cast.water());
            assertThat(it.sources()).singleElement().isInstanceOfSatisfying(Suggestion.Source.Alike.class,
                    alike -> assertThat(alike.other().id()).isEqualTo(first));
        });
    }
}
