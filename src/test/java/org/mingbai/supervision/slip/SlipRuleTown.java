package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.mingbai.SettableClock;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.People;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Messages;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.Replay;
import org.mingbai.supervision.Demands;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A lamp that has to be signed for in two working days, and rules that draft slips about it; new for each test.
abstract class SlipRuleTown {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired SmallTown town;
    @Autowired Ledger ledger;
    @Autowired Lamps lamps;
    @Autowired Replay replay;
    @Autowired Slips slips;
    @Autowired SlipSettings slipSettings;
    @Autowired Messages messages;
    @Autowired SlipRules rules;
    @Autowired TimeRules limits;
    @Autowired Demands demands;
    @Autowired Directory directory;
    @Autowired People people;
    @Autowired JdbcClient db;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    MatterId matter;

    @BeforeEach
    void a_lamp_that_has_to_be_signed_for_in_two_working_days() {
        clock.set(DAY.minusDays(1));
        cast = town.layOut();
        assertThat(slipSettings.setCodeWord(cast.coordinator(), Keeper.of(cast.coordinator(), ""), cast.office(), null, "明督")).isEmpty();
        assertThat(limits.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope("rectification", null, null, null), Step.SIGN,
                "2工作日", Happening.DISPATCHED, Set.of(Happening.SIGNED), Set.of(), "", "", null, 20, "督办办法", "第三条", DAY, null), 0))
                .isInstanceOf(RuleAnswer.Done.class);
        put(asked(SlipRule.Occasion.CLOCK_LATE, 0, SlipKind.WARNING));
        clock.set(DAY);
        matter = dispatched();
    }

    MatterId dispatched() {
        var id = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", Subject.of("路灯不亮", "夜里看不清路"), UUID.randomUUID())).matter().id();
        act(cast.coordinator(), id, new Act.PutOnList(null));
        act(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of(), List.of(), Deadline.by(DAY.plusDays(90)), null)));
        return id;
    }

    void act(SignedIn who, MatterId id, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    SlipRules.Asked asked(SlipRule.Occasion occasion, int days, SlipKind kind) {
        return new SlipRules.Asked("", cast.office(), occasion, null, null, days, kind, 3, false, "督办办法第五条", clock.today().plusDays(1));
    }

    void put(SlipRules.Asked asked) {
        assertThat(rules.put(cast.coordinator(), Keeper.of(cast.coordinator(), ""), asked, UUID.randomUUID())).isEmpty();
    }

    List<Slip> ofMatter() {
        return slips.ofMatter(cast.coordinator(), matter);
    }

    Light.Sign light() {
        return lamps.light(cast.tenant(), ledger.matter(cast.coordinator(), matter).orElseThrow()).sign();
    }

    SlipRules.Asked prompts(String code, boolean itself, LocalDate from) {
        return new SlipRules.Asked(code, cast.office(), SlipRule.Occasion.CLOCK_LATE, null, Step.SIGN, 0, SlipKind.PROMPT, 1, itself, "督办办法第四条", from);
    }

    /// The shipped rule of the other tests would be first to see the occasion.
    void onlyRule(SlipRules.Asked asked) {
        rules.of(cast.tenant()).forEach(rule -> assertThat(rules.end(cast.coordinator(), Keeper.of(cast.coordinator(), ""), rule.code())).isEmpty());
        assertThat(rules.put(cast.approver(), Keeper.of(cast.approver(), ""), asked, UUID.randomUUID())).isEmpty();
    }

    void ceilingOf(int minutes) {
        demands.setCeiling(Keeper.of(cast.coordinator(), ""), new Demands.Ceiling(minutes, "减负规定"));
    }

    Optional<SlipRefusal> refusal(Keeper by, SlipRules.Asked good, java.util.function.UnaryOperator<SlipRules.Asked> spoilt) {
        return rules.put(cast.coordinator(), by, spoilt.apply(good), UUID.randomUUID());
    }

    static void done(SlipAnswer answer) {
        assertThat(answer).isInstanceOf(SlipAnswer.Done.class);
    }
}
