package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;

/// Every state against every act, who does it, and what comes of it.
class SlipLifeTest {

    private static final OrganisationId OFFICE = new OrganisationId(1);
    private static final OrganisationId ROADS = new OrganisationId(2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final OffsetDateTime AT = OffsetDateTime.of(2026, 3, 2, 1, 0, 0, 0, ZoneOffset.UTC);
    private static final PersonId WRITER = new PersonId(1);
    private static final SlipNumber NUMBER = new SlipNumber("明督", 2026, 12);
    private static final Feedback.Report REPORT = new Feedback.Report(Feedback.For.FINAL, "灯亮了", null, null, null, null, "李所长");

    private static SignedIn who(long person, OrganisationId unit, Role role) {
        return new SignedIn(new TenantId(1), new PersonId(person), "某", Set.of(new Seat(unit, role)));
    }

    private static final SignedIn COORDINATOR = who(1, OFFICE, Role.COORDINATOR);
    private static final SignedIn SIGNER = who(2, OFFICE, Role.APPROVER);
    private static final SignedIn LEADER = who(3, OFFICE, Role.LEADER);
    private static final SignedIn HANDLER = who(4, ROADS, Role.HANDLER);

    private static SignedIn named(String name) {
        return switch (name) {
            case "coordinator" -> COORDINATOR;
            case "signer" -> SIGNER;
            case "leader" -> LEADER;
            case "handler" -> HANDLER;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Circumstances now(SignedIn who) {
        return new Circumstances(TODAY, who, new Circumstances.Addressee(ROADS, true, true, null, true, null), true, null, null);
    }

    private static SlipContent content(LocalDate answerBy) {
        return SlipContent.of("尽快修好路灯", "督办制度第三条", "查明原因，按期修好", answerBy);
    }

    private static Slip slip(SlipKind kind, LocalDate answerBy, SlipEvent... events) {
        var slip = Slip.fold(null, 7, line(1, new SlipEvent.Drafted(kind, "subject:灯", null, OFFICE, ROADS, null, null, null, content(answerBy))));
        for (var event : events) {
            slip = Slip.fold(slip, 7, line(slip.seq() + 1, event));
        }
        return slip;
    }

    private static SlipLine line(int seq, SlipEvent event) {
        return new SlipLine(seq, event, WRITER, new Seat(OFFICE, Role.COORDINATOR), AT, new UUID(0, seq));
    }

    private static Slip at(SlipState state, LocalDate answerBy) {
        var signed = new SlipEvent.Signed(NUMBER);
        var sent = new SlipEvent.Sent();
        var answered = new SlipEvent.Answered(REPORT);
        return switch (state) {
            case DRAFTED -> slip(SlipKind.PROMPT, answerBy);
            case SIGNED -> slip(SlipKind.PROMPT, answerBy, signed);
            case SENT -> slip(SlipKind.PROMPT, answerBy, signed, sent);
            case RECEIVED -> slip(SlipKind.PROMPT, answerBy, signed, sent, new SlipEvent.Received());
            case ANSWERED -> slip(SlipKind.PROMPT, answerBy, signed, sent, answered);
            case RETURNED -> slip(SlipKind.PROMPT, answerBy, signed, sent, answered, new SlipEvent.Returned("没有照片", answerBy));
            case ACCEPTED -> slip(SlipKind.PROMPT, answerBy, signed, sent, answered, new SlipEvent.Accepted(null, null));
            case UPGRADED -> slip(SlipKind.PROMPT, answerBy, signed, sent, new SlipEvent.Upgraded(8, "明督〔2026〕13号"));
            case LAPSED -> slip(SlipKind.PROMPT, answerBy, signed, sent, new SlipEvent.Lapsed("改为电话督办"));
            case WITHDRAWN -> slip(SlipKind.PROMPT, answerBy, new SlipEvent.Withdrawn("发错单位"));
        };
    }

    private static SlipAct act(SlipAct.Kind kind) {
        return switch (kind) {
            case CHANGE -> new SlipAct.Change(content(TODAY));
            case SIGN -> new SlipAct.Sign(true);
            case SEND -> new SlipAct.Send();
            case RECEIVE -> new SlipAct.Receive();
            case ANSWER -> new SlipAct.Answer(REPORT);
            case ACCEPT -> new SlipAct.Accept(null, null);
            case RETURN -> new SlipAct.Return("没有照片", TODAY.plusDays(3));
            case LET_LAPSE -> new SlipAct.LetLapse("改为电话督办");
            case WITHDRAW -> new SlipAct.Withdraw("发错单位");
            case UPGRADE -> throw new IllegalArgumentException("a slip of its own");
        };
    }

    /// Most acts are tried when the slip's day has passed, what still has to go out on the day itself.
    private static LocalDate dayFor(SlipAct.Kind act) {
        return act == SlipAct.Kind.SIGN || act == SlipAct.Kind.SEND ? TODAY : TODAY.minusDays(1);
    }

    /// `-` is refused for its state; UPGRADE leads to a new slip and leaves this one as it is.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who         | act       | DRAFTED   | SIGNED    | SENT      | RECEIVED  | ANSWERED  | RETURNED  | ACCEPTED | UPGRADED | LAPSED | WITHDRAWN
            coordinator | CHANGE    | DRAFTED   | -         | -         | -         | -         | -         | -        | -        | -      | -
            signer      | SIGN      | SENT      | -         | -         | -         | -         | -         | -        | -        | -      | -
            coordinator | SEND      | -         | SENT      | -         | -         | -         | -         | -        | -        | -      | -
            handler     | RECEIVE   | -         | -         | RECEIVED  | -         | -         | -         | -        | -        | -      | -
            handler     | ANSWER    | -         | -         | ANSWERED  | ANSWERED  | -         | ANSWERED  | -        | -        | -      | -
            coordinator | ACCEPT    | -         | -         | -         | -         | ACCEPTED  | -         | -        | -        | -      | -
            coordinator | RETURN    | -         | -         | -         | -         | RETURNED  | -         | -        | -        | -      | -
            coordinator | UPGRADE   | -         | -         | SENT      | RECEIVED  | -         | RETURNED  | -        | -        | -      | -
            coordinator | LET_LAPSE | -         | -         | LAPSED    | LAPSED    | -         | LAPSED    | -        | -        | -      | -
            coordinator | WITHDRAW  | WITHDRAWN | WITHDRAWN | WITHDRAWN | WITHDRAWN | WITHDRAWN | WITHDRAWN | -        | -        | -      | -
            """, useHeadersInDisplayName = true)
    void each_act_is_done_in_its_states_and_refused_in_the_others(String who, SlipAct.Kind act, String drafted, String signed, String sent, String received,
            String answered, String returned, String accepted, String upgraded, String lapsed, String withdrawn) {
        var expected = List.of(drafted, signed, sent, received, answered, returned, accepted, upgraded, lapsed, withdrawn);
        for (var state : SlipState.values()) {
            var slip = at(state, dayFor(act));
            assertThat(slip.state()).isEqualTo(state);
            var refused = SlipLife.whyNot(slip, act, now(named(who)));
            var expectation = expected.get(state.ordinal());
            if (expectation.equals("-")) {
                assertThat(refused).as(state.name()).contains(new SlipRefusal.NotThisState(act, state));
            } else {
                assertThat(refused).as(state.name()).isEmpty();
                assertThat(after(slip, act)).as(state.name()).isEqualTo(SlipState.valueOf(expectation));
            }
        }
    }

    private static SlipState after(Slip slip, SlipAct.Kind act) {
        if (act == SlipAct.Kind.UPGRADE) {
            return slip.state();
        }
        assertThat(SlipLife.faultIn(slip, act(act), now(COORDINATOR))).isEmpty();
        var next = slip;
        for (var event : SlipLife.events(slip, act(act), NUMBER)) {
            next = Slip.fold(next, 7, line(next.seq() + 1, event));
        }
        return next.state();
    }

    @Test
    void nothing_is_signed_or_sent_that_asks_for_an_answer_by_a_day_that_is_over() {
        var yesterday = TODAY.minusDays(1);
        assertThat(SlipLife.whyNot(at(SlipState.DRAFTED, yesterday), SlipAct.Kind.SIGN, now(SIGNER))).contains(new SlipRefusal.AnswerDayPast(yesterday));
        assertThat(SlipLife.whyNotByRule(at(SlipState.DRAFTED, yesterday), now(SIGNER))).contains(new SlipRefusal.AnswerDayPast(yesterday));
        assertThat(SlipLife.whyNot(at(SlipState.SIGNED, yesterday), SlipAct.Kind.SEND, now(COORDINATOR))).contains(new SlipRefusal.AnswerDayPast(yesterday));
    }

    @Test
    void nobody_does_an_act_of_another_post() {
        for (var act : SlipAct.Kind.values()) {
            var doers = Arrays.stream(new SignedIn[] {COORDINATOR, SIGNER, LEADER, HANDLER}).filter(who -> Arrays.stream(SlipState.values())
                    .anyMatch(state -> SlipLife.whyNot(at(state, dayFor(act)), act, now(who)).isEmpty())).toList();
            assertThat(doers).as(act.name()).isEqualTo(switch (act) {
                case SIGN -> List.of(SIGNER, LEADER);
                case RECEIVE, ANSWER -> List.of(HANDLER);
                case CHANGE, SEND, ACCEPT, RETURN, UPGRADE, LET_LAPSE, WITHDRAW -> List.of(COORDINATOR);
            });
        }
        var elsewhere = who(9, new OrganisationId(3), Role.COORDINATOR);
        assertThat(SlipLife.whyNot(at(SlipState.SIGNED, TODAY), SlipAct.Kind.SEND, now(elsewhere)))
                .contains(new SlipRefusal.NotYourPost(SlipAct.Kind.SEND, OFFICE));
    }

    @Test
    void a_talk_is_signed_by_the_head_alone_and_nobody_signs_what_they_wrote() {
        var talk = slip(SlipKind.TALK, TODAY);
        assertThat(SlipLife.whyNot(talk, SlipAct.Kind.SIGN, now(SIGNER))).contains(new SlipRefusal.HeadSigns(OFFICE));
        assertThat(SlipLife.whyNot(talk, SlipAct.Kind.SIGN, now(LEADER))).isEmpty();
        var both = new SignedIn(new TenantId(1), WRITER, "某", Set.of(new Seat(OFFICE, Role.APPROVER), new Seat(OFFICE, Role.COORDINATOR)));
        assertThat(SlipLife.whyNot(slip(SlipKind.PROMPT, TODAY), SlipAct.Kind.SIGN, now(both))).contains(new SlipRefusal.DraftedByYou());
    }

    @Test
    void it_lapses_and_goes_up_only_after_its_day() {
        for (var act : List.of(SlipAct.Kind.UPGRADE, SlipAct.Kind.LET_LAPSE)) {
            assertThat(SlipLife.whyNot(at(SlipState.SENT, TODAY), act, now(COORDINATOR))).contains(new SlipRefusal.NotOverdue(TODAY));
        }
        assertThat(SlipLife.whyNot(at(SlipState.RETURNED, TODAY.plusDays(3)), SlipAct.Kind.UPGRADE, now(COORDINATOR))).isEmpty();
        assertThat(at(SlipState.SENT, TODAY).overdueOn(TODAY)).isFalse();
        assertThat(at(SlipState.SENT, TODAY).overdueOn(TODAY.plusDays(1))).isTrue();
        assertThat(at(SlipState.ANSWERED, TODAY).overdueOn(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void what_was_answered_meanwhile_is_not_gone_over() {
        var answered = at(SlipState.ANSWERED, TODAY);
        var now = new Circumstances(TODAY, COORDINATOR, now(COORDINATOR).to(), true, answered, null);
        assertThat(SlipLife.whyNot(at(SlipState.SIGNED, TODAY), SlipAct.Kind.SEND, now))
                .contains(new SlipRefusal.NothingToFollow(7, "明督〔2026〕12号"));
        var next = new Circumstances(TODAY, COORDINATOR, now(COORDINATOR).to(), true, null, at(SlipState.DRAFTED, TODAY));
        assertThat(SlipLife.whyNot(at(SlipState.SENT, TODAY.minusDays(1)), SlipAct.Kind.UPGRADE, next))
                .contains(new SlipRefusal.FollowedAlready(7, "尽快修好路灯"));
    }

    @Test
    void one_that_is_reported_on_goes_on_until_its_final_feedback() {
        var period = new Feedback.Report(Feedback.For.PERIOD, "灯杆已到货", null, null, null, null, "李所长");
        var slip = slip(SlipKind.NOTICE, TODAY, new SlipEvent.Signed(NUMBER), new SlipEvent.Sent(), new SlipEvent.Answered(period));
        assertThat(SlipLife.faultIn(slip, new SlipAct.Accept(null, null), now(COORDINATOR))).contains(new SlipRefusal.NextDayMissing("next"));
        var next = new SlipAct.Accept("继续", TODAY.plusDays(7));
        assertThat(SlipLife.faultIn(slip, next, now(COORDINATOR))).isEmpty();
        var goesOn = Slip.fold(slip, 7, line(9, SlipLife.events(slip, next, null).getFirst()));
        assertThat(goesOn.state()).isEqualTo(SlipState.RECEIVED);
        assertThat(goesOn.answerBy()).isEqualTo(TODAY.plusDays(7));
        assertThat(goesOn.feedbacks()).singleElement().satisfies(it -> {
            assertThat(it.judgement()).isEqualTo(Feedback.Judgement.ACCEPTED);
            assertThat(it.words()).isEqualTo("继续");
        });
    }

    @Test
    void a_unit_that_is_no_more_or_has_nobody_gets_nothing() {
        var gone = new Circumstances.Addressee(ROADS, true, false, new OrganisationId(5), false, null);
        var empty = new Circumstances.Addressee(ROADS, true, true, null, false, OFFICE);
        var unknown = new Circumstances.Addressee(ROADS, false, false, null, false, null);
        assertThat(sending(gone)).contains(new SlipRefusal.UnitAbolished("to", ROADS, new OrganisationId(5)));
        assertThat(sending(empty)).contains(new SlipRefusal.NobodyAnswersThere("to", ROADS, OFFICE));
        assertThat(drafting(SlipKind.PROMPT, null, unknown, null)).contains(new SlipRefusal.NoSuchUnit("to"));
    }

    private static Optional<SlipRefusal> sending(Circumstances.Addressee to) {
        return SlipLife.whyNot(at(SlipState.SIGNED, TODAY), SlipAct.Kind.SEND, new Circumstances(TODAY, COORDINATOR, to, true, null, null));
    }

    private static Optional<SlipRefusal> drafting(SlipKind kind, @Nullable String because, Circumstances.Addressee to, @Nullable Slip followed) {
        return SlipLife.faultIn(new SlipDraft(kind, null, OFFICE, ROADS, followed == null ? null : 7L, because, content(TODAY)), Ladder.SHIPPED,
                new Circumstances(TODAY, COORDINATOR, to, true, followed, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -       | PROMPT        | -        | -
            -       | NOTICE        | -        | -
            -       | RECTIFICATION | -        | -
            -       | WARNING       | -        | BeginsHigher
            -       | WARNING       | 　       | BeginsHigher
            -       | WARNING       | 涉及安全 | -
            PROMPT  | WARNING       | -        | -
            PROMPT  | URGING        | -        | BeginsHigher
            PROMPT  | URGING        | 拖延严重 | -
            WARNING | PROMPT        | -        | NotHigher
            WARNING | WARNING       | -        | NotHigher
            NOTICE  | PROMPT        | -        | -
            URGING  | TALK          | -        | -
            """)
    void one_goes_up_step_by_step_and_says_why_one_does_not(@Nullable SlipKind follows, SlipKind kind, @Nullable String because, @Nullable String refusal) {
        var followed = follows == null ? null : slip(follows, TODAY.minusDays(1), new SlipEvent.Signed(NUMBER), new SlipEvent.Sent());
        assertThat(drafting(kind, because, now(COORDINATOR).to(), followed).map(it -> it.getClass().getSimpleName())).isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "\u200B", "a\u202Eb", "a\u0000b", "a\uD800b"})
    void a_text_that_says_nothing_or_hides_something_is_refused(String hostile) {
        var content = new SlipContent(hostile, "依据", "要求", null, null, null, List.of(), null, null, null, null, TODAY);
        assertThat(SlipLife.faultIn(at(SlipState.DRAFTED, TODAY), new SlipAct.Change(content), now(COORDINATOR)))
                .hasValueSatisfying(it -> assertThat(it.field()).isEqualTo("title"));
        assertThat(SlipLife.faultIn(at(SlipState.SENT, TODAY), new SlipAct.Withdraw(hostile), now(COORDINATOR))).isPresent();
    }

    @Test
    void a_text_is_as_long_as_a_document_may_be_and_no_longer() {
        var report = new Feedback.Report(Feedback.For.FINAL, "𠮷".repeat(SlipWording.TEXT_MAX), null, null, null, null, "李");
        var longer = new Feedback.Report(Feedback.For.FINAL, "字".repeat(SlipWording.TEXT_MAX + 1), null, null, null, null, "李");
        assertThat(SlipLife.faultIn(at(SlipState.SENT, TODAY), new SlipAct.Answer(report), now(HANDLER))).isEmpty();
        assertThat(SlipLife.faultIn(at(SlipState.SENT, TODAY), new SlipAct.Answer(longer), now(HANDLER)))
                .contains(new SlipRefusal.TooLong("progress", SlipWording.TEXT_MAX));
    }

    @Test
    void a_day_that_has_passed_is_no_day_for_an_answer() {
        var yesterday = TODAY.minusDays(1);
        assertThat(SlipLife.faultIn(at(SlipState.DRAFTED, TODAY), new SlipAct.Change(content(yesterday)), now(COORDINATOR)))
                .contains(new SlipRefusal.NotBefore("answerBy", TODAY));
        assertThat(SlipLife.faultIn(at(SlipState.ANSWERED, TODAY), new SlipAct.Return("再补", yesterday), now(COORDINATOR)))
                .contains(new SlipRefusal.NotBefore("answerBy", TODAY));
    }

    @Test
    void every_event_reads_back_as_it_was_written() {
        var full = new SlipContent("标题", "依据", "要求", "差距", "王镇长", "李镇长", List.of(ROADS), TODAY, 7, "赵 0771-1", "附件一\n附件二", TODAY);
        List.of(new SlipEvent.Drafted(SlipKind.NOTICE, "matter:3", new org.mingbai.ledger.MatterId(3), OFFICE, ROADS, 4L, "急", "rule/1", full),
                new SlipEvent.Changed(full), new SlipEvent.Signed(NUMBER), new SlipEvent.Sent(), new SlipEvent.Received(), new SlipEvent.Answered(REPORT),
                new SlipEvent.Accepted("好", TODAY), new SlipEvent.Returned("不行", TODAY), new SlipEvent.Upgraded(8, "明督〔2026〕13号"),
                new SlipEvent.Lapsed("罢"), new SlipEvent.Withdrawn("错")).forEach(event ->
                assertThat(EventJson.read(EventJson.kind(event), EventJson.VERSION, EventJson.body(event))).isEqualTo(event));
    }

    @Test
    void every_refusal_state_act_and_kind_has_words() {
        var keys = new java.util.ArrayList<String>();
        Arrays.stream(SlipRefusal.class.getPermittedSubclasses()).forEach(it -> keys.add("refusal." + it.getSimpleName()));
        Arrays.stream(SlipState.values()).forEach(it -> keys.add("state." + it));
        Arrays.stream(SlipAct.Kind.values()).forEach(it -> keys.add("act." + it));
        Arrays.stream(SlipFilter.Group.values()).forEach(it -> keys.add("group." + it));
        Arrays.stream(Feedback.For.values()).forEach(it -> keys.add("for." + it));
        assertThat(keys).allMatch(key -> org.mingbai.shell.Words.has("supervision.slip." + key));
        assertThat(SlipKind.values()).allMatch(kind -> org.mingbai.shell.Words.has("ledger.slip." + kind));
    }
}
