package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Seat;

/// What happened to a matter. A released entry keeps its name, its fields and its meaning for ever.
public sealed interface Entry {

    record Raised(String register, int policyVersion, Subject subject) implements Entry {}

    /// One of the layers a register asks for (分管核, 上会审, 动态调) found it true and ours.
    record Verified(int layer, @Nullable String remark) implements Entry {}

    record Listed(@Nullable String remark) implements Entry {}

    /// Not taken on, with the reason and where to turn.
    record Declined(String reason, String wayToGo) implements Entry {}

    /// @param kind the case of 北京市接诉即办工作条例 Art. 11(3) that applies
    record AnsweredAtOnce(String answer, String restsOn) implements Entry {}

    record Redirected(Redirection kind, String reason, String wayToGo) implements Entry {}

    record Merged(MatterId into, String reason) implements Entry {}

    record Unmerged(String reason) implements Entry {}

    record Joined(MatterId other) implements Entry {}

    record Parted(MatterId other) implements Entry {}

    /// @param designated the unit is designated (指定) and cannot give it back; left out where it is not
    record Assigned(Assignment to, @Nullable Boolean designated) implements Entry {

        public Assigned(Assignment to) {
            this(to, null);
        }
    }

    /// Another unit, leader or owner; the date stays.
    record Reassigned(Assignment to, String reason, @Nullable Boolean designated) implements Entry {

        public Reassigned(Assignment to, String reason) {
            this(to, reason, null);
        }
    }

    /// @param units all who are co-handlers since
    /// @param again those of them who were before and are called once more; left out where none is
    /// @param calledOut whether the new ones among them, and those called once more, were called to the spot; left out where they were not
    record CoHandlersCalled(List<OrganisationId> units, @Nullable String reason, @Nullable List<OrganisationId> again, @Nullable Boolean calledOut)
            implements Entry {

        public CoHandlersCalled {
            again = again == null || again.isEmpty() ? null : List.copyOf(again);
        }

        public CoHandlersCalled(List<OrganisationId> units, @Nullable String reason) {
            this(units, reason, null, null);
        }
    }

    record CoHandlerReported(OrganisationId unit, String text) implements Entry {}

    record Signed() implements Entry {}

    /// Those who raised it were reached.
    record Contacted(ContactBy how, String words) implements Entry {}

    /// They were told in writing what was received and which way it goes.
    record Told(String received, String route) implements Entry {}

    record ReturnRequested(String reason, String basis) implements Entry {}

    record ReturnDecided(boolean agreed, String reason) implements Entry {}

    /// Taken up to the unit above.
    /// @param to the post asked
    /// @param gap why there is none
    record Escalated(EscalationGround ground, String reason, String asked, @Nullable Seat to, Ladder.@Nullable Gap gap) implements Entry {}

    /// @param to the new assignment, where the unit above takes it over
    record EscalationAnswered(EscalationGround ground, EscalationAnswer answer, String words, @Nullable Assignment to) implements Entry {}

    record Planned(List<Measure> measures) implements Entry {}

    record MeasureDropped(int no, String reason) implements Entry {}

    /// @param percents how far single measures are, 0 to 100
    record ProgressReported(String text, Map<Integer, Integer> percents, List<Evidence.File> files) implements Entry {}

    record EvidenceAttached(List<Integer> measures, List<Evidence.File> files, @Nullable String note) implements Entry {}

    record ExtensionRequested(LocalDate to, String reason) implements Entry {}

    /// @param to the new date, when it was granted
    record ExtensionDecided(boolean granted, @Nullable LocalDate to, String reason) implements Entry {}

    record Parked(String reason, String plan, String owner, LocalDate reviewOn) implements Entry {}

    /// @param due the day given, moved by as many days as it stood still; nothing where none was moved
    record Resumed(String reason, @Nullable LocalDate due) implements Entry {

        public Resumed(String reason) {
            this(reason, null);
        }
    }

    /// An interim answer with a date (PROMISED): those who raised it are told, nothing is closed.
    record InterimPromised(LocalDate date, String words) implements Entry {}

    /// @param due the day given, moved by as many days as the handling was paused when it was claimed; nothing where none was moved
    record ClosureClaimed(Outcome outcome, String whatWasDone, @Nullable LocalDate due) implements Entry {

        public ClosureClaimed(Outcome outcome, String whatWasDone) {
            this(outcome, whatWasDone, null);
        }
    }

    /// @param noticeUntil the last day of public notice, when that is what comes next
    record ReviewPassed(int step, Onward onward, @Nullable LocalDate noticeUntil, @Nullable String remark) implements Entry {}

    record SentBack(int step, String reasons) implements Entry {}

    record ObjectionRaised(String text) implements Entry {}

    /// Upheld, it goes back to the first check.
    record ObjectionDecided(boolean upheld, String reason) implements Entry {}

    record NoticeEnded(Onward onward) implements Entry {}

    /// @param refutes the matter is not solved for those who raised it, so the round is refuted
    record VerdictRecorded(Verdict verdict, boolean refutes) implements Entry {}

    /// @param told what those who raised it were told
    /// @param lookBackOn when it will be looked at again, where the register asks for it
    record Closed(Outcome outcome, String words, @Nullable String told, @Nullable LocalDate lookBackOn) implements Entry {}

    record LookBackScheduled(LocalDate on) implements Entry {}

    record LookedBack(boolean held, LookBackMethod method, String findings) implements Entry {}

    /// @param newFacts what was not known when a re-examination left it closed
    record Reopened(String reason, @Nullable String newFacts) implements Entry {

        public Reopened(String reason) {
            this(reason, null);
        }
    }

    record ReviewAsked(Appeal.Level level, String reasons) implements Entry {}

    /// @param upheld whether those who asked are right, so that a new round is due
    /// @param body the reviewing body
    record ReviewAnswered(Appeal.Level level, boolean upheld, String body, String opinion) implements Entry {}

    record Withdrawn(String reason) implements Entry {}

    /// What an earlier entry said wrongly. The earlier entry stays as it is.
    record Corrected(int of, Subject.@Nullable Item item, String says, String reason) implements Entry {}

    record Noted(String text) implements Entry {}

    /// It complains of these units too, which are kept from it from now on.
    record ConcernNamed(List<OrganisationId> units, String reason) implements Entry {}

    record DisclosureAsked(OrganisationId unit, String reason) implements Entry {}

    /// Agreed to, the unit may see it and get it.
    record DisclosureDecided(OrganisationId unit, boolean agreed, String reason) implements Entry {}

    /// Brought in from the ledger an office kept before, in one line and as that ledger tells it.
    record TakenOver(String register, int policyVersion, Subject subject, Origin origin, Taken state) implements Entry {}

    /// A later state of the same old ledger, for a matter that nobody has worked on here.
    record TakenOverAgain(Subject subject, Origin origin, Taken state) implements Entry {}

    /// Those who watch over it sent a slip about it.
    /// @param slip the slip in supervision's own books
    /// @param kind as supervision names it
    /// @param answerBy the last day for an answer; nothing where none is expected
    record SlipSent(long slip, String number, String kind, OrganisationId to, @Nullable LocalDate answerBy) implements Entry {}

    /// Its answer came back with what is missing, or was taken and another is expected.
    /// @param returned whether it came back
    record SlipAskedAgain(long slip, String number, String kind, OrganisationId to, LocalDate answerBy, boolean returned) implements Entry {}

    record SlipAnswered(long slip, String number, OrganisationId by) implements Entry {}

    /// Nothing more is expected on it.
    /// @param how as supervision names it
    record SlipEnded(long slip, String number, String how) implements Entry {}

    /// A clock stands still.
    /// @param step as supervision names it
    /// @param reason as supervision names it
    /// @param unit the co-handler whose clock alone stands still; nothing where the step has one clock
    record ClockPaused(String step, String reason, String words, @Nullable OrganisationId unit) implements Entry {

        public ClockPaused(String step, String reason, String words) {
            this(step, reason, words, null);
        }
    }

    /// @param unit the co-handler whose clock alone goes on; nothing where the step has one clock
    /// @param due the day given, moved by as many days as the handling stood still; nothing where none was moved
    record ClockResumed(String step, String words, @Nullable OrganisationId unit, @Nullable LocalDate due) implements Entry {

        public ClockResumed(String step, String words, @Nullable OrganisationId unit) {
            this(step, words, unit, null);
        }

        public ClockResumed(String step, String words) {
            this(step, words, null, null);
        }
    }

    /// A day counted otherwise than when the clock began moved its end: a notice of holidays came out.
    record ClockRecounted(String step, LocalDate from, LocalDate to, String papers) implements Entry {}

    /// A light set by hand against what the dates say, until that day.
    record LightSet(Light.Sign sign, String reason, LocalDate until) implements Entry {}

    record LightReleased(String reason) implements Entry {}

    /// @param call the entry that called it; left out where calls were not told apart yet
    record CoHandlerArrived(OrganisationId unit, @Nullable String words, @Nullable Integer call) implements Entry {

        public CoHandlerArrived(OrganisationId unit, @Nullable String words) {
            this(unit, words, null);
        }
    }

    /// Those who were called together are done, and this is what they did.
    /// What one side of a call-out says of the other when it is over.
    /// @param unit the unit that was called
    /// @param ofCaller whether it says this of whoever called; otherwise it is said of it
    /// @param grade 1 to 5, the best
    /// @param call the entry that made the call; left out where calls were not told apart yet
    record CallOutRated(OrganisationId unit, boolean ofCaller, int grade, @Nullable String words, @Nullable Integer call) implements Entry {}

    /// @param missing who had not arrived: nobody waits for them any more
    /// @param call the entry that called them; left out where calls were not told apart yet
    record CallOutEnded(List<OrganisationId> missing, String result, @Nullable Integer call) implements Entry {

        public CallOutEnded {
            missing = missing == null ? List.of() : List.copyOf(missing);
        }

        public CallOutEnded(List<OrganisationId> missing, String result) {
            this(missing, result, null);
        }
    }

    /// One of those who raised it had more to say.
    /// @param voice which of the matter's voices, in intake's own books
    /// @param of the matter it was raised as, where that was joined to this one; nothing where it is this one
    record VoiceAdded(int voice, String text, @Nullable MatterId of) implements Entry {

        public VoiceAdded(int voice, String text) {
            this(voice, text, null);
        }
    }

    /// One of those who raised it no longer asks for it. What becomes of the matter the office decides: others may need it, and who takes
    /// words back may have been made to.
    /// @param of the matter it was raised as, where that was joined to this one; nothing where it is this one
    record VoiceWithdrawn(int voice, String reason, @Nullable MatterId of) implements Entry {

        public VoiceWithdrawn(int voice, String reason) {
            this(voice, reason, null);
        }
    }

    /// Somebody looked at who raised it, and what for (I10).
    record IdentityRevealed(int voice, String purpose) implements Entry {}

    /// Who raised it can no longer be read by anybody.
    record IdentityDestroyed(int voice, String reason) implements Entry {}

    /// The draw of that month left it out: those who raised it are not asked, or it is not looked at again. That says neither yes nor no.
    /// @param commitment what was published of the draw before the month began
    record NotDrawn(Drawing of, String month, String commitment) implements Entry {}

    /// It was asked, or decided, that what was said of it should not count in the rates. The verdict itself stays.
    /// @param exclusion the application in verdict's own books
    /// @param how and
    /// @param reason as verdict names them
    /// @param told what those who raised it are told; nothing while it is only asked
    record ExclusionNoted(long exclusion, String how, String reason, String words, @Nullable String told) implements Entry {}
}
