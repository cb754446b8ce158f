package org.mingbai.supervision.slip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// Why something is not done to a slip. One message each, `supervision.slip.refusal.<Name>`, its holes filled by the components in their order.
public sealed interface SlipRefusal {

    /// The field of the form it concerns; empty when it concerns the act as a whole.
    default String field() {
        return "";
    }

    default String key() {
        return "supervision.slip.refusal." + getClass().getSimpleName();
    }

    record Missing(String field) implements SlipRefusal {}

    record TooLong(String field, int charactersMax) implements SlipRefusal {}

    /// Control characters, or marks that turn the direction of the text that follows.
    record HiddenCharacters(String field) implements SlipRefusal {}

    /// A code word is made of letters, such as 明督: it stands before the year in every number.
    record NotACodeWord(String field) implements SlipRefusal {}

    record OutOfRange(String field, int least, int most) implements SlipRefusal {}

    record NotBefore(String field, LocalDate earliest) implements SlipRefusal {}

    record TooManyFiles(String field, int most) implements SlipRefusal {}

    /// A file counts for whoever brought it: to know its hash is not to have it.
    record NoSuchFile(String field) implements SlipRefusal {}

    record NoSuchUnit(String field) implements SlipRefusal {}

    /// @param successor who took over its work, where the directory says so
    record UnitAbolished(String field, OrganisationId unit, @Nullable OrganisationId successor) implements SlipRefusal {}

    /// Nobody would sign for it.
    /// @param superior the nearest unit above it where somebody would
    record NobodyAnswersThere(String field, OrganisationId unit, @Nullable OrganisationId superior) implements SlipRefusal {}

    record ToItself(String field) implements SlipRefusal {}

    record NoSuchMatter(String field) implements SlipRefusal {}

    /// I4: the matter complains of that unit or of one above it.
    record KeptFrom(String field, OrganisationId unit) implements SlipRefusal {}

    /// So much is asked of the unit in that week already that whoever adds to it says why.
    /// @param hours asked of it already
    /// @param more what this adds
    /// @param ceiling and its basis
    record OverCeiling(String field, String hours, String more, String ceiling, String basis) implements SlipRefusal {}

    record NoSuchSlip() implements SlipRefusal {}

    /// Never two open slips of a kind about one thing to one unit.
    /// @param open the one there is
    record AlreadyOpen(SlipKind kind, long open, String name) implements SlipRefusal {}

    record BeginsHigher(String field, SlipKind kind, SlipKind first) implements SlipRefusal {}

    record NotHigher(String field, SlipKind kind, SlipKind than) implements SlipRefusal {}

    record NotOverdue(LocalDate answerBy) implements SlipRefusal {}

    record FollowedAlready(long by, String name) implements SlipRefusal {}

    /// What it should follow was answered meanwhile, or is over.
    record NothingToFollow(long slip, String name) implements SlipRefusal {}

    /// What it is about has been kept from the unit since: nothing more is to be asked of it by this slip.
    record KeptFromSince(OrganisationId unit) implements SlipRefusal {}

    record NotThisState(SlipAct.Kind act, SlipState state) implements SlipRefusal {}

    record NotYourPost(SlipAct.Kind act, OrganisationId unit) implements SlipRefusal {}

    record NotYourOffice(String field) implements SlipRefusal {}

    /// Nobody holds the post in whose name a rule of that office would draft.
    record NobodyCoordinates(OrganisationId unit) implements SlipRefusal {}

    record HeadSigns(OrganisationId unit) implements SlipRefusal {}

    record DraftedByYou() implements SlipRefusal {}

    /// It would ask for an answer by a day that is over. A draft is changed; what is signed is taken back and written anew.
    record AnswerDayPast(LocalDate answerBy) implements SlipRefusal {}

    record NoCodeWord(OrganisationId unit) implements SlipRefusal {}

    /// The unit reports more than once, and this was not its last word.
    record NextDayMissing(String field) implements SlipRefusal {}

    record CodeWordTaken(String field, OrganisationId unit) implements SlipRefusal {}

    /// A ladder without rungs.
    record NoRung(String field) implements SlipRefusal {}

    /// Somebody else was quicker.
    record ChangedMeanwhile() implements SlipRefusal {}

    /// What is graver than a prompt is signed by a hand.
    record OnlyPromptsGoOut(String field) implements SlipRefusal {}

    /// The same key came before with other content.
    record KeyUsedBefore() implements SlipRefusal {}
}
