package org.mingbai.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.activity.Campaign;
import org.mingbai.activity.Campaigns;
import org.mingbai.activity.Milestone;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.SampleSignIns;
import org.mingbai.directory.SignIn;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Messages;
import org.mingbai.intake.Publishing;
import org.mingbai.intake.Voice;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.store.MatterLists;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.store.WordIndex;
import org.mingbai.shell.DataDirectory;
import org.mingbai.pattern.Likeness;
import org.mingbai.pattern.Likenesses;
import org.mingbai.reporting.sign.Sign;
import org.mingbai.reporting.sign.SignKind;
import org.mingbai.reporting.sign.Signs;
import org.mingbai.supervision.Demands;
import org.mingbai.supervision.callout.CallFilter;
import org.mingbai.supervision.callout.CallOut;
import org.mingbai.supervision.callout.CallOuts;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipFilter;
import org.mingbai.supervision.slip.SlipRules;
import org.mingbai.supervision.slip.SlipState;
import org.mingbai.supervision.slip.Slips;
import org.mingbai.town.cast.Casting;
import org.mingbai.town.cast.Figure;
import org.mingbai.town.cast.Unit;
import org.mingbai.town.story.Story;
import org.mingbai.verdict.callback.CallBacks;
import org.mingbai.verdict.draw.Draws;
import org.mingbai.verdict.exclusion.Exclusion;
import org.mingbai.verdict.exclusion.Exclusions;
import org.mingbai.verdict.lookback.LookBacks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TownTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 9, 0);
    /// A third of the town has everything that is asked for here, in a third of the time.
    private static final double SHARE = 0.33;

    @Autowired DataSource database;
    @Autowired DataDirectory data;
    @Autowired SettableClock clock;
    @Autowired Directory directory;
    @Autowired Registers registers;
    @Autowired Matters matters;
    @Autowired Ledger ledger;
    @Autowired Replay replay;
    @Autowired MatterLists lists;
    @Autowired WordIndex index;
    @Autowired Likenesses likenesses;
    @Autowired Voices voices;
    @Autowired Publishing publishing;
    @Autowired Slips slips;
    @Autowired SlipRules slipRules;
    @Autowired Demands demands;
    @Autowired CallOuts callOuts;
    @Autowired CallBacks callBacks;
    @Autowired Exclusions exclusions;
    @Autowired LookBacks lookBacks;
    @Autowired Draws draws;
    @Autowired Messages messages;
    @Autowired SignIn signIn;
    @Autowired Signs signs;
    @Autowired Campaigns campaigns;
    @Autowired ObjectProvider<SampleSignIns> offered;

    private Town.Founded town;
    private SignedIn auditor;
    private final List<Matter> all = new ArrayList<>();

    @BeforeAll
    void found() {
        clock.set(NOW);
        town = new Town(database, data, clock).found(SHARE);
        auditor = acting("audit");
        for (var register : registers.of(town.cast().tenant())) {
            var filter = MatterFilter.all(register.code());
            all.addAll(matters.page(auditor, new MatterFilter(register.code(), filter.stages(), false, null, null, null, null, null,
                    MatterFilter.Order.OLDEST, null, MatterFilter.LIMIT_MAX)).matters());
        }
    }

    @Test
    void everybody_reads_what_became_of_some_with_pictures_of_how_it_is_now() {
        var shown = publishing.shown(town.cast().tenant(), "", "", Optional.empty(), 20).shown();
        assertThat(shown).hasSizeBetween(4, 8).allMatch(it -> !it.publication().text().isBlank());
        assertThat(shown).anyMatch(it -> !it.publication().pictures().isEmpty());
    }

    @Test
    void two_units_are_worth_a_look_for_what_they_do_on_paper() {
        var seen = signs.look(auditor, clock.today().minusYears(1), clock.today());
        for (int i = 0; i < 200 && !seen.complete(); i++) {
            seen = signs.look(auditor, clock.today().minusYears(1), clock.today());
        }
        assertThat(units(seen, SignKind.SAME_WORDS)).containsExactly(town.cast().id(Unit.WATER));
        assertThat(units(seen, SignKind.SAME_PICTURE)).containsExactly(town.cast().id(Unit.CLEAN));
    }

    private static List<OrganisationId> units(Signs.Seen seen, SignKind kind) {
        return seen.kinds().get(kind.ordinal()).signs().stream().map(Sign::unit).toList();
    }

    @Test
    void a_campaign_is_under_way_with_milestones_in_several_states() {
        var campaign = campaigns.of(auditor).getFirst();
        assertThat(campaign.on(clock.today())).isEqualTo(Campaign.State.RUNNING);
        assertThat(campaign.milestones().stream().map(one -> campaign.stateOf(one, clock.today())).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Milestone.State.REACHED, Milestone.State.REACHED_LATE, Milestone.State.BEHIND, Milestone.State.AHEAD);
        assertThat(campaign.milestones()).anyMatch(one -> !one.due().equals(campaigns.firstDue(auditor, campaign).get(one.no())));
    }

    /// Both are sought in turn by who sees all, some and little, in every order, page by page and narrowed.
    @Test
    void words_are_found_alike_by_looking_and_by_the_index() {
        while (index.catchUp() > 0) {
            continue;
        }
        var looking = lists.with(new MatterLists.Effort(0, 10, 8));
        var asking = lists.with(new MatterLists.Effort(Integer.MAX_VALUE, 10, 8));
        int found = 0;
        for (var who : List.of(auditor, acting("desk1"), acting("urban1"))) {
            var purview = matters.purview(who);
            for (var register : registers.of(town.cast().tenant())) {
                for (var words : List.of("路", "路灯", "小区", "老人", "没有这样")) {
                    for (var order : MatterFilter.Order.values()) {
                        for (var stages : List.of(Set.<StageName>of(), Set.of(StageName.CLOSED), Set.of(StageName.CLOSED, StageName.HELD, StageName.RAISED))) {
                            var filter = new MatterFilter(register.code(), stages, false, null, null, null, null, words, order, null, 5);
                            var by = asking.page(town.cast().tenant(), filter, purview, register.office());
                            assertThat(looking.page(town.cast().tenant(), filter, purview, register.office())).as("%s", filter).isEqualTo(by);
                            found += by.size();
                        }
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    @Test
    void every_register_has_matters_and_the_hotline_most() {
        var numbers = all.stream().collect(Collectors.groupingBy(Matter::register, Collectors.counting()));
        assertThat(numbers).hasSize(9);
        assertThat(numbers.values()).allMatch(number -> number >= 15);
        assertThat(numbers.get("hotline")).isGreaterThan(all.size() / 3L);
    }

    @Test
    void a_matter_stands_at_every_stage() {
        assertThat(all.stream().map(matter -> matter.stage().named()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(StageName.values());
    }

    @Test
    void every_role_that_acts_has_something_in_its_tray() {
        for (var in : Town.signIns()) {
            var role = in.figure().role();
            boolean acts = !role.administrates() && role != Role.AUDITOR;
            assertThat(matters.tray(acting(in.figure().code()), 5)).as(in.login()).satisfies(tray -> assertThat(tray.isEmpty()).isEqualTo(!acts));
        }
    }

    @Test
    void what_waits_for_a_post_that_ended_is_on_the_orphan_list() {
        assertThat(matters.orphans(auditor, clock.today(), 100)).isNotEmpty()
                .allMatch(matter -> matter.turn() != null && matter.turn().unit().equals(town.cast().id(Figure.ALL.stream()
                        .filter(figure -> figure.code().equals(Figure.GONE)).findFirst().orElseThrow().unit())));
    }

    @Test
    void every_open_matter_is_late_or_not_and_some_are() {
        assertThat(all.stream().filter(Matter::open).filter(matter -> matter.round().due() != null && matter.round().due().passedOn(clock.today())))
                .hasSizeBetween(5, 80);
        assertThat(all.stream().filter(Matter::open)).hasSizeBetween(100, 300);
    }

    @Test
    void the_journals_tell_everything_that_can_happen() {
        var kinds = new HashSet<Class<?>>();
        all.forEach(matter -> ledger.journalOf(auditor, matter.id()).forEach(line -> kinds.add(line.entry().getClass())));
        assertThat(kinds).contains(Entry.SentBack.class, Entry.Reopened.class, Entry.Merged.class, Entry.Joined.class, Entry.Parked.class,
                Entry.Resumed.class, Entry.ReturnRequested.class, Entry.CoHandlerReported.class, Entry.Redirected.class, Entry.Declined.class,
                Entry.Withdrawn.class, Entry.InterimPromised.class, Entry.ObjectionRaised.class, Entry.Corrected.class, Entry.Noted.class,
                Entry.Contacted.class, Entry.Told.class, Entry.Escalated.class, Entry.EscalationAnswered.class, Entry.ReviewAsked.class,
                Entry.ReviewAnswered.class);
        assertThat(entries(Entry.ExtensionDecided.class).stream().map(Entry.ExtensionDecided::granted)).contains(true, false);
        assertThat(entries(Entry.ReturnDecided.class).stream().map(Entry.ReturnDecided::agreed)).contains(true, false);
        assertThat(entries(Entry.LookedBack.class).stream().map(Entry.LookedBack::held)).contains(true, false);
        assertThat(entries(Entry.VerdictRecorded.class).stream().map(Entry.VerdictRecorded::refutes)).contains(true, false);
    }

    @Test
    void nobody_judged_his_own_work_and_nothing_happened_before_it_was_due() {
        for (var matter : all) {
            var parts = new HashMap<String, String>();
            var lines = ledger.journalOf(auditor, matter.id());
            for (var line : lines) {
                if (line.entry() instanceof Entry.Reopened) {
                    parts.clear();
                }
                var part = part(line);
                if (!part.isEmpty()) {
                    assertThat(parts.merge(line.by().toString(), part, (old, _) -> old)).as("%s", matter.id()).isEqualTo(part);
                }
            }
            assertThat(lines).extracting(Line::at).isSorted();
            assertThat(lines.getLast().at()).isBefore(NOW.atZone(SettableClock.ZONE).toOffsetDateTime());
        }
    }

    @Test
    void a_slip_stands_in_every_state_and_one_is_waited_for_in_vain() {
        var desk = acting("desk1");
        var found = slips.page(desk, new SlipFilter(null, null, null, null, null, 200)).slips();
        assertThat(found.stream().map(Slip::state).collect(Collectors.toSet())).containsExactlyInAnyOrder(SlipState.values());
        assertThat(found).anyMatch(slip -> slip.overdueOn(clock.today()));
        assertThat(found).filteredOn(slip -> slip.number() != null).allSatisfy(slip -> assertThat(slip.name()).startsWith("青督"));
        assertThat(found).as("drafted by a rule").anyMatch(slip -> slip.cause() != null).hasSizeLessThan(60);
        assertThat(slipRules.of(town.cast().tenant())).hasSize(3);
    }

    @Test
    void the_office_stopped_a_clock_set_a_light_and_asks_one_unit_for_too_much() {
        assertThat(entries(Entry.ClockPaused.class)).hasSize(1);
        assertThat(entries(Entry.LightSet.class)).hasSize(1);
        var ceiling = demands.ceiling(town.cast().tenant()).orElseThrow();
        assertThat(demands.loads(auditor, clock.today(), clock.today())).filteredOn(load -> load.minutes() > ceiling.minutes()).singleElement()
                .satisfies(load -> assertThat(load.unit()).isEqualTo(town.cast().id(Unit.ELM)));
    }

    @Test
    void one_call_is_over_to_one_a_unit_came_late_and_to_one_not_all_came() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var calls = callOuts.list(auditor, CallFilter.ALL);
        assertThat(calls).hasSize(3);
        assertThat(calls).filteredOn(CallOut::ended).singleElement().satisfies(call -> assertThat(call.called())
                .allMatch(one -> one.ofCalled() != null && one.ofCaller() != null));
        assertThat(calls).filteredOn(call -> !call.ended()).extracting(call -> call.called().stream().map(one -> call.standing(one, now)).sorted().toList())
                .containsExactlyInAnyOrder(List.of(CallOut.Standing.IN_TIME, CallOut.Standing.LATE),
                        List.of(CallOut.Standing.IN_TIME, CallOut.Standing.NOT));
    }

    @Test
    void people_were_heard_by_several_ways_and_a_second_voice_is_with_the_first() {
        var raised = all.stream().filter(matter -> !voices.of(town.cast().tenant(), matter.id()).isEmpty()).toList();
        assertThat(raised.stream().flatMap(matter -> voices.of(town.cast().tenant(), matter.id()).stream()).map(Voice::channel).distinct())
                .contains("12345热线", "服务窗口", "来信", "意见箱");
        assertThat(raised).extracting(matter -> voices.of(town.cast().tenant(), matter.id()).size()).contains(1, 2);
        assertThat(raised).filteredOn(matter -> "紧急".equals(matter.subject().fields().get("urgency"))).hasSize(1);
        assertThat(raised).extracting(matter -> matter.stage().named()).contains(StageName.RAISED, StageName.MERGED, StageName.REDIRECTED);
    }

    @Test
    void exclusions_stand_in_every_state_some_were_not_reached_and_look_backs_are_due() {
        assertThat(exclusions.latest(auditor)).extracting(Exclusion::state).containsExactlyInAnyOrder(Exclusion.State.values());
        assertThat(callBacks.waiting(acting("call1"))).anyMatch(waiting -> waiting.tries() > 0).anyMatch(waiting -> waiting.tries() == 0);
        assertThat(lookBacks.waiting(acting("call1"))).anyMatch(LookBacks.Waiting::ready).anyMatch(waiting -> !waiting.ready());
        assertThat(draws.published(town.cast().tenant())).isNotEmpty();
    }

    @Test
    void nobody_begins_with_what_was_told_long_ago() {
        for (var in : Town.signIns()) {
            var who = acting(in.figure().code());
            assertThat(messages.unread(who.tenant(), who.person())).as(in.login()).isLessThan(15);
        }
    }

    @Test
    void replaying_the_journals_finds_no_difference() {
        var report = replay.check(town.cast().tenant());
        assertThat(report.matters()).isEqualTo(all.size());
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void the_same_moment_gives_the_same_stories() {
        assertThat(stories(SHARE)).isEqualTo(town.stories());
    }

    @Test
    void the_whole_town_has_some_twelve_hundred_matters_in_many_words() {
        var whole = stories(1);
        assertThat(whole).hasSizeBetween(1100, 1300);
        assertThat(whole.stream().map(story -> story.subject().text()).distinct()).hasSizeGreaterThan(600);
    }

    @Test
    void no_blank_is_left_open_in_what_people_wrote() {
        assertThat(town.stories()).allSatisfy(story -> assertThat(story.toString()).doesNotContainPattern("\\{\\p{IsHan}}"));
    }

    /// Every module that listens to what happens has to be among the town's verbs.
    @Test
    void what_its_matters_say_is_in_the_index_of_likenesses() {
        while (likenesses.catchUp() > 0) {
            Thread.onSpinWait();
        }
        var said = all.getLast();
        assertThat(likenesses.of(town.cast().tenant(), said.subject().title(), said.subject().text(), "", 50)).extracting(Likeness::matter)
                .contains(said.id());
    }

    @Test
    void every_sign_in_opens() {
        for (var in : Town.signIns()) {
            assertThat(signIn.attempt(in.login() + "@" + town.cast().tenant().value(), Casting.PASSWORD, "")).as(in.login())
                    .isInstanceOfSatisfying(SignIn.Attempt.Welcome.class, welcome -> assertThat(welcome.mustChangePassword()).isFalse());
        }
        assertThat(Town.signIns().stream().map(in -> in.figure().role()).collect(Collectors.toSet())).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void a_real_installation_offers_no_sign_ins() {
        assertThat(offered.getIfAvailable()).isNull();
    }

    private List<Story> stories(double share) {
        return Town.stories(town.cast(), Town.policies(registers, town.cast().tenant()), NOW, share);
    }

    private static String part(Line line) {
        return switch (line.entry()) {
            case Entry.Planned _, Entry.ProgressReported _, Entry.EvidenceAttached _, Entry.ClosureClaimed _, Entry.Signed _ -> "executor";
            case Entry.ReviewPassed(int step, _, _, _) -> "checker " + step;
            case Entry.SentBack(int step, _) -> "checker " + step;
            case Entry.Closed _, Entry.ExtensionDecided _, Entry.Parked _ -> "approver";
            case Entry.VerdictRecorded _, Entry.LookedBack _ -> "verdict-taker";
            default -> "";
        };
    }

    private <E extends Entry> List<E> entries(Class<E> kind) {
        return all.stream().flatMap(matter -> ledger.journalOf(auditor, matter.id()).stream()).map(Line::entry).filter(kind::isInstance)
                .map(kind::cast).toList();
    }

    private SignedIn acting(String code) {
        return directory.actingAs(town.cast().tenant(), town.cast().people().get(code)).orElseThrow();
    }
}
