package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.ledger.Cast.CALLER;
import static org.mingbai.ledger.Cast.CLERK;
import static org.mingbai.ledger.Cast.COUNTY;
import static org.mingbai.ledger.Cast.FIRST_CHECKER;
import static org.mingbai.ledger.Cast.NOWHERE;
import static org.mingbai.ledger.Cast.OFFICE;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.SIGNER;
import static org.mingbai.ledger.Cast.VILLAGER;
import static org.mingbai.ledger.Cast.WATER;
import static org.mingbai.ledger.Policies.FULL;
import static org.mingbai.ledger.Policies.PLAIN;
import static org.mingbai.ledger.Stages.at;
import static org.mingbai.ledger.Story.FIRST_DAY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingbai.directory.Role;
import org.mingbai.ledger.Cast.Person;

/// How each refusal is earned: one row each, the answer exact to its last detail.
class RefusalTest {

    private record Row(Refusal expected, Supplier<Ruling> earned) {}

    private static final Set<String> OF_THE_STORE = Set.of("NoSuchMatter", "ChangedMeanwhile", "KeyUsedBefore", "UnknownRegister", "NoSuchFile",
            "WindowClosed", "HeardOneByOne");

    private static final String LONG_LINE = "字".repeat(Wording.LINE_MAX + 1);

    private static final List<Row> ROWS = List.of(
            row(new Refusal.Missing("reason"), at(StageName.LISTED, FULL), CLERK, new Act.Decline("　", "There")),
            row(new Refusal.TooLong("owner", Wording.LINE_MAX), at(StageName.IN_PROGRESS, FULL), SIGNER,
                    new Act.Park("No budget", "Next year", LONG_LINE, FIRST_DAY.plusDays(9))),
            row(new Refusal.HiddenCharacters("text"), at(StageName.LISTED, FULL), CLERK, new Act.Note("good\u202Edab")),
            row(new Refusal.OutOfRange("percents", 0, 100), at(StageName.IN_PROGRESS, FULL), ROADMAN,
                    new Act.ReportProgress("785 %", Map.of(1, 785), List.of())),
            row(new Refusal.OutOfRange("to", 1, 15), at(StageName.SIGNED, FULL), ROADMAN,
                    new Act.RequestExtension(FIRST_DAY.plusDays(46), "Long")),
            row(new Refusal.NotInFuture("reviewOn", FIRST_DAY), at(StageName.SIGNED, FULL), SIGNER,
                    new Act.Park("No budget", "Next year", "Li", FIRST_DAY)),
            row(new Refusal.NotBefore("due", FIRST_DAY), at(StageName.LISTED, FULL), CLERK, new Act.Assign(
                    new Assignment(WATER, null, List.of(), List.of(), Deadline.by(FIRST_DAY.minusDays(1)), null))),
            row(new Refusal.TooFar("due", Wording.LATEST), at(StageName.LISTED, FULL), CLERK, new Act.Assign(
                    new Assignment(WATER, null, List.of(), List.of(), Deadline.by(java.time.LocalDate.of(9999, 12, 31)), null))),
            row(new Refusal.TooManyItems("measures", Wording.ITEMS_MAX), at(StageName.SIGNED, FULL), ROADMAN,
                    Story.plan(Stream.generate(() -> "x").limit(101).toArray(String[]::new))),
            row(new Refusal.NoSuchUnit("coHandlers", NOWHERE), at(StageName.SIGNED, FULL), CLERK,
                    new Act.CallCoHandlers(List.of(NOWHERE), null)),
            row(new Refusal.NoSuchUnit("lead", Cast.DISSOLVED), at(StageName.LISTED, FULL), CLERK,
                    new Act.Assign(at(StageName.LISTED, FULL).to(Cast.DISSOLVED))),
            row(new Refusal.MeasureAfterDeadline("measures", 2, FIRST_DAY.plusDays(30)), at(StageName.SIGNED, FULL), ROADMAN,
                    planned(FIRST_DAY.plusDays(30), FIRST_DAY.plusDays(31))),
            row(new Refusal.NoSuchMeasure("measures", 3), at(StageName.IN_PROGRESS, FULL), ROADMAN, Story.proof(1, 3)),
            row(new Refusal.NoSuchEntry("of", 99), at(StageName.CLOSED, FULL), CLERK, new Act.Correct(99, null, "Tuesday", "Misread")),
            row(new Refusal.NotAnEnding("outcome", Outcome.PROMISED), at(StageName.AWAITING_CLOSURE, FULL), SIGNER,
                    new Act.Close(Outcome.PROMISED, "Soon", null)),
            row(new Refusal.NotAClaim("outcome", Outcome.WITHDRAWN), at(StageName.IN_PROGRESS, FULL).does(ROADMAN, Story.proof()), ROADMAN,
                    new Act.ClaimClosure(Outcome.WITHDRAWN, "Nobody asks any more")),
            row(new Refusal.NotThisStage(ActKind.CLOSE, StageName.CLAIMED), at(StageName.CLAIMED, FULL), SIGNER,
                    new Act.Close(Outcome.SOLVED, "Signed", null)),
            row(new Refusal.NotYourPost(ActKind.SIGN), at(StageName.ASSIGNED, FULL), VILLAGER, new Act.Sign()),
            row(new Refusal.AlreadyAnother(Part.EXECUTOR, Part.CHECKER), at(StageName.CLAIMED, FULL),
                    ROADMAN.also(Cast.seat(COUNTY, Role.CHECKER)), new Act.PassReview(null)),
            row(new Refusal.CheckedAnotherStep(0), at(StageName.IN_REVIEW, FULL), FIRST_CHECKER.also(Cast.seat(OFFICE, Role.CHECKER)),
                    new Act.PassReview(null)),
            row(new Refusal.VerificationMissing(0, 1), at(StageName.RAISED, FULL), CLERK, new Act.PutOnList(null)),
            row(new Refusal.AllVerified(), verified(), Cast.LINE_LEADER, new Act.Verify(null)),
            row(new Refusal.AnsweredBefore(), at(StageName.REFUTED, FULL).does(CLERK, new Act.Reopen("Dark")), CLERK,
                    new Act.Decline("Not ours", "Elsewhere")),
            row(new Refusal.NobodyOutsideToJudge(COUNTY), at(StageName.LISTED, FULL), CLERK,
                    new Act.Assign(at(StageName.LISTED, FULL).to(COUNTY))),
            row(new Refusal.ReturnWasRefused(), at(StageName.RETURN_REQUESTED, FULL).does(CLERK, new Act.DecideReturn(false, "Yours")), ROADMAN,
                    new Act.RequestReturn("Not ours", "Duties")),
            row(new Refusal.EscalationRefused(EscalationGround.SEVERAL_UNITS), at(StageName.ESCALATED, FULL)
                    .does(Cast.somebodyAt(COUNTY, Role.LEADER), new Act.AnswerEscalation(EscalationAnswer.REFUSES, "Yours")), ROADMAN,
                    new Act.Escalate(EscalationGround.SEVERAL_UNITS, "Again", "Again")),
            row(new Refusal.NoReviewHere(), Story.aMatter(Policies.SILENT).closed(), CLERK, new Act.AskReview("There is a line")),
            row(new Refusal.GaveFirstOpinion(), at(StageName.UNDER_REVIEW, FULL), SIGNER.also(Cast.seat(OFFICE, Role.COORDINATOR)),
                    new Act.AnswerReview(false, "The city", "None")),
            row(new Refusal.ReexaminedAlready(), reexamined(), CLERK, new Act.AskReview("Once more")),
            row(new Refusal.ReexaminedAlready(), reexamined(), CLERK, new Act.Reopen("Once more", "\u3000")),
            row(new Refusal.NoMeasures(), at(StageName.SIGNED, FULL), ROADMAN, new Act.ClaimClosure(Outcome.SOLVED, "Done")),
            row(new Refusal.MeasuresWithoutEvidence(List.of(2)), at(StageName.IN_PROGRESS, FULL).does(ROADMAN, Story.proof(1)), ROADMAN,
                    new Act.ClaimClosure(Outcome.SOLVED, "Done")),
            row(new Refusal.MeasureDroppedBefore(1), dropped(), ROADMAN, new Act.DropMeasure(1, "Again")),
            row(new Refusal.LastMeasure(2), dropped(), ROADMAN, new Act.DropMeasure(2, "Nothing left")),
            row(new Refusal.ExtensionPending(), asked(), ROADMAN, new Act.RequestExtension(FIRST_DAY.plusDays(41), "More")),
            row(new Refusal.NoExtensionAsked(), at(StageName.SIGNED, FULL), SIGNER, new Act.DecideExtension(true, "Take it")),
            row(new Refusal.NothingToExtend(), longTerm(), ROADMAN, new Act.RequestExtension(FIRST_DAY.plusDays(9), "More")),
            row(new Refusal.AlreadyLate(FIRST_DAY.plusDays(30)), at(StageName.SIGNED, FULL).later(31), ROADMAN,
                    new Act.RequestExtension(FIRST_DAY.plusDays(40), "More")),
            row(new Refusal.NoticeRunsUntil(FIRST_DAY.plusDays(5)), at(StageName.ON_NOTICE, FULL).later(5), CLERK, new Act.EndNotice()),
            row(new Refusal.ObjectionsUndecided(1), objected().later(6), CLERK, new Act.EndNotice()),
            row(new Refusal.NoObjection(), at(StageName.ON_NOTICE, FULL), CLERK, new Act.DecideObjection(false, "None")),
            row(new Refusal.VerdictIncomplete("satisfied"), at(StageName.AWAITING_VERDICT, FULL), CALLER,
                    new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, null, null))),
            row(new Refusal.Missing("words"), at(StageName.AWAITING_VERDICT, FULL), CALLER,
                    new Act.RecordVerdict(new Verdict(false, null, null, " "))),
            row(new Refusal.VerdictWithoutContact("contacted"), at(StageName.AWAITING_VERDICT, FULL), CALLER,
                    new Act.RecordVerdict(new Verdict(false, Verdict.Solved.FULLY, null, "Surely"))),
            row(new Refusal.OutcomeAgainstVerdict(Outcome.SOLVED),
                    at(StageName.AWAITING_VERDICT, FULL).judged(Verdict.Solved.PARTLY, Verdict.Satisfied.SATISFIED), SIGNER,
                    new Act.Close(Outcome.SOLVED, "Signed", null)),
            row(new Refusal.ComplainsOfSomebody(), Story.aMatter(FULL).does(CLERK, new Act.NameConcerned(List.of(Cast.VILLAGE), "It says so")), CLERK,
                    new Act.AnswerAtOnce("All is well", "They say so")),
            row(new Refusal.NobodyConfirmed(Outcome.SOLVED), Story.aMatter(FULL).noticed().unreached(), SIGNER,
                    new Act.Close(Outcome.SOLVED, "Signed", null)),
            row(new Refusal.OutcomeAboveClaim(Outcome.SOLVED, Outcome.PARTLY_SOLVED),
                    Story.aMatter(PLAIN).claimed(Outcome.PARTLY_SOLVED).checks(), SIGNER, new Act.Close(Outcome.SOLVED, "Signed", null)),
            row(new Refusal.OutcomeNotInRegister(Outcome.NOT_OURS), at(StageName.AWAITING_CLOSURE, FULL), SIGNER,
                    new Act.Close(Outcome.NOT_OURS, "Signed", null)),
            row(new Refusal.LookBackTooEarly(FIRST_DAY.plusDays(6 + 90)), at(StageName.LOOK_BACK_DUE, FULL).later(89), CALLER,
                    new Act.LookBack(true, LookBackMethod.CALL, "Burns")),
            row(new Refusal.MergeIntoItself(), at(StageName.LISTED, FULL), CLERK, new Act.Merge(Story.ID, "Twice")),
            new Row(new Refusal.MergeIntoAnotherRegister(), () -> Listing.takeIn(inRegister("hotline").matter(), inRegister("task").matter())),
            new Row(new Refusal.MergeIntoClosed(StageName.CLAIMED),
                    () -> Listing.takeIn(at(StageName.CLAIMED, FULL).matter(), at(StageName.RAISED, FULL).matter())),
            row(new Refusal.JoinedByOthers(1), at(StageName.LISTED, FULL).joinedBy(Stages.OTHER), CLERK, new Act.Merge(new MatterId(3), "Same")),
            row(new Refusal.JoinedByOthers(1), at(StageName.LISTED, FULL).joinedBy(Stages.OTHER), VILLAGER, new Act.Withdraw("Mended it")),
            row(new Refusal.WrittenDownByYou(), Story.of(FULL).raised(CLERK, Subject.of("Dark", "A caller says")),
                    CLERK.also(Cast.seat(OFFICE, Role.APPROVER)), new Act.Withdraw("x")),
            row(new Refusal.KeptFrom("lead", Cast.CREW), kept(Cast.ROADS), CLERK, new Act.Assign(kept(Cast.ROADS).to(Cast.CREW))),
            row(new Refusal.KeptFrom("coHandlers", WATER), kept(WATER).assignedTo(Cast.TOWN, List.of()), CLERK,
                    new Act.CallCoHandlers(List.of(WATER), null)),
            new Row(new Refusal.OwnUnitConcerned("about", Cast.TOWN),
                    () -> Lifecycle.raise(Subject.of("x", "y").about(List.of(Cast.TOWN)), FULL, Story.of(FULL).now(VILLAGER))),
            new Row(new Refusal.NobodyLeftToHandle("about"),
                    () -> Lifecycle.raise(Subject.of("x", "y").about(List.of(COUNTY, OFFICE)), FULL, Story.of(FULL).now(VILLAGER))),
            row(new Refusal.ConcernedIsAtWork("units", Cast.ROADS), at(StageName.ASSIGNED, FULL), CLERK,
                    new Act.NameConcerned(List.of(Cast.ROADS), "It says so")),
            row(new Refusal.NotKeptFrom("unit", WATER), kept(Cast.ROADS), CLERK, new Act.AskDisclosure(WATER, "They know")),
            row(new Refusal.DisclosurePending(), disclosable(), CLERK, new Act.AskDisclosure(Cast.ROADS, "Again")),
            row(new Refusal.NoDisclosureAsked(), kept(Cast.ROADS), SIGNER, new Act.DecideDisclosure(true, "Yes")),
            row(new Refusal.AskedByYou(), disclosable(), CLERK.also(Cast.seat(OFFICE, Role.APPROVER)), new Act.DecideDisclosure(true, "Yes")),
            new Row(new Refusal.MergeAcrossConcern(), () -> Listing.takeIn(at(StageName.LISTED, FULL).matter(), kept(Cast.ROADS).matter())),
            row(new Refusal.NothingChanges("coHandlers"), at(StageName.SIGNED, FULL), CLERK, new Act.CallCoHandlers(List.of(WATER), null)),
            new Row(new Refusal.NotRaisedHere(), () -> Lifecycle.raise(Subject.of("x", "y"), FULL,
                    at(StageName.RAISED, FULL).now(Cast.somebodyAt(OFFICE, Role.AUDITOR)))),
            new Row(new Refusal.LivesHere(), () -> at(StageName.LISTED, FULL).takenOverAgain(CLERK,
                    new Taken(null, null, List.of(), null, true))));

    @TestFactory
    Stream<DynamicTest> each_refusal_is_answered_exactly() {
        return ROWS.stream().map(row -> DynamicTest.dynamicTest(row.expected().toString(),
                () -> assertThat(row.earned().get()).isEqualTo(new Ruling.Refused(row.expected()))));
    }

    @Test
    void every_refusal_of_the_heart_has_a_row() {
        var earned = ROWS.stream().map(row -> row.expected().getClass().getSimpleName()).collect(Collectors.toCollection(TreeSet::new));
        earned.addAll(OF_THE_STORE);
        assertThat(records(Refusal.class).map(Class::getSimpleName)).allSatisfy(name -> assertThat(earned).contains(name));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord() ? Stream.of(type) : Arrays.stream(type.getPermittedSubclasses()).flatMap(RefusalTest::records).distinct();
    }

    private static Row row(Refusal expected, Story story, Person by, Act act) {
        return new Row(expected, () -> story.asks(by, act));
    }

    private static Act.Plan planned(java.time.LocalDate... dues) {
        return new Act.Plan(Stream.of(dues)
                .map(due -> new Measure(0, Measure.Kind.CORRECTIVE, "Lamp", null, null, Deadline.by(due), 0, null, null)).toList());
    }

    private static Story verified() {
        return at(StageName.RAISED, FULL).does(Cast.LINE_LEADER, new Act.Verify(null));
    }

    private static Story kept(org.mingbai.directory.OrganisationId from) {
        return at(StageName.LISTED, FULL).does(CLERK, new Act.NameConcerned(List.of(from), "It says so"));
    }

    private static Story disclosable() {
        return kept(Cast.ROADS).does(CLERK, new Act.AskDisclosure(Cast.ROADS, "Only they know"));
    }

    private static Story dropped() {
        return at(StageName.IN_PROGRESS, FULL).does(ROADMAN, new Act.DropMeasure(1, "Not needed"));
    }

    private static Story asked() {
        return at(StageName.SIGNED, FULL).does(ROADMAN, new Act.RequestExtension(FIRST_DAY.plusDays(40), "Lamp on order"));
    }

    private static Story objected() {
        return at(StageName.ON_NOTICE, FULL).does(VILLAGER, new Act.RaiseObjection("Still dark"));
    }

    private static Story reexamined() {
        var other = Cast.somebodyAt(OFFICE, Role.COORDINATOR);
        return at(StageName.UNDER_REVIEW, FULL).does(CLERK, new Act.AnswerReview(false, "The city", "None"))
                .does(CLERK, new Act.AskReview("There is")).does(other, new Act.AnswerReview(false, "The province", "None"));
    }

    private static Story longTerm() {
        return at(StageName.LISTED, FULL)
                .does(CLERK, new Act.Assign(new Assignment(Cast.ROADS, null, List.of(), List.of(), Deadline.longTerm(), null)))
                .does(ROADMAN, new Act.Sign());
    }

    private static Story inRegister(String register) {
        var policy = new Policy(register, 1, "", List.of(), FULL.review(), 0, false, false, false, 0, 9, 9, 0, false, Set.of(Outcome.SOLVED), List.of());
        return Story.aMatter(policy);
    }
}
