package org.mingbai.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// What may happen to a matter, and what it makes of it. Pure: the same question always has the same answer.
public final class Lifecycle {

    private Lifecycle() {}

    /// Whether a matter may be brought in at all.
    public static Ruling raise(Subject subject, Policy policy, Now now) {
        if (now.anySeat() == null) {
            return new Ruling.Refused(new Refusal.NotRaisedHere());
        }
        return Wording.faultIn(subject)
                .or(() -> Concerning.unfit(subject, now))
                .<Ruling>map(Ruling.Refused::new)
                .orElseGet(() -> new Ruling.Accepted(new Entry.Raised(policy.register(), policy.version(), subject)));
    }

    /// Brings in a matter from an older ledger. What that ledger calls closed is never called solved here.
    public static Ruling takeOver(Subject subject, Origin origin, Taken state, Policy policy, Now now) {
        if (now.seatedAt(List.of(new Seat(now.office(), Role.COORDINATOR))) == null) {
            return refuse(new Refusal.NotRaisedHere());
        }
        return Wording.faultIn(subject)
                .or(() -> Wording.faultIn(origin))
                .or(() -> Wording.faultIn(state))
                .or(() -> Assigning.unfit(state, now.tree()))
                .map(Lifecycle::refuse)
                .orElseGet(() -> accept(new Entry.TakenOver(policy.register(), policy.version(), subject, origin, state.numbered())));
    }

    /// Takes over a later state, as long as nobody has worked on the matter here.
    public static Ruling takeOverAgain(Matter matter, Subject subject, Origin origin, Taken state, Now now) {
        if (now.seatedAt(List.of(new Seat(now.office(), Role.COORDINATOR))) == null) {
            return refuse(new Refusal.NotRaisedHere());
        }
        if (matter.livesHere()) {
            return refuse(new Refusal.LivesHere());
        }
        return Wording.faultIn(subject)
                .or(() -> Wording.faultIn(origin))
                .or(() -> Wording.faultIn(state))
                .or(() -> Assigning.unfit(state, now.tree()))
                .map(Lifecycle::refuse)
                .orElseGet(() -> accept(new Entry.TakenOverAgain(subject, origin, state.numbered())));
    }

    /// The state a journal tells.
    public static Matter replay(MatterId id, List<Line> journal) {
        Matter matter = begin(id, journal.getFirst());
        for (var line : journal.subList(1, journal.size())) {
            matter = fold(matter, line);
        }
        return matter;
    }

    public static Matter begin(MatterId id, Line first) {
        return Folding.begin(id, first);
    }

    public static Matter fold(Matter matter, Line line) {
        return Folding.fold(matter, line);
    }

    /// Whose turn it is in this state; nobody's when nothing more is owed.
    public static @Nullable Seat turnIn(Matter matter, Policy policy, Now now) {
        return posts(matter, policy, now).turn();
    }

    /// What those who raised it say themselves, while they are being asked.
    static Ruling hear(Matter matter, Verdict said, Policy policy) {
        if (!(matter.stage() instanceof Stage.AwaitingVerdict)) {
            return refuse(new Refusal.NotThisStage(ActKind.RECORD_VERDICT, matter.stage().named()));
        }
        var act = new Act.RecordVerdict(said);
        return Wording.faultIn(act).map(Lifecycle::refuse).orElseGet(() -> Closing.recordVerdict(act, matter, policy));
    }

    public static Ruling decide(Matter matter, Act act, Policy policy, Now now) {
        var kind = ActKind.of(act);
        var why = whyNot(kind, matter, policy, now).or(() -> Wording.faultIn(act));
        if (why.isPresent()) {
            return new Ruling.Refused(why.get());
        }
        return switch (act) {
            case Act.Verify a -> Listing.verify(a, matter);
            case Act.PutOnList a -> Listing.putOnList(a, matter, policy);
            case Act.Decline a -> Listing.decline(a, matter);
            case Act.AnswerAtOnce a -> Closing.answerAtOnce(a, matter);
            case Act.Redirect a -> accept(new Entry.Redirected(a.kind(), a.reason(), a.wayToGo()));
            case Act.Merge a -> Listing.merge(a, matter);
            case Act.Unmerge a -> accept(new Entry.Unmerged(a.reason()));
            case Act.Assign a -> Assigning.assign(a, matter, policy, now);
            case Act.Reassign a -> Assigning.reassign(a, matter, policy, now);
            case Act.CallCoHandlers a -> Assigning.callCoHandlers(a, matter, now);
            case Act.ReportAsCoHandler a -> Assigning.reportAsCoHandler(a, matter, now);
            case Act.Sign _ -> accept(new Entry.Signed());
            case Act.Contact a -> accept(new Entry.Contacted(a.how(), a.words()));
            case Act.Tell a -> accept(new Entry.Told(a.received(), a.route()));
            case Act.RequestReturn a -> Assigning.requestReturn(a, matter);
            case Act.DecideReturn a -> accept(new Entry.ReturnDecided(a.agreed(), a.reason()));
            case Act.Escalate a -> Escalating.escalate(a, matter, now);
            case Act.AnswerEscalation a -> Escalating.answer(a, matter, policy, now);
            case Act.Plan a -> Working.plan(a, matter, now);
            case Act.DropMeasure a -> Working.dropMeasure(a, matter);
            case Act.ReportProgress a -> Working.reportProgress(a, matter);
            case Act.AttachEvidence a -> Working.attachEvidence(a, matter);
            case Act.RequestExtension a -> Working.requestExtension(a, matter, policy, now);
            case Act.DecideExtension a -> Working.decideExtension(a, matter);
            case Act.Park a -> Working.park(a, now);
            case Act.Resume a -> accept(new Entry.Resumed(a.reason(), Standstill.movedDay(matter, Happening.RESUMED, now)));
            case Act.PromiseInterim a -> Working.promiseInterim(a, now);
            case Act.ClaimClosure a -> Claiming.claim(a, matter, policy, now);
            case Act.PassReview a -> Claiming.pass(a, matter, policy, now);
            case Act.SendBack a -> Claiming.sendBack(a, matter);
            case Act.RaiseObjection a -> accept(new Entry.ObjectionRaised(a.text()));
            case Act.DecideObjection a -> Claiming.decideObjection(a, matter);
            case Act.EndNotice _ -> Claiming.endNotice(matter, policy, now);
            case Act.RecordVerdict a -> Closing.recordVerdict(a, matter, policy);
            case Act.Close a -> Closing.close(a, matter, policy, now);
            case Act.ScheduleLookBack a -> Closing.scheduleLookBack(a, matter, policy, now);
            case Act.LookBack a -> Closing.lookBack(a, matter, now);
            case Act.Reopen a -> Appealing.reopen(a, matter);
            case Act.AskReview a -> Appealing.ask(a, matter, policy);
            case Act.AnswerReview a -> Appealing.answer(a, matter);
            case Act.Withdraw a -> Listing.withdraw(a, matter);
            case Act.Correct a -> Closing.correct(a, matter);
            case Act.Note a -> accept(new Entry.Noted(a.text()));
            case Act.NameConcerned a -> Concerning.name(a, matter, policy, now);
            case Act.AskDisclosure a -> Concerning.ask(a, matter);
            case Act.DecideDisclosure a -> Concerning.decide(a, matter, now);
        };
    }

    /// Whether this person may do such an act at all now; what it says in detail is judged when it is done.
    public static Optional<Refusal> whyNot(ActKind kind, Matter matter, Policy policy, Now now) {
        if (!kind.possibleIn(matter.stage().named())) {
            return Optional.of(new Refusal.NotThisStage(kind, matter.stage().named()));
        }
        if (kind == ActKind.RECORD_VERDICT && !Closing.verdictOpen(matter)) {
            return Optional.of(new Refusal.NotThisStage(kind, matter.stage().named()));
        }
        if (kind == ActKind.VERIFY && Listing.allVerified(matter, policy)) {
            return Optional.of(new Refusal.AllVerified());
        }
        if (seatFor(kind, matter, policy, now).isEmpty()) {
            return Optional.of(new Refusal.NotYourPost(kind));
        }
        if (kind == ActKind.WITHDRAW && matter.raisedBy().equals(now.person()) && raisedInOffice(matter, now)) {
            return Optional.of(new Refusal.WrittenDownByYou());
        }
        if (kind == ActKind.ANSWER_REVIEW) {
            return Appealing.partial(matter, now.person());
        }
        var was = matter.round().handOf(now.person());
        if (was == null) {
            return Optional.empty();
        }
        if (kind.decidesOnTheWork() && was.part() == Part.EXECUTOR) {
            return Optional.of(new Refusal.AlreadyAnother(Part.EXECUTOR, Part.APPROVER));
        }
        var part = kind.partIn(matter.stage().named());
        if (part == null) {
            return Optional.empty();
        }
        if (was.part() != part) {
            return Optional.of(new Refusal.AlreadyAnother(was.part(), part));
        }
        if (part == Part.CHECKER && was.step() != stepOf(matter)) {
            return Optional.of(new Refusal.CheckedAnotherStep(was.step()));
        }
        return Optional.empty();
    }

    /// The post in which the person does it.
    public static Optional<Seat> seatFor(ActKind kind, Matter matter, Policy policy, Now now) {
        return switch (kind.who()) {
            case ANYBODY -> Optional.ofNullable(now.anySeat());
            case RAISER_OR_APPROVER -> matter.raisedBy().equals(now.person()) && !raisedInOffice(matter, now)
                    ? Optional.ofNullable(now.anySeat())
                    : Optional.ofNullable(now.seatedAt(posts(matter, policy, now).of(kind.who())));
            default -> Optional.ofNullable(now.seatedAt(posts(matter, policy, now).of(kind.who())));
        };
    }

    /// What an office wrote down it wrote for somebody else, also when another office keeps the register since.
    private static boolean raisedInOffice(Matter matter, Now now) {
        return matter.raisedAs().role() == Role.COORDINATOR || matter.raisedAs().unit().equals(now.office());
    }

    private static Posts posts(Matter matter, Policy policy, Now now) {
        return new Posts(matter, policy, now.tree(), now.office());
    }

    static int stepOf(Matter matter) {
        return matter.stage() instanceof Stage.InReview(int step) ? step : 0;
    }

    static Ruling accept(Entry entry) {
        return new Ruling.Accepted(entry);
    }

    static Ruling refuse(Refusal why) {
        return new Ruling.Refused(why);
    }
}
