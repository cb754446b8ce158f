package org.mingbai.verdict.callback;

import java.time.LocalDate;
import org.mingbai.ledger.Refusal;

/// Why a call-back cannot be written down. One message key each: `verdict.callback.refusal.<name>`.
public sealed interface CallBackRefusal {

    record NoSuchMatter() implements CallBackRefusal {}

    record Missing(String field) implements CallBackRefusal {}

    record TooLong(String field, int charactersMax) implements CallBackRefusal {}

    record HiddenCharacters(String field) implements CallBackRefusal {}

    record NoSuchLanguage(String field) implements CallBackRefusal {}

    /// Nobody is given up on before it was tried that often.
    record TriedTooLittle(String field, int triesLeast, int tries) implements CallBackRefusal {}

    /// Not one of those who raised it.
    record NoSuchVoice(String field) implements CallBackRefusal {}

    /// They were heard, or given up on, in this asking.
    record HeardAlready(String field) implements CallBackRefusal {}

    /// A link was sent to them, and nobody calls while they may still answer by it.
    record LinkUnderWay(String field, LocalDate until) implements CallBackRefusal {}

    /// The same form came before, filled in otherwise.
    record KeyUsedBefore() implements CallBackRefusal {}

    record ChangedMeanwhile() implements CallBackRefusal {}

    /// The draw left it out.
    record NotInTheSample() implements CallBackRefusal {}

    /// The ledger itself says no.
    record OfLedger(Refusal why) implements CallBackRefusal {}

    /// Where in a form it belongs; empty for the form as a whole.
    default String at() {
        return switch (this) {
            case Missing(var field) -> field;
            case TooLong(var field, _) -> field;
            case HiddenCharacters(var field) -> field;
            case NoSuchLanguage(var field) -> field;
            case TriedTooLittle(var field, _, _) -> field;
            case NoSuchVoice(var field) -> field;
            case HeardAlready(var field) -> field;
            case LinkUnderWay(var field, _) -> field;
            case NoSuchMatter _, KeyUsedBefore _, ChangedMeanwhile _, NotInTheSample _, OfLedger _ -> "";
        };
    }
}
