package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.List;
import org.mingbai.directory.OrganisationId;

/// Why an act is not done: an answer its doer can act on. One message each, `ledger.refusal.<Name>` in the words of the ledger.
public sealed interface Refusal {

    /// The field of the form it concerns; empty when it concerns the act as a whole.
    default String field() {
        return "";
    }

    /// A fault in what was typed, told at its field.
    sealed interface AtField extends Refusal {}

    record Missing(String field) implements AtField {}

    record TooLong(String field, int charactersMax) implements AtField {}

    /// Control characters, or marks that turn the direction of the text that follows.
    record HiddenCharacters(String field) implements AtField {}

    record OutOfRange(String field, int min, int max) implements AtField {}

    record NotInFuture(String field, LocalDate date) implements AtField {}

    record NotBefore(String field, LocalDate earliest) implements AtField {}

    /// A slip of the pen, or as good as no date.
    record TooFar(String field, LocalDate latest) implements AtField {}

    record TooManyItems(String field, int itemsMax) implements AtField {}

    /// The work would end after the time it has. More time is asked for, not planned.
    /// @param row which of the measures, counted from 1
    record MeasureAfterDeadline(String field, int row, LocalDate due) implements AtField {}

    record NoSuchUnit(String field, OrganisationId unit) implements AtField {}

    record NoSuchMeasure(String field, int no) implements AtField {}

    record NoSuchEntry(String field, int seq) implements AtField {}

    /// A file that this person never brought.
    record NoSuchFile(String field) implements AtField {}

    record NotAnEnding(String field, Outcome outcome) implements AtField {}

    record NotAClaim(String field, Outcome outcome) implements AtField {}

    record NotThisStage(ActKind act, StageName stage) implements Refusal {}

    /// Another post does this; `SIGN` is done by the lead unit's handler, and so on.
    record NotYourPost(ActKind act) implements Refusal {}

    /// I2: nobody is two of executor, checker, approver and verdict-taker in one round.
    record AlreadyAnother(Part was, Part wouldBe) implements Refusal {}

    record CheckedAnotherStep(int step) implements Refusal {}

    record VerificationMissing(int passed, int needed) implements Refusal {}

    record AllVerified() implements Refusal {}

    /// An earlier round was worked on and claimed, so it cannot be called none of ours.
    record AnsweredBefore() implements Refusal {}

    /// I2: the verdict would be taken by the handler's own unit or one below it.
    record NobodyOutsideToJudge(OrganisationId lead) implements Refusal {}

    record ReturnWasRefused() implements Refusal {}

    /// The unit above refused on this ground in this round.
    record EscalationRefused(EscalationGround ground) implements Refusal {}

    /// The register does not know review and re-examination.
    record NoReviewHere() implements Refusal {}

    /// I2: whoever had a hand in the ending, or gave the opinion below, does not give this one.
    record GaveFirstOpinion() implements Refusal {}

    /// After the re-examination the same facts and reasons are not taken up again: 信访工作条例 Art. 36(3).
    record ReexaminedAlready() implements Refusal {}

    /// The time a rule gives for it is over.
    /// @param on the last day on which it could be done
    record WindowClosed(ActKind act, LocalDate on, String title, String article) implements Refusal {}

    record NoMeasures() implements Refusal {}

    record MeasuresWithoutEvidence(List<Integer> measures) implements Refusal {}

    record MeasureDroppedBefore(int no) implements Refusal {}

    record LastMeasure(int no) implements Refusal {}

    record ExtensionPending() implements Refusal {}

    record NoExtensionAsked() implements Refusal {}

    record NothingToExtend() implements Refusal {}

    record AlreadyLate(LocalDate due) implements Refusal {}

    record NoticeRunsUntil(LocalDate until) implements Refusal {}

    record ObjectionsUndecided(int count) implements Refusal {}

    record NoObjection() implements Refusal {}

    record VerdictIncomplete(String field) implements AtField {}

    record VerdictWithoutContact(String field) implements AtField {}

    /// Several raised it: each is asked at the call-back desk, and nobody answers for the others.
    record HeardOneByOne(int voices) implements Refusal {}

    record OutcomeAgainstVerdict(Outcome outcome) implements Refusal {}

    /// Nobody reached those who raised it, and the register does not take their silence for consent.
    /// Answered at once although it complains of a unit.
    record ComplainsOfSomebody() implements Refusal {}

    record NobodyConfirmed(Outcome outcome) implements Refusal {}

    record OutcomeAboveClaim(Outcome outcome, Outcome claimed) implements Refusal {}

    record OutcomeNotInRegister(Outcome outcome) implements Refusal {}

    record LookBackTooEarly(LocalDate due) implements Refusal {}

    record MergeIntoItself() implements Refusal {}

    record MergeIntoAnotherRegister() implements Refusal {}

    record MergeIntoClosed(StageName stage) implements Refusal {}

    record JoinedByOthers(int count) implements Refusal {}

    /// Whoever wrote it down for the office cannot also take it back for whom he wrote.
    record WrittenDownByYou() implements Refusal {}

    record NothingChanges(String field) implements AtField {}

    /// I4: the matter complains of that unit or of one above it.
    record KeptFrom(String field, OrganisationId unit) implements AtField {}

    /// I4: one that belongs to a unit does not write down what complains of it.
    record OwnUnitConcerned(String field, OrganisationId unit) implements AtField {}

    /// It works on the matter; first another has to.
    record ConcernedIsAtWork(String field, OrganisationId unit) implements AtField {}

    /// The office and all above it are meant: a higher body has to take it, outside this account.
    record NobodyLeftToHandle(String field) implements AtField {}

    record NotKeptFrom(String field, OrganisationId unit) implements AtField {}

    record DisclosurePending() implements Refusal {}

    record NoDisclosureAsked() implements Refusal {}

    /// It takes two: who asks does not decide.
    record AskedByYou() implements Refusal {}

    /// What is kept from some is not joined to what they see.
    record MergeAcrossConcern() implements Refusal {}

    record NotRaisedHere() implements Refusal {}

    /// It has been worked on here since it was taken over, so its journal counts and no longer the old ledger.
    record LivesHere() implements Refusal {}

    record UnknownRegister(String register) implements Refusal {}

    record NoSuchMatter(MatterId matter) implements Refusal {}

    /// Somebody else was quicker: the page that was sent showed an earlier state.
    record ChangedMeanwhile(int expected, int now) implements Refusal {}

    /// I8: the same key came before with other content.
    record KeyUsedBefore() implements Refusal {}

    /// Named in the words of the ledger: `ledger.refusal.NotThisStage`.
    default String key() {
        return "ledger.refusal." + getClass().getSimpleName();
    }
}
