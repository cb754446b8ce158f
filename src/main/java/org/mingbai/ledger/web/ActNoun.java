package org.mingbai.ledger.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingbai.ledger.ActKind;

/// What an act brings into being, as the addresses name it: `POST /matters/17/closure-claim`.
final class ActNoun {

    private static final Map<ActKind, String> NOUNS = Arrays.stream(ActKind.values())
            .collect(Collectors.toMap(Function.identity(), ActNoun::named, (one, _) -> one, () -> new EnumMap<>(ActKind.class)));
    private static final Map<String, ActKind> KINDS = NOUNS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private ActNoun() {}

    static String of(ActKind kind) {
        return NOUNS.get(kind);
    }

    static Optional<ActKind> kindOf(String noun) {
        return Optional.ofNullable(KINDS.get(noun));
    }

    private static String named(ActKind kind) {
        return switch (kind) {
            case VERIFY -> "verification";
            case PUT_ON_LIST -> "listing";
            case DECLINE -> "declining";
            case ANSWER_AT_ONCE -> "answer-at-once";
            case REDIRECT -> "redirection";
            case MERGE -> "merger";
            case UNMERGE -> "parting";
            case ASSIGN -> "assignment";
            case REASSIGN -> "reassignment";
            case CALL_CO_HANDLERS -> "co-handlers";
            case REPORT_AS_CO_HANDLER -> "co-report";
            case SIGN -> "receipt";
            case CONTACT -> "contact";
            case TELL -> "telling";
            case REQUEST_RETURN -> "return-request";
            case DECIDE_RETURN -> "return-decision";
            case ESCALATE -> "escalation";
            case ANSWER_ESCALATION -> "escalation-answer";
            case PLAN -> "plan";
            case DROP_MEASURE -> "dropped-measure";
            case REPORT_PROGRESS -> "progress";
            case ATTACH_EVIDENCE -> "evidence";
            case REQUEST_EXTENSION -> "extension-request";
            case DECIDE_EXTENSION -> "extension-decision";
            case PARK -> "parking";
            case RESUME -> "resumption";
            case PROMISE_INTERIM -> "interim-answer";
            case CLAIM_CLOSURE -> "closure-claim";
            case PASS_REVIEW -> "review";
            case SEND_BACK -> "sending-back";
            case RAISE_OBJECTION -> "objection";
            case DECIDE_OBJECTION -> "objection-decision";
            case END_NOTICE -> "notice-end";
            case RECORD_VERDICT -> "verdict";
            case CLOSE -> "closure";
            case SCHEDULE_LOOK_BACK -> "look-back-date";
            case LOOK_BACK -> "look-back";
            case REOPEN -> "round";
            case ASK_REVIEW -> "review-request";
            case ANSWER_REVIEW -> "review-opinion";
            case WITHDRAW -> "withdrawal";
            case CORRECT -> "correction";
            case NOTE -> "note";
            case NAME_CONCERNED -> "concern";
            case ASK_DISCLOSURE -> "disclosure-request";
            case DECIDE_DISCLOSURE -> "disclosure-decision";
        };
    }
}
