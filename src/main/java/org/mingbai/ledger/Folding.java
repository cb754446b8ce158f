package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an entry makes of a matter. Only this changes state, and it refuses nothing: what is in the journal has happened.
final class Folding {

    private Folding() {}

    static Matter begin(MatterId id, Line line) {
        var begun = switch (line.entry()) {
            case Entry.Raised e -> begun(id, e.register(), e.policyVersion(), e.subject(), new Stage.Raised(0), line, null);
            case Entry.TakenOver e -> takenOver(
                    begun(id, e.register(), e.policyVersion(), e.subject(), new Stage.Listed(), line, e.state().progress()), e.state(), line);
            default -> throw new IllegalStateException("The journal of matter " + id.value() + " begins with " + line.entry());
        };
        return Moments.after(null, begun.after(line), line);
    }

    private static Matter begun(MatterId id, String register, int policyVersion, Subject subject, Stage stage, Line line, @Nullable String progress) {
        return new Matter(id, register, policyVersion, subject, line.at(), line.by(), line.as(), stage, Round.first(line.day()), List.of(),
                line.turn(), List.of(), new TreeSet<>(), new TreeSet<>(List.of(line.as().unit().value())),
                progress, Matter.livesBy(line.entry()), Concern.with(subject.about()), Watching.NOTHING_YET, line.seq(), line.at());
    }

    private static Matter takenOver(Matter matter, Taken state, Line line) {
        var round = matter.round().planned(state.measures());
        if (state.to() != null) {
            round = round.assigned(state.to());
        } else if (state.due() != null) {
            round = round.dueBy(state.due());
        }
        if (state.closed()) {
            return matter.with(round.ended(new Round.Ending(Outcome.TAKEN_OVER, line.day(), null)))
                    .in(new Stage.Closed(Outcome.TAKEN_OVER, line.day()));
        }
        return matter.with(round)
                .in(state.to() == null ? new Stage.Listed() : state.measures().isEmpty() ? new Stage.Assigned() : new Stage.InProgress());
    }

    static Matter fold(Matter matter, Line line) {
        if (line.seq() != matter.seq() + 1) {
            throw new IllegalStateException("Entry " + line.seq() + " of matter " + matter.id().value() + " follows " + matter.seq());
        }
        var touched = touched(matter, line);
        return Moments.after(matter, applied(touched, line).after(line), line);
    }

    /// Remembers who did the work and who judged it. A round that is over remembers nothing more (I5).
    private static Matter touched(Matter matter, Line line) {
        var part = partOf(line.entry());
        if (part == null || matter.round().ending() != null) {
            return matter;
        }
        if (line.entry() instanceof Entry.SentBack && matter.stage() instanceof Stage.AwaitingClosure) {
            return matter.with(matter.round().touchedBy(line.by(), new Hand(Part.APPROVER, 0)));
        }
        int step = switch (line.entry()) {
            case Entry.ReviewPassed e -> e.step();
            case Entry.SentBack e -> e.step();
            default -> 0;
        };
        return matter.with(matter.round().touchedBy(line.by(), new Hand(part, step)));
    }

    static @Nullable Part partOf(Entry entry) {
        return switch (entry) {
            case Entry.Signed _, Entry.ReturnRequested _, Entry.Planned _, Entry.MeasureDropped _, Entry.ProgressReported _,
                    Entry.EvidenceAttached _, Entry.ExtensionRequested _, Entry.InterimPromised _, Entry.ClosureClaimed _,
                    Entry.CoHandlerReported _, Entry.Escalated _ -> Part.EXECUTOR;
            case Entry.ReviewPassed _, Entry.SentBack _ -> Part.CHECKER;
            case Entry.ExtensionDecided _, Entry.Parked _, Entry.ObjectionDecided _, Entry.Closed _ -> Part.APPROVER;
            case Entry.VerdictRecorded _, Entry.LookedBack _ -> Part.VERDICT_TAKER;
            case Entry.Raised _, Entry.Verified _, Entry.Listed _, Entry.Declined _, Entry.AnsweredAtOnce _, Entry.Redirected _,
                    Entry.Merged _, Entry.Unmerged _,
                    Entry.Joined _, Entry.Parted _, Entry.Assigned _, Entry.Reassigned _, Entry.CoHandlersCalled _, Entry.ReturnDecided _,
                    Entry.Contacted _, Entry.Told _, Entry.ConcernNamed _, Entry.DisclosureAsked _, Entry.DisclosureDecided _,
                    Entry.Resumed _, Entry.ObjectionRaised _, Entry.NoticeEnded _, Entry.LookBackScheduled _,
                    Entry.Reopened _, Entry.EscalationAnswered _, Entry.ReviewAsked _, Entry.ReviewAnswered _, Entry.Withdrawn _,
                    Entry.Corrected _, Entry.Noted _, Entry.TakenOver _, Entry.TakenOverAgain _,
                    Entry.SlipSent _, Entry.SlipAskedAgain _, Entry.SlipAnswered _, Entry.SlipEnded _, Entry.ClockPaused _, Entry.ClockResumed _,
                    Entry.ClockRecounted _,
                    Entry.LightSet _, Entry.LightReleased _, Entry.NotDrawn _, Entry.ExclusionNoted _, Entry.CallOutRated _,
                    Entry.VoiceAdded _, Entry.VoiceWithdrawn _, Entry.IdentityRevealed _, Entry.IdentityDestroyed _ -> null;
            case Entry.CoHandlerArrived _, Entry.CallOutEnded _ -> Part.EXECUTOR;
        };
    }

    private static Matter applied(Matter m, Line line) {
        var round = m.round();
        return switch (line.entry()) {
            case Entry.Raised _, Entry.TakenOver _ -> throw new IllegalStateException("A journal begins only once: matter " + m.id().value());
            case Entry.Verified e -> m.in(new Stage.Raised(e.layer() + 1));
            case Entry.Listed _ -> m.in(new Stage.Listed());
            case Entry.Declined e -> over(m, new Stage.Declined(), Outcome.NOT_OURS, line, e.reason());
            case Entry.AnsweredAtOnce e -> over(m, new Stage.Closed(Outcome.ANSWERED, line.day()), Outcome.ANSWERED, line, e.answer());
            case Entry.Redirected e -> over(m, new Stage.Redirected(), Outcome.NOT_OURS, line, e.reason());
            case Entry.Merged e -> m.in(new Stage.Merged(e.into(), m.stage(), m.turn()));
            case Entry.Unmerged _ -> m.stage() instanceof Stage.Merged(_, var before, _) ? m.in(before) : m;
            case Entry.Joined e -> m.joinedBy(e.other(), true);
            case Entry.Parted e -> m.joinedBy(e.other(), false);
            case Entry.Assigned e -> m.with(kept(round.assigned(e.to()), e.designated())).in(new Stage.Assigned());
            case Entry.Reassigned e -> m.with(kept(round.reassigned(e.to()), e.designated()))
                    .in(e.to().lead().equals(m.lead()) ? m.stage() : new Stage.Assigned());
            case Entry.CoHandlersCalled e -> m.with(round.reassigned(m.assignment().withCoHandlers(e.units())));
            case Entry.CoHandlerReported _ -> m;
            case Entry.Signed _ -> m.in(new Stage.Signed());
            case Entry.ReturnRequested _ -> m.in(new Stage.ReturnRequested(m.stage() instanceof Stage.Signed));
            case Entry.ReturnDecided e -> e.agreed()
                    ? m.with(round.unassigned()).in(new Stage.Listed())
                    : m.with(round.keeping()).in(m.stage() instanceof Stage.ReturnRequested(boolean signed) && signed
                            ? new Stage.Signed() : new Stage.Assigned());
            case Entry.Escalated e -> m.in(new Stage.Escalated(m.stage(), e.ground(), e.to(), e.gap()));
            case Entry.EscalationAnswered e -> escalationAnswered(m, e);
            case Entry.Planned e -> m.with(round.planned(e.measures())).in(new Stage.InProgress());
            case Entry.MeasureDropped e -> m.with(round.changed(e.no(), measure -> measure.dropped(e.reason())));
            case Entry.ProgressReported e -> progressed(m, e);
            case Entry.EvidenceAttached e -> m.with(round.proven(new Evidence(line.seq(), e.measures(), e.files(), e.note())));
            case Entry.ExtensionRequested e -> m.with(round.asking(new Round.Extension(e.to(), e.reason())));
            case Entry.ExtensionDecided e -> m.with(e.to() == null ? round.asking(null) : round.dueBy(Deadline.by(e.to())));
            case Entry.Parked e -> m.with(round.asking(null)).in(new Stage.Parked(e.plan(), e.owner(), e.reviewOn()));
            case Entry.Resumed e -> m.with(moved(round, e.due())).in(round.measures().isEmpty() ? new Stage.Signed() : new Stage.InProgress());
            case Entry.ClockResumed e -> m.with(moved(round, e.due()));
            case Entry.InterimPromised e -> m.saying(e.words());
            case Entry.ClosureClaimed e -> m.with(moved(round, e.due()).claiming(e.outcome())).saying(e.whatWasDone()).in(new Stage.Claimed());
            case Entry.ReviewPassed e -> m.with(round.passed(e.step() + 1)).in(onward(e.onward(), e.step() + 1, e.noticeUntil()));
            case Entry.SentBack _ -> m.with(round.returnedToWork()).in(new Stage.InProgress());
            case Entry.ObjectionRaised _ -> m.with(round.objected(round.objections() + 1));
            case Entry.ObjectionDecided e -> e.upheld()
                    ? m.with(round.objected(0).passed(0)).in(new Stage.Claimed())
                    : m.with(round.objected(round.objections() - 1));
            case Entry.NoticeEnded e -> m.in(onward(e.onward(), 0, null));
            case Entry.VerdictRecorded e -> m.with(round.judged(e.verdict()))
                    .in(e.refutes() ? new Stage.Refuted() : new Stage.AwaitingClosure());
            case Entry.Closed e -> closed(m, e, line);
            case Entry.LookBackScheduled e -> lookBackDue(m, e.on());
            case Entry.LookedBack e -> e.held() ? held(m) : m.in(new Stage.Relapsed(line.day()));
            case Entry.Reopened _ -> m.opening(Round.numbered(round.number() + 1, line.day())).in(reopened(m));
            case Entry.ReviewAsked e -> m.appealing(Appeal.asked(m.appeals(), new Appeal(round.number(), e.level(), line.day(), e.reasons(), null)))
                    .in(new Stage.UnderReview(e.level(), line.day(), m.stage()));
            case Entry.ReviewAnswered e -> reviewAnswered(m, e, line);
            case Entry.Withdrawn e -> over(m, new Stage.Withdrawn(), Outcome.WITHDRAWN, line, e.reason());
            case Entry.Corrected e -> e.item() == null ? m : m.about(m.subject().with(e.item(), e.says()));
            case Entry.Contacted _, Entry.Told _ -> m;
            case Entry.ConcernNamed e -> m.concerning(m.concern().naming(e.units()));
            case Entry.DisclosureAsked e -> m.concerning(m.concern().asking(e.unit(), line.by()));
            case Entry.DisclosureDecided e -> m.concerning(m.concern().decided(e.agreed()));
            case Entry.Noted _, Entry.ClockPaused _, Entry.ClockRecounted _, Entry.CoHandlerArrived _, Entry.CallOutEnded _, Entry.CallOutRated _,
                    Entry.ExclusionNoted _,
                    Entry.VoiceAdded _, Entry.VoiceWithdrawn _, Entry.IdentityRevealed _, Entry.IdentityDestroyed _ -> m;
            case Entry.NotDrawn e -> notDrawn(m, e.of());
            case Entry.SlipSent e -> m.watched(m.watching().sent(
                    new Watching.OpenSlip(e.slip(), e.number(), e.kind(), e.to(), e.answerBy(), line.at())));
            case Entry.SlipAskedAgain e -> m.watched(m.watching().sent(
                    new Watching.OpenSlip(e.slip(), e.number(), e.kind(), e.to(), e.answerBy(), line.at())));
            case Entry.SlipAnswered e -> m.watched(m.watching().settled(e.slip()));
            case Entry.SlipEnded e -> m.watched(m.watching().settled(e.slip()));
            case Entry.LightSet e -> m.watched(m.watching().lit(new Watching.SetLight(e.sign(), e.reason(), e.until(), line.at())));
            case Entry.LightReleased _ -> m.watched(m.watching().lit(null));
            case Entry.TakenOverAgain e -> takenOverAgain(m, e, line);
        };
    }

    private static Round moved(Round round, @Nullable LocalDate due) {
        return due == null ? round : round.movedTo(due);
    }

    private static Round kept(Round round, @Nullable Boolean designated) {
        return Boolean.TRUE.equals(designated) ? round.keeping() : round;
    }

    /// Whoever took it over of his own will does not give it back.
    private static Matter escalationAnswered(Matter m, Entry.EscalationAnswered e) {
        var before = m.stage() instanceof Stage.Escalated escalated ? escalated.before() : m.stage();
        return switch (e.answer()) {
            case COORDINATES -> m.in(before);
            case REFUSES -> m.with(m.round().refusedUp(e.ground())).in(before);
            case TAKES_OVER -> e.to() == null ? m.in(before) : m.with(m.round().reassigned(e.to()).keeping()).in(new Stage.Assigned());
        };
    }

    private static Matter reviewAnswered(Matter m, Entry.ReviewAnswered e, Line line) {
        var told = m.appealing(Appeal.answered(m.appeals(), new Appeal.Opinion(line.by(), e.body(), e.upheld(), line.day())));
        return told.in(!e.upheld() && m.stage() instanceof Stage.UnderReview asked ? asked.before() : new Stage.ReviewUpheld(line.day()));
    }

    /// What was handled goes back on the list. What was turned away, taken back or answered at once was perhaps never verified, so that begins anew.
    private static Stage reopened(Matter m) {
        if (m.round().ending() != null && m.round().ending().outcome() == Outcome.ANSWERED) {
            return new Stage.Raised(0);
        }
        return switch (m.stage().named()) {
            case DECLINED, REDIRECTED, WITHDRAWN -> new Stage.Raised(0);
            default -> new Stage.Listed();
        };
    }

    private static Stage onward(Onward onward, int step, @Nullable LocalDate noticeUntil) {
        return switch (onward) {
            case NEXT_STEP -> new Stage.InReview(step);
            case NOTICE -> new Stage.OnNotice(java.util.Objects.requireNonNull(noticeUntil));
            case VERDICT -> new Stage.AwaitingVerdict();
            case CLOSURE -> new Stage.AwaitingClosure();
        };
    }

    private static Matter progressed(Matter m, Entry.ProgressReported e) {
        var round = m.round();
        for (var percent : e.percents().entrySet()) {
            round = round.changed(percent.getKey(), measure -> measure.at(percent.getValue()));
        }
        return m.with(round).saying(e.text());
    }

    private static Matter closed(Matter m, Entry.Closed e, Line line) {
        var ended = m.with(m.round().ended(new Round.Ending(e.outcome(), line.day(), e.words())));
        return ended.in(e.lookBackOn() == null
                ? new Stage.Closed(e.outcome(), line.day())
                : new Stage.LookBackDue(e.outcome(), line.day(), e.lookBackOn()));
    }

    private static Matter lookBackDue(Matter m, LocalDate on) {
        return switch (m.stage()) {
            case Stage.Closed(var outcome, var closedOn) -> m.in(new Stage.LookBackDue(outcome, closedOn, on));
            case Stage.Held(var outcome, var closedOn) -> m.in(new Stage.LookBackDue(outcome, closedOn, on));
            default -> m;
        };
    }

    /// One that has moved on meanwhile stays where it is.
    private static Matter notDrawn(Matter m, Drawing of) {
        return switch (m.stage()) {
            case Stage.AwaitingVerdict _ when of == Drawing.VERDICT -> m.in(new Stage.AwaitingClosure());
            case Stage.LookBackDue(var outcome, var closedOn, _) when of == Drawing.LOOK_BACK -> m.in(new Stage.Closed(outcome, closedOn));
            default -> m;
        };
    }

    private static Matter held(Matter m) {
        return m.stage() instanceof Stage.LookBackDue(var outcome, var closedOn, _) ? m.in(new Stage.Held(outcome, closedOn)) : m;
    }

    private static Matter over(Matter m, Stage stage, Outcome outcome, Line line, String words) {
        return m.with(m.round().ended(new Round.Ending(outcome, line.day(), words))).in(stage);
    }

    /// I5: a round that was closed stays; what is open again begins another.
    private static Matter takenOverAgain(Matter m, Entry.TakenOverAgain e, Line line) {
        var about = m.about(e.subject()).saying(e.state().progress());
        if (m.open()) {
            return takenOver(about.with(Round.numbered(m.round().number(), m.round().openedOn())), e.state(), line);
        }
        return e.state().closed() ? about : takenOver(about.opening(Round.numbered(m.round().number() + 1, line.day())), e.state(), line);
    }
}
