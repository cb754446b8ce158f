package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;

/// Acts with arguments that make sense, and such with arguments that make none.
final class AnyAct {

    private static final List<String> WORDS = List.of("Lamp 14", "路灯", "𠮷野家", "👨‍👩‍👧", "<b>x</b>", "=1+1", "two\nlines");
    private static final List<String> HOSTILE = List.of("", "　", "a\u0000", "\u202Edab", "a\uD800", "\u200B", "字".repeat(20_001));

    private final Random random;
    private final boolean sensible;
    private final World world;
    private final Story story;

    AnyAct(Random random, boolean sensible, World world, Story story) {
        this.random = random;
        this.sensible = sensible;
        this.world = world;
        this.story = story;
    }

    Act of(ActKind kind) {
        return switch (kind) {
            case VERIFY -> new Act.Verify(text());
            case PUT_ON_LIST -> new Act.PutOnList(text());
            case DECLINE -> new Act.Decline(text(), text());
            case ANSWER_AT_ONCE -> new Act.AnswerAtOnce(text(), text());
            case REDIRECT -> new Act.Redirect(one(Redirection.values()), text(), text());
            case MERGE -> new Act.Merge(new MatterId(sensible ? 2 : 1 + random.nextInt(2)), text());
            case UNMERGE -> new Act.Unmerge(text());
            case ASSIGN -> new Act.Assign(assignment(), random.nextInt(6) == 0 ? Boolean.TRUE : null);
            case REASSIGN -> new Act.Reassign(assignment(), text(), random.nextInt(6) == 0 ? Boolean.TRUE : null);
            case CALL_CO_HANDLERS -> new Act.CallCoHandlers(List.of(unit()), text());
            case REPORT_AS_CO_HANDLER -> new Act.ReportAsCoHandler(text());
            case SIGN -> new Act.Sign();
            case CONTACT -> new Act.Contact(one(ContactBy.values()), text());
            case TELL -> new Act.Tell(text(), text());
            case REQUEST_RETURN -> new Act.RequestReturn(text(), text());
            case DECIDE_RETURN -> new Act.DecideReturn(random.nextBoolean(), text());
            case PLAN -> new Act.Plan(Stream.generate(this::measure).limit(sensible ? 1 + random.nextInt(2) : random.nextInt(103)).toList());
            case DROP_MEASURE -> new Act.DropMeasure(measureNo(), text());
            case REPORT_PROGRESS -> new Act.ReportProgress(text(),
                    Map.of(measureNo(), sensible ? random.nextInt(101) : random.nextInt() % 200), List.of());
            case ATTACH_EVIDENCE -> new Act.AttachEvidence(random.nextInt(3) > 0 ? List.of() : List.of(measureNo()), List.of(), text());
            case REQUEST_EXTENSION -> new Act.RequestExtension(day(12), text());
            case DECIDE_EXTENSION -> new Act.DecideExtension(random.nextBoolean(), text());
            case PARK -> new Act.Park(text(), text(), text(), day(9));
            case RESUME -> new Act.Resume(text());
            case PROMISE_INTERIM -> new Act.PromiseInterim(day(9), text());
            case CLAIM_CLOSURE -> new Act.ClaimClosure(sensible ? Outcome.values()[random.nextInt(3)] : one(Outcome.values()), text());
            case PASS_REVIEW -> new Act.PassReview(text());
            case SEND_BACK -> new Act.SendBack(text());
            case RAISE_OBJECTION -> new Act.RaiseObjection(text());
            case DECIDE_OBJECTION -> new Act.DecideObjection(random.nextInt(4) == 0, text());
            case END_NOTICE -> new Act.EndNotice();
            case RECORD_VERDICT -> new Act.RecordVerdict(verdict());
            case CLOSE -> new Act.Close(sensible ? Outcome.values()[random.nextInt(3)] : one(Outcome.values()), text(), text());
            case SCHEDULE_LOOK_BACK -> new Act.ScheduleLookBack(day(5));
            case LOOK_BACK -> new Act.LookBack(random.nextBoolean(), one(LookBackMethod.values()), text());
            case REOPEN -> new Act.Reopen(text(), random.nextBoolean() ? null : text());
            case ASK_REVIEW -> new Act.AskReview(text());
            case ANSWER_REVIEW -> new Act.AnswerReview(random.nextInt(3) == 0, text(), text());
            case ESCALATE -> new Act.Escalate(one(EscalationGround.values()), text(), text());
            case ANSWER_ESCALATION -> new Act.AnswerEscalation(one(EscalationAnswer.values()), text());
            case WITHDRAW -> new Act.Withdraw(text());
            case CORRECT -> new Act.Correct(sensible ? 1 + random.nextInt(story.matter().seq()) : random.nextInt(99) - 9, one(Subject.Item.values()),
                    text(), text());
            case NOTE -> new Act.Note(text());
            case NAME_CONCERNED -> new Act.NameConcerned(List.of(unit()), text());
            case ASK_DISCLOSURE -> new Act.AskDisclosure(unit(), text());
            case DECIDE_DISCLOSURE -> new Act.DecideDisclosure(random.nextBoolean(), text());
        };
    }

    Taken taken() {
        var measures = new ArrayList<>(Stream.generate(this::measure).limit(random.nextInt(3)).toList());
        return new Taken(random.nextBoolean() ? null : assignment(), random.nextBoolean() ? null : deadline(), measures, "As the sheet has it",
                random.nextInt(3) == 0);
    }

    private Verdict verdict() {
        if (sensible && random.nextInt(5) == 0) {
            return new Verdict(false, null, null, text());
        }
        return new Verdict(sensible || random.nextBoolean(), one(Verdict.Solved.values()), one(Verdict.Satisfied.values()), text());
    }

    private Assignment assignment() {
        return new Assignment(unit(), text(), List.of(text()), random.nextBoolean() ? List.of() : List.of(unit()), deadline(), null);
    }

    private Deadline deadline() {
        return switch (random.nextInt(6)) {
            case 0 -> Deadline.immediate();
            case 1 -> Deadline.longTerm();
            default -> Deadline.by(day(20));
        };
    }

    private Measure measure() {
        return new Measure(random.nextInt(3), one(Measure.Kind.values()), text(), null, null, random.nextBoolean() ? null : deadline(),
                sensible ? 0 : random.nextInt(200), null, null);
    }

    private int measureNo() {
        int planned = story.matter().round().measures().size();
        return sensible && planned > 0 ? 1 + random.nextInt(planned) : random.nextInt(9) - 2;
    }

    private OrganisationId unit() {
        return sensible || random.nextInt(4) > 0 ? world.units().get(random.nextInt(world.units().size())) : Cast.NOWHERE;
    }

    private LocalDate day(int most) {
        return story.today().plusDays(sensible ? 1 + random.nextInt(most) : random.nextInt(400) - 200);
    }

    private String text() {
        return sensible || random.nextInt(6) > 0 ? WORDS.get(random.nextInt(WORDS.size())) : HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
