package org.mingbai.supervision.slip;

import static org.mingbai.supervision.slip.SlipWording.optional;
import static org.mingbai.supervision.slip.SlipWording.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.shell.Visible;

/// What may be done to a slip in which state by whom, and what comes of it. Plain functions: no database, no time but the one given.
final class SlipLife {

    static final int EVERY_DAYS_MAX = 366;

    private SlipLife() {}

    /// Why this act is not for this person now, whatever it would say.
    static Optional<SlipRefusal> whyNot(Slip slip, SlipAct.Kind act, Circumstances now) {
        if (!allowedIn(act).contains(slip.state())) {
            return refuse(new SlipRefusal.NotThisState(act, slip.state()));
        }
        if (seat(slip, act, now) == null) {
            return refuse(act == SlipAct.Kind.SIGN && slip.kind().signedByTheHead() ? new SlipRefusal.HeadSigns(slip.from())
                    : new SlipRefusal.NotYourPost(act, unitOf(slip, act)));
        }
        return switch (act) {
            case SIGN -> signing(slip, now);
            case SEND -> sending(slip, now);
            case UPGRADE -> upgrading(slip, now);
            case LET_LAPSE -> slip.overdueOn(now.today()) ? followedAlready(now) : refuse(new SlipRefusal.NotOverdue(slip.answerBy()));
            case CHANGE, RECEIVE, ANSWER, ACCEPT, RETURN, WITHDRAW -> Optional.empty();
        };
    }

    /// The post the act is done in; nothing where this person has none for it.
    static @Nullable Seat seat(Slip slip, SlipAct.Kind act, Circumstances now) {
        return Circumstances.seat(now.who(), unitOf(slip, act), rightFor(slip, act));
    }

    private static OrganisationId unitOf(Slip slip, SlipAct.Kind act) {
        return act == SlipAct.Kind.RECEIVE || act == SlipAct.Kind.ANSWER ? slip.to() : slip.from();
    }

    private static Right rightFor(Slip slip, SlipAct.Kind act) {
        return switch (act) {
            case CHANGE, SEND, ACCEPT, RETURN, UPGRADE, LET_LAPSE, WITHDRAW -> Right.DRAFT_SLIPS;
            case SIGN -> slip.kind().signedByTheHead() ? Right.SIGN_TALKS : Right.SIGN_SLIPS;
            case RECEIVE, ANSWER -> Right.ANSWER_SLIPS;
        };
    }

    private static Set<SlipState> allowedIn(SlipAct.Kind act) {
        return switch (act) {
            case CHANGE, SIGN -> Set.of(SlipState.DRAFTED);
            case SEND -> Set.of(SlipState.SIGNED);
            case RECEIVE -> Set.of(SlipState.SENT);
            case ANSWER, UPGRADE, LET_LAPSE -> Set.of(SlipState.SENT, SlipState.RECEIVED, SlipState.RETURNED);
            case ACCEPT, RETURN -> Set.of(SlipState.ANSWERED);
            case WITHDRAW -> Set.of(SlipState.DRAFTED, SlipState.SIGNED, SlipState.SENT, SlipState.RECEIVED, SlipState.ANSWERED, SlipState.RETURNED);
        };
    }

    /// The same for the signature a rule gives in somebody's name, whoever drafted it.
    static Optional<SlipRefusal> whyNotByRule(Slip slip, Circumstances now) {
        if (!allowedIn(SlipAct.Kind.SIGN).contains(slip.state())) {
            return refuse(new SlipRefusal.NotThisState(SlipAct.Kind.SIGN, slip.state()));
        }
        if (seat(slip, SlipAct.Kind.SIGN, now) == null) {
            return refuse(new SlipRefusal.NotYourPost(SlipAct.Kind.SIGN, slip.from()));
        }
        return numbered(slip, now);
    }

    private static Optional<SlipRefusal> signing(Slip slip, Circumstances now) {
        if (slip.draftedBy().equals(now.who().person())) {
            return refuse(new SlipRefusal.DraftedByYou());
        }
        return numbered(slip, now);
    }

    /// A number is not spent on what nobody could answer in time.
    private static Optional<SlipRefusal> numbered(Slip slip, Circumstances now) {
        if (now.today().isAfter(slip.answerBy())) {
            return refuse(new SlipRefusal.AnswerDayPast(slip.answerBy()));
        }
        return now.hasCodeWord() ? Optional.empty() : refuse(new SlipRefusal.NoCodeWord(slip.from()));
    }

    /// What it follows must still be waited for: an answer that came in between is judged, not gone over.
    private static Optional<SlipRefusal> sending(Slip slip, Circumstances now) {
        if (now.today().isAfter(slip.answerBy())) {
            return refuse(new SlipRefusal.AnswerDayPast(slip.answerBy()));
        }
        var followed = now.followed();
        if (followed != null && !followed.state().waits()) {
            return refuse(new SlipRefusal.NothingToFollow(followed.id(), followed.name()));
        }
        return Optional.ofNullable(now.to().refusal());
    }

    private static Optional<SlipRefusal> upgrading(Slip slip, Circumstances now) {
        return slip.overdueOn(now.today()) || slip.state() == SlipState.RETURNED ? followedAlready(now)
                : refuse(new SlipRefusal.NotOverdue(slip.answerBy()));
    }

    private static Optional<SlipRefusal> followedAlready(Circumstances now) {
        return Optional.ofNullable(now.next()).map(it -> new SlipRefusal.FollowedAlready(it.id(), it.name()));
    }

    /// What is wrong with what the act says.
    static Optional<SlipRefusal> faultIn(Slip slip, SlipAct act, Circumstances now) {
        return switch (act) {
            case SlipAct.Change(var content, _) -> faultIn(content, now.today());
            case SlipAct.Sign(var send, var despite) -> send
                    ? sending(slip, now).or(() -> optional("despite", despite, SlipWording.DESPITE_MAX)) : Optional.empty();
            case SlipAct.Send(var despite) -> optional("despite", despite, SlipWording.DESPITE_MAX);
            case SlipAct.Receive _ -> Optional.empty();
            case SlipAct.Answer(var report) -> SlipWording.faultIn(report);
            case SlipAct.Accept(var words, var next) -> optional("words", words, SlipWording.TEXT_MAX)
                    .or(() -> next == null ? lastWord(slip) : notBefore("next", next, now.today()));
            case SlipAct.Return(var reasons, var day) -> required("reasons", reasons, SlipWording.TEXT_MAX)
                    .or(() -> day("answerBy", day, now.today()));
            case SlipAct.LetLapse(var reason) -> required("reason", reason, SlipWording.TEXT_MAX);
            case SlipAct.Withdraw(var reason) -> required("reason", reason, SlipWording.TEXT_MAX);
        };
    }

    /// A slip that is reported on several times ends with a final feedback.
    private static Optional<SlipRefusal> lastWord(Slip slip) {
        boolean last = slip.awaiting().map(it -> it.report().what() == Feedback.For.FINAL).orElse(true);
        return last ? Optional.empty() : refuse(new SlipRefusal.NextDayMissing("next"));
    }

    /// What is wrong with a new slip, apart from what is open already.
    static Optional<SlipRefusal> faultIn(SlipDraft draft, Ladder ladder, Circumstances now) {
        if (Circumstances.seat(now.who(), draft.from(), Right.DRAFT_SLIPS) == null) {
            return refuse(new SlipRefusal.NotYourOffice("from"));
        }
        if (draft.from().equals(draft.to())) {
            return refuse(new SlipRefusal.ToItself("to"));
        }
        return Optional.ofNullable(now.to().refusal())
                .or(() -> faultIn(draft.content(), now.today()))
                .or(() -> optional("higherBecause", draft.higherBecause(), SlipWording.TEXT_MAX))
                .or(() -> rung(draft, ladder, now.followed()));
    }

    /// One begins on the first rung and takes one after the other; who does not says why.
    private static Optional<SlipRefusal> rung(SlipDraft draft, Ladder ladder, @Nullable Slip followed) {
        int place = ladder.place(draft.kind());
        int from = followed == null ? -1 : ladder.place(followed.kind());
        if (followed != null && place <= from) {
            return refuse(new SlipRefusal.NotHigher("kind", draft.kind(), followed.kind()));
        }
        boolean told = draft.higherBecause() != null && Visible.says(draft.higherBecause());
        return place > from + 1 && !told
                ? refuse(new SlipRefusal.BeginsHigher("higherBecause", draft.kind(), ladder.rungs().get(from + 1).kind()))
                : Optional.empty();
    }

    private static Optional<SlipRefusal> faultIn(SlipContent content, LocalDate today) {
        return SlipWording.faultIn(content)
                .or(() -> content.everyDays() != null && (content.everyDays() < 1 || content.everyDays() > EVERY_DAYS_MAX)
                        ? refuse(new SlipRefusal.OutOfRange("everyDays", 1, EVERY_DAYS_MAX)) : Optional.empty())
                .or(() -> day("answerBy", content.answerBy(), today));
    }

    private static Optional<SlipRefusal> day(String field, @Nullable LocalDate day, LocalDate today) {
        return day == null ? refuse(new SlipRefusal.Missing(field)) : notBefore(field, day, today);
    }

    private static Optional<SlipRefusal> notBefore(String field, LocalDate day, LocalDate today) {
        return day.isBefore(today) ? refuse(new SlipRefusal.NotBefore(field, today)) : Optional.empty();
    }

    /// What becomes of the slip.
    /// @param number the one it gets with its signature
    static List<SlipEvent> events(Slip slip, SlipAct act, @Nullable SlipNumber number) {
        return switch (act) {
            case SlipAct.Change(var content, _) -> List.of(new SlipEvent.Changed(content));
            case SlipAct.Sign(var send, var despite) -> signed(java.util.Objects.requireNonNull(number), send, despite);
            case SlipAct.Send(var despite) -> List.of(new SlipEvent.Sent(despite));
            case SlipAct.Receive _ -> List.of(new SlipEvent.Received());
            case SlipAct.Answer(var report) -> slip.state() == SlipState.SENT
                    ? List.of(new SlipEvent.Received(), new SlipEvent.Answered(report)) : List.of(new SlipEvent.Answered(report));
            case SlipAct.Accept(var words, var next) -> List.of(new SlipEvent.Accepted(words, next));
            case SlipAct.Return(var reasons, var day) -> List.of(new SlipEvent.Returned(reasons, day));
            case SlipAct.LetLapse(var reason) -> List.of(new SlipEvent.Lapsed(reason));
            case SlipAct.Withdraw(var reason) -> List.of(new SlipEvent.Withdrawn(reason));
        };
    }

    private static List<SlipEvent> signed(SlipNumber number, boolean send, @Nullable String despite) {
        var events = new ArrayList<SlipEvent>();
        events.add(new SlipEvent.Signed(number));
        if (send) {
            events.add(new SlipEvent.Sent(despite));
        }
        return events;
    }

    private static Optional<SlipRefusal> refuse(SlipRefusal why) {
        return Optional.of(why);
    }
}
