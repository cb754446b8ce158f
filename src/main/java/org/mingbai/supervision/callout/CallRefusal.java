package org.mingbai.supervision.callout;

import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Refusal;

/// Why something about a call-out cannot be. One message key each: `supervision.callout.refusal.<name>`.
public sealed interface CallRefusal {

    record Missing(String field) implements CallRefusal {}

    record TooLong(String field, int charactersMax) implements CallRefusal {}

    /// Text that shows other than it is, or that nothing can keep.
    record HiddenCharacters(String field) implements CallRefusal {}

    /// Between a few minutes and some days.
    record LimitOutOfRange(String field, int minutesMax) implements CallRefusal {}

    record NoSuchUnit(String field) implements CallRefusal {}

    record CallsItself(String field) implements CallRefusal {}

    /// I4: the matter complains of that unit or of one above it.
    record KeptFrom(String field) implements CallRefusal {}

    record NoSuchKind(String field) implements CallRefusal {}

    record GradeOutOfRange(String field) implements CallRefusal {}

    record NoSuchMatter() implements CallRefusal {}

    record NoSuchCall() implements CallRefusal {}

    /// The lead unit or the office calls; the called unit arrives; each rates the other.
    record NotYours() implements CallRefusal {}

    record ArrivedAlready(OrganisationId unit) implements CallRefusal {}

    record EndedAlready() implements CallRefusal {}

    /// Both sides say how it went when it is over.
    record NotEndedYet() implements CallRefusal {}

    record RatedAlready() implements CallRefusal {}

    /// The same key came before with another call.
    record KeyUsedBefore() implements CallRefusal {}

    record ChangedMeanwhile() implements CallRefusal {}

    /// The ledger itself says no.
    record OfLedger(Refusal why) implements CallRefusal {}

    /// Where in a form it belongs; empty for the form as a whole.
    default String at() {
        return switch (this) {
            case Missing(var field) -> field;
            case TooLong(var field, _) -> field;
            case HiddenCharacters(var field) -> field;
            case LimitOutOfRange(var field, _) -> field;
            case NoSuchUnit(var field) -> field;
            case CallsItself(var field) -> field;
            case KeptFrom(var field) -> field;
            case NoSuchKind(var field) -> field;
            case GradeOutOfRange(var field) -> field;
            case NoSuchMatter _, NoSuchCall _, NotYours _, ArrivedAlready _, EndedAlready _, NotEndedYet _, RatedAlready _,
                    KeyUsedBefore _, ChangedMeanwhile _, OfLedger _ -> "";
        };
    }
}
