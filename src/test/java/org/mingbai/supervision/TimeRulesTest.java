package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.supervision.RuleRefusal.NoBasis;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MingbaiTest
class TimeRulesTest {

    @Autowired TimeRules rules;
    @Autowired SmallTown town;
    @Autowired AuditTrail audit;
    @Autowired JdbcClient db;

    private Keeper by;
    private LocalDate tomorrow;

    @BeforeEach
    void aTown() {
        by = Keeper.program(town.layOut().tenant(), "test");
        tomorrow = rules.earliest();
    }

    private static RuleDraft sign(String limit, LocalDate from) {
        return new RuleDraft("", new TimeRule.Scope("problem", null, null, null), Step.SIGN, limit, Happening.DISPATCHED, Set.of(Happening.SIGNED),
                Set.of(), "", "", null, 20, "青榆镇督办办法", "第三条", from, null);
    }

    private static RuleDraft next(TimeRule before, String limit, LocalDate from) {
        var draft = sign(limit, from);
        return new RuleDraft(before.code(), draft.scope(), draft.step(), draft.limit(), draft.starts(), draft.ends(), draft.pauses(), "", "", null, 20,
                draft.basisTitle(), draft.basisArticle(), from, null);
    }

    private TimeRule done(RuleAnswer answer) {
        assertThat(answer).isInstanceOf(RuleAnswer.Done.class);
        return ((RuleAnswer.Done) answer).rules().getFirst();
    }

    private static List<RuleRefusal> why(RuleAnswer answer) {
        assertThat(answer).isInstanceOf(RuleAnswer.Refused.class);
        return ((RuleAnswer.Refused) answer).why();
    }

    private Optional<TimeRule> signOn(LocalDate day) {
        return rules.of(by.tenant()).ruleFor(Step.SIGN, "problem", Subject.of("灯", "不亮"), day);
    }

    @Test
    void a_clock_is_under_the_version_in_force_on_the_day_it_starts() {
        var first = done(rules.put(by, sign("2工作日", tomorrow), 0));
        done(rules.put(by, next(first, "1工作日", tomorrow.plusDays(10)), 1));
        assertThat(signOn(tomorrow.minusDays(1))).isEmpty();
        assertThat(signOn(tomorrow.plusDays(9)).orElseThrow().limit()).isEqualTo(new Limit(2, LimitUnit.WORKING_DAYS));
        assertThat(signOn(tomorrow.plusDays(10)).orElseThrow().limit()).isEqualTo(new Limit(1, LimitUnit.WORKING_DAYS));
        assertThat(rules.versions(by.tenant(), first.code())).extracting(kept -> kept.rule().version()).containsExactly(2, 1);
    }

    @Test
    void the_narrowest_rule_counts() {
        done(rules.put(by, sign("2工作日", tomorrow), 0));
        var all = sign("5工作日", tomorrow);
        done(rules.put(by, new RuleDraft("", TimeRule.Scope.ALL, all.step(), all.limit(), all.starts(), all.ends(), Set.of(), "", "", null, 20,
                all.basisTitle(), all.basisArticle(), tomorrow, null), 0));
        assertThat(signOn(tomorrow).orElseThrow().limit().amount()).isEqualTo(2);
        assertThat(rules.of(by.tenant()).ruleFor(Step.SIGN, "task", Subject.of("灯", "不亮"), tomorrow).orElseThrow().limit().amount()).isEqualTo(5);
        assertThat(rules.of(by.tenant()).rulesStartedBy(Happening.DISPATCHED)).hasSize(2);
        assertThat(rules.of(by.tenant()).startedBy(Happening.DISPATCHED, "problem", Subject.of("灯", "不亮"), tomorrow)).singleElement()
                .satisfies(rule -> assertThat(rule.limit().amount()).isEqualTo(2));
    }

    @Test
    void a_finer_channel_is_within_the_one_it_is_written_after() {
        var petition = new TimeRule.Scope(null, "信访", null, null);
        assertThat(petition.covers("problem", by("信访"))).isTrue();
        assertThat(petition.covers("problem", by("信访·直接提出"))).isTrue();
        assertThat(petition.covers("problem", by("信访局来文"))).isFalse();
        assertThat(petition.covers("problem", by(null))).isFalse();
    }

    private static Subject by(String channel) {
        return new Subject("灯", "不亮", null, null, channel, null, null, null, null, null);
    }

    @Test
    void a_limit_without_a_basis_is_none() {
        var draft = sign("2工作日", tomorrow);
        assertThat(why(rules.put(by, new RuleDraft("", draft.scope(), draft.step(), "2工作日", draft.starts(), draft.ends(), Set.of(), "", "", null, 20, " ", "",
                tomorrow, null), 0))).containsExactly(new NoBasis("basisTitle"), new NoBasis("basisArticle"));
        assertThat(rules.kept(by.tenant())).isEmpty();
    }

    @Test
    void every_flaw_of_a_draft_is_told_at_its_field() {
        var nonsense = new RuleDraft("", new TimeRule.Scope("nowhere", null, null, null), Step.HANDLE, "0日", Happening.DISPATCHED,
                Set.of(Happening.DISPATCHED, Happening.RAISED), Set.of(PauseReason.HEARING), "", "x", LocalTime.NOON, 101, "办法", "第一条",
                tomorrow.minusDays(1), tomorrow.minusDays(2));
        assertThat(why(rules.put(by, nonsense, 0))).extracting(refusal -> refusal.getClass().getSimpleName())
                .containsExactly("NotALimit", "NotALimit", "UnknownRegister", "EndIsTheStart", "NeverFollows", "PauseWithoutBasis",
                        "StartsInThePast", "EndsBeforeItStarts");
        var hours = new RuleDraft("", TimeRule.Scope.ALL, Step.HANDLE, "24小时", Happening.DISPATCHED, Set.of(Happening.CLAIMED), Set.of(), "批准", "5日",
                LocalTime.NOON, 101, "办法", "第一条", tomorrow, null);
        assertThat(why(rules.put(by, hours, 0))).extracting(refusal -> refusal.getClass().getSimpleName())
                .containsExactly("PauseBasisForNothing", "ExtensionInAnotherUnit", "OfficeHoursByTheClock", "PercentOutOfRange");
        var nothing = new RuleDraft("", TimeRule.Scope.ALL, null, "", null, Set.of(), Set.of(), "", "", null, 20, "办法", "第一条", null, null);
        assertThat(why(rules.put(by, nothing, 0))).extracting(RuleRefusal::field).containsExactly("limit", "step", "starts", "from");
    }

    @Test
    void two_versions_are_never_in_force_on_one_day() {
        var first = done(rules.put(by, sign("2工作日", tomorrow), 0));
        assertThat(why(rules.put(by, next(first, "1工作日", tomorrow), 1))).first().isInstanceOf(RuleRefusal.Overlapping.class);
        assertThat(why(rules.put(by, sign("3工作日", tomorrow.plusDays(3)), 0))).containsExactly(new RuleRefusal.RuledAlready("step", first.code()));
        assertThat(why(rules.put(by, next(first, "2工作日", tomorrow.plusDays(3)), 1))).first().isInstanceOf(RuleRefusal.NothingChanges.class);
        assertThat(why(rules.put(by, next(first, "1工作日", tomorrow.plusDays(3)), 0))).containsExactly(new RuleRefusal.ChangedMeanwhile(1));
    }

    @Test
    void the_database_itself_keeps_spans_apart_and_versions_unchanged() {
        var first = done(rules.put(by, sign("2工作日", tomorrow), 0));
        assertThatThrownBy(() -> db.sql("update supervision.time_rule set amount = 9 where tenant = :t").param("t", by.tenant().value()).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> db.sql("delete from supervision.time_rule where tenant = :t").param("t", by.tenant().value()).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> db.sql("""
                insert into supervision.time_rule (tenant, code, version, step, amount, unit, starts, ends, pauses, pause_basis, at_risk_percent,
                    basis_title, basis_article, from_day, kept_at)
                select tenant, code, 2, step, amount, unit, starts, ends, pauses, pause_basis, at_risk_percent, basis_title, basis_article,
                    from_day + 5, kept_at
                from supervision.time_rule where tenant = :t and code = :code
                """).param("t", by.tenant().value()).param("code", first.code()).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_limit_that_is_ended_starts_no_clock_afterwards() {
        var first = done(rules.put(by, sign("2工作日", tomorrow), 0));
        assertThat(why(rules.end(by, first.code(), tomorrow.minusDays(2)))).first().isInstanceOf(RuleRefusal.StartsInThePast.class);
        assertThat(why(rules.end(by, first.code(), tomorrow.minusDays(1)))).first().isInstanceOf(RuleRefusal.EndsBeforeItStarts.class);
        done(rules.end(by, first.code(), tomorrow.plusDays(3)));
        assertThat(signOn(tomorrow.plusDays(3))).isPresent();
        assertThat(signOn(tomorrow.plusDays(4))).isEmpty();
        assertThat(why(rules.end(by, first.code(), tomorrow.plusDays(5)))).containsExactly(new RuleRefusal.OverAlready(tomorrow.plusDays(3)));
        assertThat(why(rules.end(by, "nothing", tomorrow))).containsExactly(new RuleRefusal.NoSuchRule("nothing"));
    }

    @Test
    void a_version_that_has_not_begun_is_withdrawn_and_the_one_before_goes_on() {
        rules.found(by, RulePack.shipped("rectification").orElseThrow(), tomorrow.minusDays(30));
        var first = signOn(tomorrow).orElseThrow();
        done(rules.put(by, next(first, "1工作日", tomorrow), 1));
        assertThat(signOn(tomorrow).orElseThrow().version()).isEqualTo(2);
        done(rules.withdraw(by, first.code(), 2));
        assertThat(signOn(tomorrow).orElseThrow()).isEqualTo(first);
        assertThat(why(rules.withdraw(by, first.code(), 1))).containsExactly(new RuleRefusal.BegunAlready(first.from()));
        assertThat(done(rules.put(by, next(first, "1工作日", tomorrow), 2)).version()).isEqualTo(3);
    }

    @Test
    void between_two_versions_the_one_before_goes_on_to_the_one_after() {
        var first = done(rules.put(by, sign("2工作日", tomorrow), 0));
        done(rules.put(by, next(first, "1工作日", tomorrow.plusDays(5)), 1));
        done(rules.put(by, next(first, "3工作日", tomorrow.plusDays(20)), 2));
        done(rules.withdraw(by, first.code(), 2));
        assertThat(signOn(tomorrow.plusDays(19)).orElseThrow().version()).isEqualTo(1);
        assertThat(signOn(tomorrow.plusDays(20)).orElseThrow().version()).isEqualTo(3);
        assertThat(why(rules.put(by, new RuleDraft(first.code(), first.scope(), first.step(), "2工作日", first.starts(), first.ends(), Set.of(), "", "", null, 20,
                "\u200B", "第三条", tomorrow.plusDays(30), null), 3))).first().isInstanceOf(RuleRefusal.NoBasis.class);
    }

    @Test
    void what_was_ended_stays_ended_when_the_version_after_it_is_withdrawn() {
        var first = done(rules.put(by, sign("2工作日", tomorrow), 0));
        done(rules.end(by, first.code(), tomorrow.plusDays(3)));
        done(rules.put(by, next(first, "1工作日", tomorrow.plusDays(4)), 1));
        done(rules.withdraw(by, first.code(), 2));
        assertThat(signOn(tomorrow.plusDays(3))).isPresent();
        assertThat(signOn(tomorrow.plusDays(4))).isEmpty();
    }

    @Test
    void a_shipped_pack_is_taken_in_parts_and_again_without_effect() {
        var pack = RulePack.shipped("petition").orElseThrow();
        var all = pack.rules().stream().map(item -> item.draft().code()).collect(Collectors.toSet());
        assertThat(rules.take(by, pack, Set.of("petition.handle"), tomorrow)).isInstanceOf(RuleAnswer.Done.class);
        assertThat(rules.missing(by.tenant(), pack)).hasSize(8);
        assertThat(rules.take(by, pack, all, tomorrow)).isInstanceOf(RuleAnswer.Done.class);
        assertThat(rules.kept(by.tenant())).hasSize(9).allSatisfy(kept -> assertThat(kept.pack()).isEqualTo("petition"));
        assertThat(why(rules.take(by, pack, all, tomorrow))).containsExactly(new RuleRefusal.NothingToTake());
        assertThat(why(rules.take(by, pack, all, tomorrow.minusDays(1)))).containsExactly(new RuleRefusal.NothingToTake());
    }

    @Test
    void the_pack_of_another_city_is_the_next_version() {
        done(rules.found(by, RulePack.shipped("beijing").orElseThrow(), LocalDate.of(2020, 1, 1)));
        var weeks = rules.of(by.tenant()).ruleFor(Step.HANDLE, "hotline", Subject.of("灯", "不亮"), tomorrow).orElseThrow();
        assertThat(weeks.limit()).isEqualTo(new Limit(7, LimitUnit.DAYS));
        assertThat(weeks.from()).isEqualTo("2023-01-01");
        done(rules.take(by, RulePack.shipped("jinan").orElseThrow(), Set.of("hotline.handle"), tomorrow));
        assertThat(rules.of(by.tenant()).ruleFor(Step.HANDLE, "hotline", Subject.of("灯", "不亮"), tomorrow).orElseThrow().limit())
                .isEqualTo(new Limit(5, LimitUnit.WORKING_DAYS));
        assertThat(rules.of(by.tenant()).ruleFor(Step.HANDLE, "hotline", Subject.of("灯", "不亮"), tomorrow.minusDays(1)))
                .contains(weeks.until(tomorrow.minusDays(1)));
    }

    @Test
    void founding_takes_a_pack_from_a_past_day_once_and_every_shipped_pack_can_be_kept() {
        for (var pack : RulePack.shipped()) {
            rules.found(by, pack, LocalDate.of(2024, 1, 1));
        }
        int kept = rules.kept(by.tenant()).size();
        assertThat(kept).isEqualTo(64 + 9 + 8 + 3 + 2);
        rules.found(by, RulePack.shipped("rectification").orElseThrow(), LocalDate.of(2025, 1, 1));
        assertThat(rules.kept(by.tenant())).hasSize(kept);
        assertThat(rules.of(by.tenant()).progressFor("livelihood", tomorrow).orElseThrow().redPoints()).isEqualTo(30);
        assertThat(rules.of(by.tenant()).progressFor("problem", tomorrow)).isEmpty();
    }

    @Test
    void what_was_put_in_force_is_in_the_audit_trail() {
        var first = done(rules.put(by, sign("2工作日", tomorrow), 0));
        assertThat(audit.lines(by.tenant(), new AuditQuestion(null, AuditAct.TIME_RULE_PUT, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.after()).containsEntry("limit", "2工作日").containsEntry("from", first.from().toString()));
    }

    @Test
    void of_two_who_change_a_limit_at_once_one_is_told_so() throws Exception {
        var first = done(rules.put(by, sign("2工作日", tomorrow), 0));
        try (var pool = Executors.newFixedThreadPool(4)) {
            var tries = List.<Callable<RuleAnswer>>of(
                    () -> rules.put(by, next(first, "1工作日", tomorrow.plusDays(1)), 1), () -> rules.put(by, next(first, "3工作日", tomorrow.plusDays(2)), 1),
                    () -> rules.put(by, next(first, "4工作日", tomorrow.plusDays(3)), 1), () -> rules.put(by, next(first, "5工作日", tomorrow.plusDays(4)), 1));
            var answers = pool.invokeAll(tries).stream().map(future -> future.resultNow()).toList();
            assertThat(answers.stream().filter(RuleAnswer.Done.class::isInstance)).hasSize(1);
        }
        assertThat(rules.versions(by.tenant(), first.code())).hasSize(2);
    }

    @Test
    void a_tenants_limits_are_its_own() {
        done(rules.put(by, sign("2工作日", tomorrow), 0));
        assertThat(rules.kept(town.layOut().tenant())).isEmpty();
    }
}
