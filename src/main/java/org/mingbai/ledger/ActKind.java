package org.mingbai.ledger;

import static org.mingbai.ledger.StageName.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The acts by name: at which stages each is possible, who does it, and which part that makes him in the round.
/// This is the lifecycle in one table; what an act asks beyond it stands with the act.
public enum ActKind {
    VERIFY(Who.VERIFIER, null, RAISED),
    PUT_ON_LIST(Who.COORDINATOR, null, RAISED),
    DECLINE(Who.COORDINATOR, null, RAISED, LISTED),
    ANSWER_AT_ONCE(Who.COORDINATOR, null, RAISED),
    REDIRECT(Who.COORDINATOR, null, RAISED, LISTED),
    MERGE(Who.COORDINATOR, null, RAISED, LISTED, ASSIGNED, SIGNED, IN_PROGRESS),
    UNMERGE(Who.COORDINATOR, null, MERGED),
    ASSIGN(Who.ASSIGNER, null, LISTED),
    REASSIGN(Who.COORDINATOR, null, ASSIGNED, SIGNED, IN_PROGRESS, ESCALATED),
    CALL_CO_HANDLERS(Who.COORDINATOR_OR_LEAD, null, ASSIGNED, SIGNED, IN_PROGRESS),
    REPORT_AS_CO_HANDLER(Who.CO_HANDLER, Part.EXECUTOR, ASSIGNED, SIGNED, IN_PROGRESS),
    SIGN(Who.LEAD, Part.EXECUTOR, ASSIGNED),
    CONTACT(Who.AT_WORK, null, EnumSet.range(RAISED, PARKED)),
    TELL(Who.COORDINATOR_OR_LEAD, null, EnumSet.range(RAISED, PARKED)),
    REQUEST_RETURN(Who.LEAD, Part.EXECUTOR, ASSIGNED, SIGNED),
    DECIDE_RETURN(Who.COORDINATOR, null, RETURN_REQUESTED),
    ESCALATE(Who.LEAD, Part.EXECUTOR, SIGNED, IN_PROGRESS),
    ANSWER_ESCALATION(Who.ABOVE, null, ESCALATED),
    PLAN(Who.LEAD, Part.EXECUTOR, SIGNED, IN_PROGRESS),
    DROP_MEASURE(Who.LEAD, Part.EXECUTOR, SIGNED, IN_PROGRESS),
    REPORT_PROGRESS(Who.LEAD, Part.EXECUTOR, SIGNED, IN_PROGRESS, ESCALATED, PARKED),
    ATTACH_EVIDENCE(Who.LEAD_OR_CO_HANDLER, Part.EXECUTOR, SIGNED, IN_PROGRESS),
    REQUEST_EXTENSION(Who.LEAD, Part.EXECUTOR, SIGNED, IN_PROGRESS),
    DECIDE_EXTENSION(Who.APPROVER, Part.APPROVER, SIGNED, IN_PROGRESS),
    PARK(Who.APPROVER, Part.APPROVER, SIGNED, IN_PROGRESS),
    RESUME(Who.COORDINATOR, null, PARKED),
    PROMISE_INTERIM(Who.LEAD, Part.EXECUTOR, SIGNED, IN_PROGRESS),
    CLAIM_CLOSURE(Who.LEAD, Part.EXECUTOR, SIGNED, IN_PROGRESS),
    PASS_REVIEW(Who.REVIEWER, Part.CHECKER, CLAIMED, IN_REVIEW),
    SEND_BACK(Who.REVIEWER, Part.CHECKER, CLAIMED, IN_REVIEW, AWAITING_CLOSURE),
    RAISE_OBJECTION(Who.ANYBODY, null, ON_NOTICE),
    DECIDE_OBJECTION(Who.COORDINATOR, Part.APPROVER, ON_NOTICE),
    END_NOTICE(Who.COORDINATOR, null, ON_NOTICE),
    RECORD_VERDICT(Who.VERDICT_TAKER, Part.VERDICT_TAKER, AWAITING_VERDICT, AWAITING_CLOSURE),
    CLOSE(Who.APPROVER, Part.APPROVER, AWAITING_CLOSURE),
    SCHEDULE_LOOK_BACK(Who.COORDINATOR, null, CLOSED, HELD),
    LOOK_BACK(Who.VERDICT_TAKER, Part.VERDICT_TAKER, LOOK_BACK_DUE),
    REOPEN(Who.COORDINATOR, null, CLOSED, HELD, LOOK_BACK_DUE, RELAPSED, REFUTED, REVIEW_UPHELD, DECLINED, REDIRECTED, WITHDRAWN),
    ASK_REVIEW(Who.COORDINATOR, null, CLOSED, HELD, LOOK_BACK_DUE),
    ANSWER_REVIEW(Who.COORDINATOR, null, UNDER_REVIEW),
    WITHDRAW(Who.RAISER_OR_APPROVER, null, EnumSet.range(RAISED, PARKED)),
    CORRECT(Who.COORDINATOR, null, EnumSet.complementOf(EnumSet.of(MERGED))),
    NOTE(Who.ANYBODY, null, EnumSet.allOf(StageName.class)),
    NAME_CONCERNED(Who.COORDINATOR, null, EnumSet.range(RAISED, PARKED)),
    ASK_DISCLOSURE(Who.COORDINATOR, null, EnumSet.range(RAISED, PARKED)),
    DECIDE_DISCLOSURE(Who.APPROVER, null, EnumSet.range(RAISED, PARKED));

    /// Whose post an act belongs to.
    enum Who {
        VERIFIER, COORDINATOR, LEAD, CO_HANDLER, LEAD_OR_CO_HANDLER, COORDINATOR_OR_LEAD, AT_WORK, REVIEWER, APPROVER, VERDICT_TAKER,
        RAISER_OR_APPROVER, ASSIGNER, ABOVE, ANYBODY
    }

    private final Who who;
    private final @Nullable Part part;
    private final Set<StageName> stages;

    ActKind(Who who, @Nullable Part part, StageName first, StageName... more) {
        this(who, part, EnumSet.of(first, more));
    }

    ActKind(Who who, @Nullable Part part, Set<StageName> stages) {
        this.who = who;
        this.part = part;
        this.stages = stages;
    }

    Who who() {
        return who;
    }

    /// The signer who sends back before signing stays the signer.
    @Nullable Part partIn(StageName stage) {
        return this == SEND_BACK && stage == AWAITING_CLOSURE ? Part.APPROVER : part;
    }

    /// Acts of an office that let the work end or go elsewhere: not for one who does that work, whatever post he holds besides.
    boolean decidesOnTheWork() {
        return switch (this) {
            case DECLINE, ANSWER_AT_ONCE, REDIRECT, MERGE, REASSIGN, DECIDE_RETURN, ANSWER_ESCALATION, WITHDRAW -> true;
            default -> false;
        };
    }

    public boolean possibleIn(StageName stage) {
        return stages.contains(stage);
    }

    public static ActKind of(Act act) {
        return switch (act) {
            case Act.Verify _ -> VERIFY;
            case Act.PutOnList _ -> PUT_ON_LIST;
            case Act.Decline _ -> DECLINE;
            case Act.AnswerAtOnce _ -> ANSWER_AT_ONCE;
            case Act.Redirect _ -> REDIRECT;
            case Act.Merge _ -> MERGE;
            case Act.Unmerge _ -> UNMERGE;
            case Act.Assign _ -> ASSIGN;
            case Act.Reassign _ -> REASSIGN;
            case Act.CallCoHandlers _ -> CALL_CO_HANDLERS;
            case Act.ReportAsCoHandler _ -> REPORT_AS_CO_HANDLER;
            case Act.Sign _ -> SIGN;
            case Act.Contact _ -> CONTACT;
            case Act.Tell _ -> TELL;
            case Act.RequestReturn _ -> REQUEST_RETURN;
            case Act.DecideReturn _ -> DECIDE_RETURN;
            case Act.Escalate _ -> ESCALATE;
            case Act.AnswerEscalation _ -> ANSWER_ESCALATION;
            case Act.Plan _ -> PLAN;
            case Act.DropMeasure _ -> DROP_MEASURE;
            case Act.ReportProgress _ -> REPORT_PROGRESS;
            case Act.AttachEvidence _ -> ATTACH_EVIDENCE;
            case Act.RequestExtension _ -> REQUEST_EXTENSION;
            case Act.DecideExtension _ -> DECIDE_EXTENSION;
            case Act.Park _ -> PARK;
            case Act.Resume _ -> RESUME;
            case Act.PromiseInterim _ -> PROMISE_INTERIM;
            case Act.ClaimClosure _ -> CLAIM_CLOSURE;
            case Act.PassReview _ -> PASS_REVIEW;
            case Act.SendBack _ -> SEND_BACK;
            case Act.RaiseObjection _ -> RAISE_OBJECTION;
            case Act.DecideObjection _ -> DECIDE_OBJECTION;
            case Act.EndNotice _ -> END_NOTICE;
            case Act.RecordVerdict _ -> RECORD_VERDICT;
            case Act.Close _ -> CLOSE;
            case Act.ScheduleLookBack _ -> SCHEDULE_LOOK_BACK;
            case Act.LookBack _ -> LOOK_BACK;
            case Act.Reopen _ -> REOPEN;
            case Act.AskReview _ -> ASK_REVIEW;
            case Act.AnswerReview _ -> ANSWER_REVIEW;
            case Act.Withdraw _ -> WITHDRAW;
            case Act.Correct _ -> CORRECT;
            case Act.Note _ -> NOTE;
            case Act.NameConcerned _ -> NAME_CONCERNED;
            case Act.AskDisclosure _ -> ASK_DISCLOSURE;
            case Act.DecideDisclosure _ -> DECIDE_DISCLOSURE;
        };
    }
}
