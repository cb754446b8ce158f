package org.mingbai.ledger;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.ROADS;
import static org.mingbai.ledger.Cast.VILLAGER;
import static org.mingbai.ledger.Cast.WATER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mingbai.directory.Role;

/// What every act does at every stage, tried for real. The table is the specification of the lifecycle.
class StageActTableTest {

    /// Rows are acts, columns stages, in the order of `StageName`. A cell names the next stage; `.` is the same stage,
    /// `-` is refused as not possible at this stage. Each act is well formed and done by whom it belongs to.
    private static final String TABLE = """
                                  RAI LIS ASG RET SIG PRG ESC PRK CLM REV NOT AVD ACL REF REL URV RUP LBD CLO HEL DEC RED MER WDR
            verify                .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            put on list           LIS -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            decline               DEC DEC -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            answer at once        CLO -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            redirect              RED RED -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            merge                 MER MER MER -   MER MER -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            unmerge               -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   PRG -
            assign                -   ASG -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            reassign: owner       -   -   .   -   .   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            reassign: unit        -   -   .   -   ASG ASG ASG -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            call co-handlers      -   -   .   -   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            report as co-handler  -   -   .   -   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            sign                  -   -   SIG -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            contact               .   .   .   .   .   .   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            tell                  .   .   .   .   .   .   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            request return        -   -   RET -   RET -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            decide return: yes    -   -   -   LIS -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            decide return: no     -   -   -   SIG -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            escalate              -   -   -   -   ESC ESC -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            answer: coordinates   -   -   -   -   -   -   PRG -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            answer: takes over    -   -   -   -   -   -   ASG -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            answer: refuses       -   -   -   -   -   -   PRG -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            plan                  -   -   -   -   PRG .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            drop measure          -   -   -   -   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            report progress       -   -   -   -   .   .   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            attach evidence       -   -   -   -   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            request extension     -   -   -   -   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            decide extension      -   -   -   -   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            park                  -   -   -   -   PRK PRK -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            resume                -   -   -   -   -   -   -   PRG -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            promise interim       -   -   -   -   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            claim closure         -   -   -   -   CLM CLM -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            pass review           -   -   -   -   -   -   -   -   REV NOT -   -   -   -   -   -   -   -   -   -   -   -   -   -
            send back             -   -   -   -   -   -   -   -   PRG PRG -   -   PRG -   -   -   -   -   -   -   -   -   -   -
            raise objection       -   -   -   -   -   -   -   -   -   -   .   -   -   -   -   -   -   -   -   -   -   -   -   -
            decide objection: yes -   -   -   -   -   -   -   -   -   -   CLM -   -   -   -   -   -   -   -   -   -   -   -   -
            decide objection: no  -   -   -   -   -   -   -   -   -   -   .   -   -   -   -   -   -   -   -   -   -   -   -   -
            end notice            -   -   -   -   -   -   -   -   -   -   AVD -   -   -   -   -   -   -   -   -   -   -   -   -
            verdict: solved       -   -   -   -   -   -   -   -   -   -   -   ACL -   -   -   -   -   -   -   -   -   -   -   -
            verdict: not solved   -   -   -   -   -   -   -   -   -   -   -   REF -   -   -   -   -   -   -   -   -   -   -   -
            verdict: not reached  -   -   -   -   -   -   -   -   -   -   -   ACL -   -   -   -   -   -   -   -   -   -   -   -
            verdict: tried again  -   -   -   -   -   -   -   -   -   -   -   ACL .   -   -   -   -   -   -   -   -   -   -   -
            close: solved         -   -   -   -   -   -   -   -   -   -   -   -   LBD -   -   -   -   -   -   -   -   -   -   -
            close: explained      -   -   -   -   -   -   -   -   -   -   -   -   CLO -   -   -   -   -   -   -   -   -   -   -
            schedule look-back    -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   LBD LBD -   -   -   -
            look back: held       -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   HEL -   -   -   -   -   -
            look back: relapsed   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   REL -   -   -   -   -   -
            reopen                -   -   -   -   -   -   -   -   -   -   -   -   -   LIS LIS -   LIS LIS LIS LIS RAI RAI -   RAI
            ask review            -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   URV URV URV -   -   -   -
            review: upheld        -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   RUP -   -   -   -   -   -   -   -
            review: refused       -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   CLO -   -   -   -   -   -   -   -
            withdraw              WDR WDR WDR WDR WDR WDR WDR WDR -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            correct               .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   -   .
            note                  .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
            name concerned        .   .   .   .   .   .   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            ask disclosure        .   .   .   .   .   .   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            disclosure: yes       .   .   .   .   .   .   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            disclosure: no        .   .   .   .   .   .   .   .   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
            """;

    private static final Map<StageName, String> SHORT = Map.ofEntries(
            Map.entry(StageName.RAISED, "RAI"), Map.entry(StageName.LISTED, "LIS"), Map.entry(StageName.ASSIGNED, "ASG"),
            Map.entry(StageName.RETURN_REQUESTED, "RET"), Map.entry(StageName.SIGNED, "SIG"), Map.entry(StageName.IN_PROGRESS, "PRG"),
            Map.entry(StageName.PARKED, "PRK"), Map.entry(StageName.ESCALATED, "ESC"),
            Map.entry(StageName.CLAIMED, "CLM"), Map.entry(StageName.IN_REVIEW, "REV"),
            Map.entry(StageName.ON_NOTICE, "NOT"), Map.entry(StageName.AWAITING_VERDICT, "AVD"), Map.entry(StageName.AWAITING_CLOSURE, "ACL"),
            Map.entry(StageName.REFUTED, "REF"), Map.entry(StageName.RELAPSED, "REL"), Map.entry(StageName.LOOK_BACK_DUE, "LBD"),
            Map.entry(StageName.UNDER_REVIEW, "URV"), Map.entry(StageName.REVIEW_UPHELD, "RUP"),
            Map.entry(StageName.CLOSED, "CLO"), Map.entry(StageName.HELD, "HEL"), Map.entry(StageName.DECLINED, "DEC"),
            Map.entry(StageName.REDIRECTED, "RED"), Map.entry(StageName.MERGED, "MER"), Map.entry(StageName.WITHDRAWN, "WDR"));

    /// What has to be there before an act makes sense, where the stage allows it.
    private interface Before {
        Story bring(StageName stage);
    }

    private record Row(String name, ActKind kind, Before before, Function<Story, Act> act) {}

    private static final List<Row> ROWS = List.of(
            row("verify", ActKind.VERIFY, s -> new Act.Verify("Seen")),
            row("put on list", ActKind.PUT_ON_LIST, StageActTableTest::verified, s -> new Act.PutOnList(null)),
            row("decline", ActKind.DECLINE, s -> new Act.Decline("Not ours", "Ask the owners")),
            row("answer at once", ActKind.ANSWER_AT_ONCE, s -> new Act.AnswerAtOnce("On working days, 9 to 17", "Notice 4 of 2025")),
            row("redirect", ActKind.REDIRECT, s -> new Act.Redirect(Redirection.EMERGENCY, "A fire", "119")),
            row("merge", ActKind.MERGE, s -> new Act.Merge(Stages.OTHER, "The same lamp")),
            row("unmerge", ActKind.UNMERGE, s -> new Act.Unmerge("Another lamp")),
            row("assign", ActKind.ASSIGN, s -> new Act.Assign(s.to(ROADS))),
            row("reassign: owner", ActKind.REASSIGN, s -> new Act.Reassign(s.to(ROADS), "Wang is ill")),
            row("reassign: unit", ActKind.REASSIGN, s -> new Act.Reassign(s.to(WATER), "Water has the poles")),
            row("call co-handlers", ActKind.CALL_CO_HANDLERS, s -> new Act.CallCoHandlers(List.of(Cast.TOWN), "Traffic")),
            row("report as co-handler", ActKind.REPORT_AS_CO_HANDLER, s -> new Act.ReportAsCoHandler("Pipe closed")),
            row("sign", ActKind.SIGN, s -> new Act.Sign()),
            row("contact", ActKind.CONTACT, s -> new Act.Contact(ContactBy.CALL, "Dark since Sunday")),
            row("tell", ActKind.TELL, s -> new Act.Tell("Lamp 14", "Roads answer within 60 days")),
            row("request return", ActKind.REQUEST_RETURN, s -> new Act.RequestReturn("Not ours", "Duties of 2024, 3.2")),
            row("decide return: yes", ActKind.DECIDE_RETURN, s -> new Act.DecideReturn(true, "Right")),
            row("decide return: no", ActKind.DECIDE_RETURN, s -> new Act.DecideReturn(false, "It is yours")),
            row("escalate", ActKind.ESCALATE, s -> new Act.Escalate(EscalationGround.SEVERAL_UNITS, "Pole and cable", "Bring both to a table")),
            row("answer: coordinates", ActKind.ANSWER_ESCALATION, s -> new Act.AnswerEscalation(EscalationAnswer.COORDINATES, "Met on Monday")),
            row("answer: takes over", ActKind.ANSWER_ESCALATION, StageActTableTest::crewAsks,
                    s -> new Act.AnswerEscalation(EscalationAnswer.TAKES_OVER, "Ours then")),
            row("answer: refuses", ActKind.ANSWER_ESCALATION, s -> new Act.AnswerEscalation(EscalationAnswer.REFUSES, "Within your powers")),
            row("plan", ActKind.PLAN, s -> Story.plan("New cable")),
            row("drop measure", ActKind.DROP_MEASURE, StageActTableTest::handedOn, s -> new Act.DropMeasure(2, "Not needed")),
            row("report progress", ActKind.REPORT_PROGRESS, s -> new Act.ReportProgress("Ordered", Map.of(), List.of())),
            row("attach evidence", ActKind.ATTACH_EVIDENCE, s -> Story.proof()),
            row("request extension", ActKind.REQUEST_EXTENSION, s -> new Act.RequestExtension(s.today().plusDays(40), "Lamp on order")),
            row("decide extension", ActKind.DECIDE_EXTENSION, StageActTableTest::asked, s -> new Act.DecideExtension(true, "Right")),
            row("park", ActKind.PARK, s -> new Act.Park("No budget", "Next year", "Leader Li", s.today().plusDays(90))),
            row("resume", ActKind.RESUME, s -> new Act.Resume("Budget is there")),
            row("promise interim", ActKind.PROMISE_INTERIM, s -> new Act.PromiseInterim(s.today().plusDays(9), "By then")),
            row("claim closure", ActKind.CLAIM_CLOSURE, StageActTableTest::proven, s -> new Act.ClaimClosure(Outcome.SOLVED, "It burns")),
            row("pass review", ActKind.PASS_REVIEW, s -> new Act.PassReview(null)),
            row("send back", ActKind.SEND_BACK, s -> new Act.SendBack("Photograph is of lamp 13")),
            row("raise objection", ActKind.RAISE_OBJECTION, s -> new Act.RaiseObjection("Still dark")),
            row("decide objection: yes", ActKind.DECIDE_OBJECTION, StageActTableTest::objected, s -> new Act.DecideObjection(true, "Right")),
            row("decide objection: no", ActKind.DECIDE_OBJECTION, StageActTableTest::objected, s -> new Act.DecideObjection(false, "Lamp 13")),
            row("end notice", ActKind.END_NOTICE, StageActTableTest::shown, s -> new Act.EndNotice()),
            row("verdict: solved", ActKind.RECORD_VERDICT,
                    s -> new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, null))),
            row("verdict: not solved", ActKind.RECORD_VERDICT,
                    s -> new Act.RecordVerdict(new Verdict(true, Verdict.Solved.NOT, Verdict.Satisfied.FAIRLY_SATISFIED, null))),
            row("verdict: not reached", ActKind.RECORD_VERDICT, s -> new Act.RecordVerdict(new Verdict(false, null, null, "Called three times"))),
            row("verdict: tried again", ActKind.RECORD_VERDICT, StageActTableTest::unreached,
                    s -> new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, null))),
            row("close: solved", ActKind.CLOSE, s -> new Act.Close(Outcome.SOLVED, "Signed", null)),
            row("close: explained", ActKind.CLOSE, s -> new Act.Close(Outcome.EXPLAINED, "Signed", "Told why")),
            row("schedule look-back", ActKind.SCHEDULE_LOOK_BACK, s -> new Act.ScheduleLookBack(s.today().plusDays(30))),
            row("look back: held", ActKind.LOOK_BACK, StageActTableTest::monthsOn, s -> new Act.LookBack(true, LookBackMethod.CALL, "Burns")),
            row("look back: relapsed", ActKind.LOOK_BACK, StageActTableTest::monthsOn, s -> new Act.LookBack(false, LookBackMethod.CALL, "Dark")),
            row("reopen", ActKind.REOPEN, s -> new Act.Reopen("Dark again")),
            row("ask review", ActKind.ASK_REVIEW, s -> new Act.AskReview("There is a line")),
            row("review: upheld", ActKind.ANSWER_REVIEW, s -> new Act.AnswerReview(true, "The city", "There is a line")),
            row("review: refused", ActKind.ANSWER_REVIEW, s -> new Act.AnswerReview(false, "The city", "There is none")),
            row("withdraw", ActKind.WITHDRAW, s -> new Act.Withdraw("Settled")),
            row("correct", ActKind.CORRECT, s -> new Act.Correct(1, Subject.Item.TITLE, "Lamp 15 is dark", "Counted again")),
            row("note", ActKind.NOTE, s -> new Act.Note("Asked by telephone")),
            row("name concerned", ActKind.NAME_CONCERNED, s -> new Act.NameConcerned(List.of(Cast.VILLAGE), "It says so")),
            row("ask disclosure", ActKind.ASK_DISCLOSURE, StageActTableTest::concerned, s -> new Act.AskDisclosure(Cast.VILLAGE, "Only they know")),
            row("disclosure: yes", ActKind.DECIDE_DISCLOSURE, StageActTableTest::disclosable, s -> new Act.DecideDisclosure(true, "Yes")),
            row("disclosure: no", ActKind.DECIDE_DISCLOSURE, StageActTableTest::disclosable, s -> new Act.DecideDisclosure(false, "No")));

    @Test
    void every_act_does_at_every_stage_what_the_table_says() {
        assertThat(tried()).isEqualTo(TABLE);
    }

    @Test
    void every_act_and_every_stage_is_in_the_table() {
        assertThat(ROWS.stream().map(Row::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(ActKind.class))))
                .isEqualTo(EnumSet.allOf(ActKind.class));
        assertThat(SHORT.keySet()).isEqualTo(Set.of(StageName.values()));
        assertThat(SHORT.values()).doesNotHaveDuplicates();
    }

    private static String tried() {
        var text = new StringBuilder("%-22s".formatted(""));
        text.append(Arrays.stream(StageName.values()).map(SHORT::get).collect(joining(" "))).append('\n');
        for (var row : ROWS) {
            text.append("%-22s".formatted(row.name()));
            text.append(Arrays.stream(StageName.values()).map(stage -> "%-3s".formatted(cell(row, stage))).collect(joining(" ")).stripTrailing());
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(Row row, StageName stage) {
        var story = row.before().bring(stage);
        assertThat(story.stage()).isEqualTo(stage);
        var ruling = story.tries(right(row, story), row.act().apply(story));
        return switch (ruling) {
            case Ruling.Accepted _ -> story.stage() == stage ? "." : SHORT.get(story.stage());
            case Ruling.Refused(Refusal.NotThisStage(var kind, var at)) when kind == row.kind() && at == stage -> "-";
            case Ruling.Refused(var why) -> throw new AssertionError(row.name() + " at " + stage + ": " + why);
        };
    }

    private static Cast.Person right(Row row, Story story) {
        return row.name().equals("answer: takes over") ? Cast.somebodyAt(ROADS, Role.LEADER) : Stages.right(row.kind(), story.matter());
    }

    private static Row row(String name, ActKind kind, Function<Story, Act> act) {
        return new Row(name, kind, StageActTableTest::at, act);
    }

    private static Row row(String name, ActKind kind, Before before, Function<Story, Act> act) {
        return new Row(name, kind, before, act);
    }

    private static Story at(StageName stage) {
        return Stages.at(stage, Policies.FULL);
    }

    private static Story verified(StageName stage) {
        return stage == StageName.RAISED ? at(stage).does(Cast.LINE_LEADER, new Act.Verify(null)) : at(stage);
    }

    private static Story concerned(StageName stage) {
        var story = at(stage);
        return ActKind.NAME_CONCERNED.possibleIn(stage) ? story.does(Cast.CLERK, new Act.NameConcerned(List.of(Cast.VILLAGE), "It says so")) : story;
    }

    private static Story disclosable(StageName stage) {
        var story = concerned(stage);
        return ActKind.ASK_DISCLOSURE.possibleIn(stage) ? story.does(Cast.CLERK, new Act.AskDisclosure(Cast.VILLAGE, "Only they know")) : story;
    }

    private static Story handedOn(StageName stage) {
        return stage == StageName.SIGNED ? Stages.handedOn(Policies.FULL) : at(stage);
    }

    private static Story asked(StageName stage) {
        return stage == StageName.SIGNED || stage == StageName.IN_PROGRESS
                ? at(stage).does(ROADMAN, new Act.RequestExtension(Story.FIRST_DAY.plusDays(40), "Lamp on order"))
                : at(stage);
    }

    /// The county stands above the office too, so it could not be judged if it took roads' matter; roads can take its crew's.
    private static Story crewAsks(StageName stage) {
        var crew = Cast.somebodyAt(Cast.CREW, Role.HANDLER);
        return stage == StageName.ESCALATED
                ? Story.aMatter(Policies.FULL).assignedTo(Cast.CREW).does(crew, new Act.Sign())
                        .does(crew, new Act.Escalate(EscalationGround.MEANS, "No lift", "Lend one"))
                : at(stage);
    }

    private static Story proven(StageName stage) {
        return stage == StageName.IN_PROGRESS ? at(stage).does(ROADMAN, Story.proof()) : handedOn(stage);
    }

    private static Story objected(StageName stage) {
        return stage == StageName.ON_NOTICE ? at(stage).does(VILLAGER, new Act.RaiseObjection("Still dark")) : at(stage);
    }

    private static Story unreached(StageName stage) {
        return stage == StageName.AWAITING_CLOSURE ? Story.aMatter(Policies.FULL).noticed().unreached() : at(stage);
    }

    private static Story shown(StageName stage) {
        return at(stage).later(Policies.FULL.noticeDays() + 1);
    }

    private static Story monthsOn(StageName stage) {
        return at(stage).later(Policies.FULL.lookBackDays());
    }
}
