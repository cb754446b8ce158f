package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// The happenings an entry stands for. What was taken over from an older ledger happened there, at times nobody knows here.
final class Moments {

    private final @Nullable Matter before;
    private final Matter now;
    private final Line line;
    private final List<Moment> all = new ArrayList<>();

    private Moments(@Nullable Matter before, Matter now, Line line) {
        this.before = before;
        this.now = now;
        this.line = line;
    }

    /// The matter with the moments of its last entry.
    static Matter after(@Nullable Matter before, Matter now, Line line) {
        var moments = new Moments(before, now, line);
        moments.tell();
        return moments.all.isEmpty() ? now : now.watched(now.watching().after(moments.all));
    }

    private void tell() {
        switch (line.entry()) {
            case Entry.Raised _ -> add(Happening.RAISED);
            case Entry.TakenOver _, Entry.TakenOverAgain _ -> takenOver();
            case Entry.Listed _ -> add(Happening.LISTED);
            case Entry.Declined _ -> add(Happening.DECLINED);
            case Entry.AnsweredAtOnce _ -> {
                add(Happening.TOLD);
                add(Happening.CLOSED);
            }
            case Entry.Redirected _ -> add(Happening.REDIRECTED);
            case Entry.Merged _ -> add(Happening.MERGED);
            case Entry.Unmerged _ -> add(Happening.UNMERGED);
            case Entry.Assigned _, Entry.Reassigned _ -> assigned();
            case Entry.CoHandlersCalled e -> {
                assigned();
                if (e.again() != null) {
                    e.again().forEach(this::called);
                }
            }
            case Entry.CoHandlerArrived e -> ofCall(Happening.CO_HANDLER_ARRIVED, e.unit(), e.call());
            case Entry.CallOutEnded e -> e.missing().forEach(unit -> ofCall(Happening.CALL_OUT_OVER, unit, e.call()));
            case Entry.CoHandlerReported e -> add(Happening.CO_HANDLER_REPORTED, e.unit());
            case Entry.Signed _ -> add(Happening.SIGNED);
            case Entry.Contacted _ -> add(Happening.CONTACTED);
            case Entry.Told _ -> add(Happening.TOLD);
            case Entry.ReturnRequested _ -> add(Happening.RETURN_ASKED);
            case Entry.ReturnDecided e -> {
                add(e.agreed() ? Happening.RETURN_AGREED : Happening.RETURN_REFUSED);
                released(before == null || before.assignment() == null ? Set.of() : Set.copyOf(before.assignment().coHandlers()));
            }
            case Entry.Escalated _ -> add(Happening.ESCALATED);
            case Entry.EscalationAnswered _ -> {
                add(Happening.ESCALATION_ANSWERED);
                assigned();
            }
            case Entry.Planned _ -> add(Happening.PLANNED);
            case Entry.ExtensionRequested e -> add(Happening.EXTENSION_ASKED, e.to());
            case Entry.ExtensionDecided e -> add(e.granted() ? Happening.EXTENDED : Happening.EXTENSION_REFUSED, e.to());
            case Entry.Parked e -> add(Happening.PARKED, e.reviewOn());
            case Entry.Resumed e -> add(Happening.RESUMED, e.due());
            case Entry.InterimPromised e -> add(Happening.PROMISED, e.date());
            case Entry.ClosureClaimed e -> add(Happening.CLAIMED, e.due());
            case Entry.ReviewPassed _ -> {
                add(Happening.CHECKED);
                arrived();
            }
            case Entry.SentBack _ -> add(Happening.SENT_BACK);
            case Entry.ObjectionRaised _ -> add(Happening.OBJECTED);
            case Entry.ObjectionDecided e -> {
                add(Happening.OBJECTION_DECIDED);
                if (e.upheld()) {
                    add(Happening.OBJECTION_UPHELD);
                }
            }
            case Entry.NoticeEnded _ -> {
                add(Happening.NOTICE_ENDED);
                arrived();
            }
            case Entry.VerdictRecorded e -> {
                add(Happening.JUDGED);
                add(e.refutes() ? Happening.REFUTED : Happening.SIGNATURE_AWAITED);
            }
            case Entry.NotDrawn _ -> notDrawn();
            case Entry.Closed e -> {
                add(Happening.CLOSED);
                if (e.lookBackOn() != null) {
                    add(Happening.LOOK_BACK_SET, e.lookBackOn());
                }
            }
            case Entry.LookBackScheduled e -> add(Happening.LOOK_BACK_SET, e.on());
            case Entry.LookedBack e -> {
                add(Happening.LOOKED_BACK);
                if (!e.held()) {
                    add(Happening.RELAPSED);
                }
            }
            case Entry.Reopened _ -> add(Happening.REOPENED);
            case Entry.ReviewAsked e -> add(switch (e.level()) {
                case REVIEW -> Happening.REVIEW_ASKED;
                case REEXAMINATION -> Happening.REEXAMINATION_ASKED;
            });
            case Entry.ReviewAnswered e -> add(switch (e.level()) {
                case REVIEW -> Happening.REVIEW_ANSWERED;
                case REEXAMINATION -> Happening.REEXAMINATION_ANSWERED;
            });
            case Entry.Withdrawn _ -> add(Happening.WITHDRAWN);
            case Entry.ClockPaused e -> all.add(moment(Happening.CLOCK_PAUSED, e.unit(), null, e.step(), e.reason()));
            case Entry.ClockResumed e -> all.add(moment(Happening.CLOCK_RESUMED, e.unit(), e.due(), e.step(), null));
            case Entry.Verified _, Entry.Joined _, Entry.Parted _, Entry.MeasureDropped _, Entry.ProgressReported _, Entry.EvidenceAttached _,
                    Entry.Corrected _, Entry.Noted _, Entry.VoiceAdded _, Entry.VoiceWithdrawn _, Entry.IdentityRevealed _,
                    Entry.IdentityDestroyed _, Entry.ConcernNamed _, Entry.DisclosureAsked _, Entry.DisclosureDecided _,
                    Entry.SlipSent _, Entry.SlipAskedAgain _, Entry.SlipAnswered _,
                    Entry.SlipEnded _, Entry.ClockRecounted _, Entry.LightSet _, Entry.LightReleased _, Entry.ExclusionNoted _,
                    Entry.CallOutRated _ -> {
            }
        }
    }

    /// What was done before, and when, is not known here: only what still waits begins.
    private void takenOver() {
        boolean waited = before != null && before.stage() instanceof Stage.Listed;
        boolean waits = now.stage() instanceof Stage.Listed;
        if (waits && !waited) {
            add(Happening.TAKEN_OVER);
        } else if (waited && !waits) {
            add(Happening.GONE_ON_ELSEWHERE);
        }
    }

    private void notDrawn() {
        if (before != null && before.stage() instanceof Stage.AwaitingVerdict && now.stage() instanceof Stage.AwaitingClosure) {
            add(Happening.NOT_ASKED);
            add(Happening.SIGNATURE_AWAITED);
        } else if (before != null && before.stage() instanceof Stage.LookBackDue && now.stage() instanceof Stage.Closed) {
            add(Happening.NOT_LOOKED_BACK);
        }
    }

    /// A unit that has it already is not given it again.
    private void assigned() {
        if (before == null || !(line.entry() instanceof Entry.CoHandlersCalled) && (now.lead() == null || !now.lead().equals(before.lead()))
                || line.entry() instanceof Entry.Assigned) {
            add(Happening.DISPATCHED);
        }
        var had = before == null || before.assignment() == null ? Set.<OrganisationId>of() : Set.copyOf(before.assignment().coHandlers());
        if (now.assignment() != null) {
            now.assignment().coHandlers().stream().filter(unit -> !had.contains(unit)).forEach(this::called);
        }
        released(had);
    }

    /// Only a call to the spot is one that can be followed or missed, and goes by its number.
    private void called(OrganisationId unit) {
        boolean out = line.entry() instanceof Entry.CoHandlersCalled e && e.calledOut() == Boolean.TRUE;
        ofCall(Happening.CO_HANDLER_CALLED, unit, out ? line.seq() : null);
    }

    private void released(Set<OrganisationId> had) {
        var has = now.assignment() == null ? List.<OrganisationId>of() : now.assignment().coHandlers();
        had.stream().filter(unit -> !has.contains(unit)).sorted(Comparator.comparing(OrganisationId::value))
                .forEach(unit -> add(Happening.CO_HANDLER_RELEASED, unit));
    }

    /// Where a check led to.
    private void arrived() {
        switch (now.stage()) {
            case Stage.OnNotice(var until) -> add(Happening.NOTICE_BEGUN, until);
            case Stage.AwaitingVerdict _ -> add(Happening.VERDICT_AWAITED);
            case Stage.AwaitingClosure _ -> add(Happening.SIGNATURE_AWAITED);
            default -> {
            }
        }
    }

    private void add(Happening what) {
        all.add(moment(what, null, null, null, null));
    }

    private void add(Happening what, OrganisationId unit) {
        all.add(moment(what, unit, null, null, null));
    }

    private void ofCall(Happening what, OrganisationId unit, @Nullable Integer call) {
        all.add(moment(what, unit, null, call == null ? null : Integer.toString(call), null));
    }

    private void add(Happening what, @Nullable LocalDate until) {
        all.add(moment(what, null, until, null, null));
    }

    private Moment moment(Happening what, @Nullable OrganisationId unit, @Nullable LocalDate until, @Nullable String code, @Nullable String reason) {
        return new Moment(what, line.seq(), line.at(), now.round().number(), line.by(), now.subject(), now.lead(), now.turn(), unit, until, code, reason);
    }
}
