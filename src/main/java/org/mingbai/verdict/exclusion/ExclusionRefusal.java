package org.mingbai.verdict.exclusion;

/// Why something about an exclusion cannot be. One message key each: `verdict.exclusion.refusal.<name>`.
public sealed interface ExclusionRefusal {

    /// None, or none this person may know of.
    record NoSuchVerdict() implements ExclusionRefusal {}

    record NoSuchExclusion() implements ExclusionRefusal {}

    /// Only the unit whose work was judged asks.
    record NotYourUnit() implements ExclusionRefusal {}

    /// Nobody was asked yet, so there is nothing to exclude.
    record NotJudgedYet() implements ExclusionRefusal {}

    record AskedAlready() implements ExclusionRefusal {}

    record Missing(String field) implements ExclusionRefusal {}

    record TooLong(String field, int charactersMax) implements ExclusionRefusal {}

    record HiddenCharacters(String field) implements ExclusionRefusal {}

    /// Evidence is an entry of the matter's own journal that can show something.
    record NoSuchEntry(String field) implements ExclusionRefusal {}

    /// A file that this person never brought.
    record NoSuchFile(String field) implements ExclusionRefusal {}

    record TooManyFiles(String field, int filesMax) implements ExclusionRefusal {}

    /// Who asks never decides, and no unit decides for itself or for one above it.
    record NotYoursToDecide() implements ExclusionRefusal {}

    record DecidedAlready() implements ExclusionRefusal {}

    /// The same form came before, filled in otherwise.
    record KeyUsedBefore() implements ExclusionRefusal {}

    record ChangedMeanwhile() implements ExclusionRefusal {}

    /// Where in a form it belongs; empty for the form as a whole.
    default String at() {
        return switch (this) {
            case Missing(var field) -> field;
            case TooLong(var field, _) -> field;
            case HiddenCharacters(var field) -> field;
            case NoSuchEntry(var field) -> field;
            case NoSuchFile(var field) -> field;
            case TooManyFiles(var field, _) -> field;
            case NoSuchVerdict _, NoSuchExclusion _, NotYourUnit _, NotJudgedYet _, AskedAlready _, NotYoursToDecide _, DecidedAlready _,
                    KeyUsedBefore _, ChangedMeanwhile _ -> "";
        };
    }
}
