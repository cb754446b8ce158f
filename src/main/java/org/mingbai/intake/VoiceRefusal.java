package org.mingbai.intake;

import java.util.List;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.StageName;

/// Why what a reporter or a clerk asks is not done. One message each, `intake.refusal.<Name>`.
public sealed interface VoiceRefusal {

    /// The field of the form it concerns; empty when it concerns the whole.
    default String field() {
        return "";
    }

    /// A fault in what was typed, told at its field.
    sealed interface AtField extends VoiceRefusal {}

    record Missing(String field) implements AtField {}

    record TooLong(String field, int charactersMax) implements AtField {}

    record HiddenCharacters(String field) implements AtField {}

    record NotAPhone(String field) implements AtField {}

    record NotALanguage(String field) implements AtField {}

    record TooManyFiles(String field, int filesMax) implements AtField {}

    /// A file that was not brought by whoever hands it in.
    record NotBroughtHere(String field) implements AtField {}

    /// Who wants to stay unnamed leaves no name.
    record AnonymousAndNamed(String field) implements AtField {}

    /// What for says who it is, and everybody who sees the matter reads what for.
    record PurposeNamesReporter(String field) implements AtField {}

    /// What everybody may read holds a telephone number.
    record PhoneFound(String field) implements AtField {}

    /// The number of an identity card or a bank card, or one that looks like it.
    record CardNumberFound(String field) implements AtField {}

    record MailFound(String field) implements AtField {}

    /// A part of what the vault knows of those who raised it.
    record ReporterFound(String field) implements AtField {}

    /// A picture that cannot be read cannot be freed of what it says about place and camera.
    record PictureUnreadable(String field) implements AtField {}

    /// Not ended, not solved or explained, a complaint, confidential, or of a register that is not published.
    record NotForEverybody() implements VoiceRefusal {}

    /// Who raised it stands in the words every unit reads.
    record WordsNameReporter(String field) implements AtField {}

    record NoSuchChannel(String field) implements AtField {}

    /// What comes by this channel has a legal route of its own, and is sent there.
    record OnItsOwnRoute(String field) implements AtField {}

    /// No open matter of this register that the clerk sees.
    record NotToBeJoined(String field) implements AtField {}

    record NotAChannelCode(String field) implements AtField {}

    record NameTaken(String field) implements AtField {}

    record NoSuchRegister(String field) implements AtField {}

    record NotAPlace(String field, int placesMax) implements AtField {}

    record TooManyChannels(int channelsMax) implements VoiceRefusal {}

    record NotYourChannels() implements VoiceRefusal {}

    /// Not told today: never approved, not begun, over, or ended.
    record NoSuchAnswer(String field) implements VoiceRefusal {}

    /// What speaks of an emergency or complains of a unit is looked into, however good the answer.
    record NotEndedAtDesk(String field) implements AtField {}

    record NotOfYourUnit(String field) implements AtField {}

    /// A day over before it begins, or over already.
    record OverBefore(String field) implements AtField {}

    /// No word to find it by.
    record NotToBeFound(String field) implements AtField {}

    record NotYourAnswer() implements VoiceRefusal {}

    record WrittenByYou() implements VoiceRefusal {}

    record AnswerChanged() implements VoiceRefusal {}

    record AnswerEnded() implements VoiceRefusal {}

    /// No such letter, another unit's, or called off.
    record NoSuchLetter(String field) implements VoiceRefusal {}

    record NotYourLetters() implements VoiceRefusal {}

    /// It was replied to, struck out or called off in the meantime.
    record LetterStandsOtherwise() implements VoiceRefusal {}

    record TooManyBodies(String field, int bodiesMax) implements AtField {}

    record BodyTwice(String field) implements AtField {}

    /// A day that has not come.
    record NotYet(String field) implements AtField {}

    /// A day before the letter went out.
    record BeforeItWasSent(String field) implements AtField {}

    /// Not written as year-month-day, or no such day.
    record NotADay(String field) implements AtField {}

    record NotACount(String field, int most) implements AtField {}

    /// The same form was sent before with other words in it.
    record KeyUsedBefore() implements VoiceRefusal {}

    /// The keys of the vault are not at hand, so nothing can be kept or read.
    record KeysMissing() implements VoiceRefusal {}

    /// Never given out, another tenant's, or no longer telling: all the same.
    record NoSuchReceipt() implements VoiceRefusal {}

    record NoSuchVoice() implements VoiceRefusal {}

    /// Only those who work on the matter or ask for the verdict.
    record NotYours() implements VoiceRefusal {}

    /// They asked to be kept confidential.
    record Guarded() implements VoiceRefusal {}

    /// The reader sees everything as it was typed, or no such matter.
    record NothingMasked() implements VoiceRefusal {}

    /// They gave no name, or it was destroyed.
    record NobodyKept() implements VoiceRefusal {}

    /// A form shows who it was once; for another look another purpose is written down.
    record RevealedAlready() implements VoiceRefusal {}

    /// A law has it kept, and it is used for nothing else: 个人信息保护法 Art. 47 para. 2.
    record OnlyStored() implements VoiceRefusal {}

    /// Nobody is named there, so there is nothing to correct.
    record RaisedAnonymously(String field) implements AtField {}

    /// No title and article of a law in it.
    record NoLawNamed(String field) implements AtField {}

    /// A name or number of somebody in words that several people read.
    record NamedInRequest(String field) implements AtField {}

    /// What is asked already waits for its answer.
    record WaitsForAnswer(String field) implements AtField {}

    /// No such request, or not one the reader may see.
    record NoSuchRequest() implements VoiceRefusal {}

    record DecidedAlready() implements VoiceRefusal {}

    /// The day until which it is kept is not over.
    record NotOverdue() implements VoiceRefusal {}

    /// The person asked something of their data, and it is not answered.
    record RequestOpen() implements VoiceRefusal {}

    /// A correction of the same record waits for its answer.
    record CorrectionOpen() implements VoiceRefusal {}

    /// Who works on the matter may have to ask them back.
    record MatterOpen() implements VoiceRefusal {}

    record ProposedAlready() implements VoiceRefusal {}

    /// Two people destroy it, not one.
    record ProposedByYou() implements VoiceRefusal {}

    record NoSuchDestruction() implements VoiceRefusal {}

    /// Not written as hours and minutes.
    record NotATime(String field) implements AtField {}

    /// A day that is over, or too far ahead.
    record NotToCome(String field, int daysMax) implements AtField {}

    /// A slot that is no length of time, or longer than the whole.
    record NoSlot(String field, int minutesMin, int minutesMax) implements AtField {}

    /// The same official receives people at another place then.
    record ReceivesElsewhere(String field) implements AtField {}

    /// Somebody else was quicker, or it is no time that can be booked.
    record SlotTaken(String field) implements AtField {}

    record BookedAlready() implements VoiceRefusal {}

    /// What has begun is not called off.
    record ReceptionBegun() implements VoiceRefusal {}

    record CalledOffAlready() implements VoiceRefusal {}

    record RecordedAlready() implements VoiceRefusal {}

    record NoSuchReception() implements VoiceRefusal {}

    /// A rule never counts for days that are over.
    record BegunBefore(String field) implements AtField {}

    record NotDays(String field, int daysMax) implements AtField {}

    record WithdrawnAlready() implements VoiceRefusal {}

    record WithheldAlready() implements VoiceRefusal {}

    /// Nobody is being asked for a verdict, or not any more.
    record NotAsked() implements VoiceRefusal {}

    record AnsweredAlready() implements VoiceRefusal {}

    /// Objections belong to the days of public notice; what there is to say before or after is added.
    record NotOnNotice(StageName stage) implements VoiceRefusal {}

    /// The ledger itself says no.
    record OfLedger(Refusal why) implements VoiceRefusal {

        @Override
        public String field() {
            return why.field();
        }
    }

    default String key() {
        return this instanceof OfLedger(var why) ? why.key() : "intake.refusal." + getClass().getSimpleName();
    }

    /// What fills the holes of the message.
    default List<Object> args() {
        return switch (this) {
            case TooLong(_, var most) -> List.of(most);
            case TooManyFiles(_, var most) -> List.of(most);
            case NotAPlace(_, var most) -> List.of(most);
            case TooManyChannels(var most) -> List.of(most);
            case NotDays(_, var most) -> List.of(most);
            case TooManyBodies(_, var most) -> List.of(most);
            case NotACount(_, var most) -> List.of(most);
            case NotToCome(_, var most) -> List.of(most);
            case NoSlot(_, var least, var most) -> List.of(least, most);
            default -> List.of();
        };
    }
}
