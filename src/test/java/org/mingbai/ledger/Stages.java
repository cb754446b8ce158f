package org.mingbai.ledger;

import static org.mingbai.ledger.Cast.CALLER;
import static org.mingbai.ledger.Cast.CLERK;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.SECOND_CHECKER;
import static org.mingbai.ledger.Cast.SIGNER;
import static org.mingbai.ledger.Cast.WATER;
import static org.mingbai.ledger.Cast.WATERMAN;

/// Brings a matter to a stage, by public verbs alone.
final class Stages {

    static final MatterId OTHER = new MatterId(2);

    private Stages() {}

    static Story at(StageName stage, Policy policy) {
        var story = Story.aMatter(policy);
        return switch (stage) {
            case RAISED -> story;
            case LISTED -> story.listed();
            case ASSIGNED -> story.assigned();
            case RETURN_REQUESTED -> story.signed().does(ROADMAN, new Act.RequestReturn("Not our pipe", "Duties of 2024, 3.2"));
            case SIGNED -> story.signed();
            case IN_PROGRESS -> story.inProgress();
            case ESCALATED -> story.inProgress().does(ROADMAN, new Act.Escalate(EscalationGround.SEVERAL_UNITS, "Pole and cable", "Bring both to a table"));
            case PARKED -> story.inProgress()
                    .does(SIGNER, new Act.Park("Needs a new line", "Budget of next year", "Leader Li", story.today().plusDays(90)));
            case CLAIMED -> story.claimed();
            case IN_REVIEW -> story.claimed().does(policy == Policies.FULL ? Cast.FIRST_CHECKER : SECOND_CHECKER, new Act.PassReview(null));
            case ON_NOTICE -> story.checked();
            case AWAITING_VERDICT -> story.noticed();
            case AWAITING_CLOSURE -> story.unsigned();
            case REFUTED -> story.noticed().judged(Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED);
            case CLOSED -> explained(story).does(SIGNER, new Act.Close(Outcome.EXPLAINED, "No line there.", "Told why by letter."));
            case LOOK_BACK_DUE -> story.closed();
            case HELD -> story.lookedBack(true);
            case RELAPSED -> story.lookedBack(false);
            case UNDER_REVIEW -> at(StageName.CLOSED, policy).does(CLERK, new Act.AskReview("There is a line"));
            case REVIEW_UPHELD -> at(StageName.UNDER_REVIEW, policy).does(CLERK, new Act.AnswerReview(true, "The city", "There is a line"));
            case DECLINED -> story.listed().does(CLERK, new Act.Decline("Not a public lamp", "Ask the owners' committee"));
            case REDIRECTED -> story.listed().does(CLERK, new Act.Redirect(Redirection.LEGAL_ROUTE, "Before the court", "County court"));
            case MERGED -> story.inProgress().does(CLERK, new Act.Merge(OTHER, "The same lamp"));
            case WITHDRAWN -> story.inProgress().does(Cast.VILLAGER, new Act.Withdraw("Repaired it myself"));
        };
    }

    private static Story explained(Story story) {
        return story.claimed(Outcome.EXPLAINED).checks().notices().judged(Verdict.Solved.NOT, Verdict.Satisfied.FAIRLY_SATISFIED);
    }

    /// A plan handed on to another unit which has signed: it stands at SIGNED and can be claimed.
    static Story handedOn(Policy policy) {
        var story = Story.aMatter(policy).proven();
        return story.does(CLERK, new Act.Reassign(story.to(WATER), "Water has the poles")).does(WATERMAN, new Act.Sign());
    }

    /// Who does this act by right, wherever the matter stands at roads.
    static Cast.Person right(ActKind kind, Matter matter) {
        return switch (kind) {
            case VERIFY -> Cast.LINE_LEADER;
            case CONTACT, TELL, PUT_ON_LIST, DECLINE, ANSWER_AT_ONCE, REDIRECT, MERGE, UNMERGE,
                    ASSIGN, REASSIGN, CALL_CO_HANDLERS, DECIDE_RETURN, RESUME, DECIDE_OBJECTION,
                    END_NOTICE, SCHEDULE_LOOK_BACK, REOPEN, ASK_REVIEW, ANSWER_REVIEW, CORRECT, NAME_CONCERNED, ASK_DISCLOSURE -> CLERK;
            case SIGN, REQUEST_RETURN, ESCALATE, PLAN, DROP_MEASURE, REPORT_PROGRESS, ATTACH_EVIDENCE, REQUEST_EXTENSION, PROMISE_INTERIM,
                    CLAIM_CLOSURE -> WATER.equals(matter.lead()) ? WATERMAN : ROADMAN;
            case REPORT_AS_CO_HANDLER -> WATERMAN;
            case DECIDE_EXTENSION, PARK, CLOSE, DECIDE_DISCLOSURE -> SIGNER;
            case ANSWER_ESCALATION -> Cast.somebodyAt(Cast.COUNTY, org.mingbai.directory.Role.LEADER);
            case PASS_REVIEW, SEND_BACK -> switch (matter.stage()) {
                case Stage.InReview _ -> SECOND_CHECKER;
                case Stage.AwaitingClosure _ -> SIGNER;
                default -> Cast.FIRST_CHECKER;
            };
            case RAISE_OBJECTION, WITHDRAW, NOTE -> Cast.VILLAGER;
            case RECORD_VERDICT, LOOK_BACK -> CALLER;
        };
    }
}
