package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// What somebody wants to do to a matter that is there. Raising one is not among them: see `Lifecycle.raise`.
public sealed interface Act {

    record Verify(@Nullable String remark) implements Act {}

    record PutOnList(@Nullable String remark) implements Act {}

    record Decline(String reason, String wayToGo) implements Act {}

    /// An inquiry is answered at once, 北京市接诉即办工作条例 Art. 11(1). It ends without being handled, and never as solved.
    record AnswerAtOnce(String answer, String restsOn) implements Act {}

    record Redirect(Redirection kind, String reason, String wayToGo) implements Act {}

    record Merge(MatterId into, String reason) implements Act {}

    record Unmerge(String reason) implements Act {}

    /// @param designated whether the unit is designated (指定) and cannot give it back
    record Assign(Assignment to, @Nullable Boolean designated) implements Act {

        public Assign(Assignment to) {
            this(to, null);
        }
    }

    record Reassign(Assignment to, String reason, @Nullable Boolean designated) implements Act {

        public Reassign(Assignment to, String reason) {
            this(to, reason, null);
        }
    }

    /// @param calledOut whether they are called to the spot (吹哨): who is a co-handler already is called once more then. Left out where they only help
    record CallCoHandlers(List<OrganisationId> units, @Nullable String reason, @Nullable Boolean calledOut) implements Act {

        public CallCoHandlers {
            units = kept(units);
        }

        public CallCoHandlers(List<OrganisationId> units, @Nullable String reason) {
            this(units, reason, null);
        }
    }

    record ReportAsCoHandler(String text) implements Act {}

    record Sign() implements Act {}

    /// Those who raised it were reached. Who only tried has not contacted them.
    record Contact(ContactBy how, String words) implements Act {}

    /// Those who raised it are told in writing that it was received and which way it goes: 信访工作条例 Art. 22 and 23.
    record Tell(String received, String route) implements Act {}

    record RequestReturn(String reason, String basis) implements Act {}

    record DecideReturn(boolean agreed, String reason) implements Act {}

    /// @param asked what the unit above is to do
    record Escalate(EscalationGround ground, String reason, String asked) implements Act {}

    record AnswerEscalation(EscalationAnswer answer, String words) implements Act {}

    /// Adds measures to the plan; their numbers are given when they are written down.
    record Plan(List<Measure> measures) implements Act {

        public Plan {
            measures = kept(measures);
        }
    }

    record DropMeasure(int no, String reason) implements Act {}

    record ReportProgress(String text, Map<Integer, Integer> percents, List<Evidence.File> files) implements Act {

        public ReportProgress {
            percents = percents == null ? Map.of() : Map.copyOf(percents);
            files = kept(files);
        }
    }

    record AttachEvidence(List<Integer> measures, List<Evidence.File> files, @Nullable String note) implements Act {

        public AttachEvidence {
            measures = kept(measures);
            files = kept(files);
        }
    }

    record RequestExtension(LocalDate to, String reason) implements Act {}

    record DecideExtension(boolean granted, String reason) implements Act {}

    record Park(String reason, String plan, String owner, LocalDate reviewOn) implements Act {}

    record Resume(String reason) implements Act {}

    record PromiseInterim(LocalDate date, String words) implements Act {}

    record ClaimClosure(Outcome outcome, String whatWasDone) implements Act {}

    record PassReview(@Nullable String remark) implements Act {}

    record SendBack(String reasons) implements Act {}

    record RaiseObjection(String text) implements Act {}

    record DecideObjection(boolean upheld, String reason) implements Act {}

    record EndNotice() implements Act {}

    record RecordVerdict(Verdict verdict) implements Act {}

    record Close(Outcome outcome, String words, @Nullable String told) implements Act {}

    record ScheduleLookBack(LocalDate on) implements Act {}

    record LookBack(boolean held, LookBackMethod method, String findings) implements Act {}

    /// @param newFacts what was not known when the re-examination left it closed
    record Reopen(String reason, @Nullable String newFacts) implements Act {

        public Reopen(String reason) {
            this(reason, null);
        }
    }

    /// Those who raised it ask a higher body to look at the ending again.
    record AskReview(String reasons) implements Act {}

    /// The opinion of the reviewing body, as the office receives it.
    record AnswerReview(boolean upheld, String body, String opinion) implements Act {}

    record Withdraw(String reason) implements Act {}

    record Correct(int of, Subject.@Nullable Item item, String says, String reason) implements Act {}

    record Note(String text) implements Act {}

    /// Names units it complains of; from then on they are kept from it with all below them.
    record NameConcerned(List<OrganisationId> units, String reason) implements Act {

        public NameConcerned {
            units = kept(units);
        }
    }

    /// Asks to let a unit it complains of see it and get it. Another decides.
    record AskDisclosure(OrganisationId unit, String reason) implements Act {}

    record DecideDisclosure(boolean agreed, String reason) implements Act {}

    /// What is asked does not change after it was asked; a list that was left out is empty.
    private static <T> List<T> kept(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
