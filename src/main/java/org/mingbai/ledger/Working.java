package org.mingbai.ledger;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import org.mingbai.shell.Visible;

/// The work itself: measures, progress, proof, more time, and laying it aside.
final class Working {

    private Working() {}

    static Ruling plan(Act.Plan act, Matter matter, Now now) {
        var numbered = new ArrayList<Measure>();
        int no = matter.round().measures().size();
        for (var measure : act.measures()) {
            if (measure.due() != null && measure.due().passedOn(now.today())) {
                return refuse(new Refusal.NotBefore("measures", now.today()));
            }
            if (outlasts(measure, matter, now)) {
                return refuse(new Refusal.MeasureAfterDeadline("measures", numbered.size() + 1, matter.round().due().date()));
            }
            numbered.add(new Measure(++no, measure.kind(), measure.text(), measure.goal(), measure.owner(), measure.due(), 0,
                    measure.sharedWith(), null));
        }
        return accept(new Entry.Planned(numbered));
    }

    /// Where the time is over already the plan says when it will be done, and the light that it is late.
    private static boolean outlasts(Measure measure, Matter matter, Now now) {
        var due = matter.round().due();
        boolean dated = measure.due() != null && measure.due().date() != null;
        return dated && due != null && !due.passedOn(now.today()) && due.passedOn(measure.due().date());
    }

    static Ruling dropMeasure(Act.DropMeasure act, Matter matter) {
        var found = matter.round().measures().stream().filter(m -> m.no() == act.no()).findFirst();
        if (found.isEmpty()) {
            return refuse(new Refusal.NoSuchMeasure("no", act.no()));
        }
        if (!found.get().stands()) {
            return refuse(new Refusal.MeasureDroppedBefore(act.no()));
        }
        return matter.round().standing().size() == 1
                ? refuse(new Refusal.LastMeasure(act.no()))
                : accept(new Entry.MeasureDropped(act.no(), act.reason()));
    }

    static Ruling reportProgress(Act.ReportProgress act, Matter matter) {
        return act.percents().keySet().stream()
                .filter(no -> matter.round().standing().stream().noneMatch(m -> m.no() == no))
                .findFirst()
                .map(no -> refuse(new Refusal.NoSuchMeasure("percents", no)))
                .orElseGet(() -> accept(new Entry.ProgressReported(act.text(), act.percents(), act.files())));
    }

    static Ruling attachEvidence(Act.AttachEvidence act, Matter matter) {
        if (act.files().isEmpty() && (act.note() == null || !Visible.says(act.note()))) {
            return refuse(new Refusal.Missing("files"));
        }
        var standing = matter.round().standing().stream().map(Measure::no).toList();
        return act.measures().stream()
                .filter(no -> !standing.contains(no))
                .findFirst()
                .map(no -> refuse(new Refusal.NoSuchMeasure("measures", no)))
                .orElseGet(() -> accept(new Entry.EvidenceAttached(act.measures().isEmpty() ? standing : act.measures(), act.files(), act.note())));
    }

    /// More time is asked for before the time is over, never after.
    static Ruling requestExtension(Act.RequestExtension act, Matter matter, Policy policy, Now now) {
        var due = matter.round().due();
        if (due == null || due.date() == null) {
            return refuse(new Refusal.NothingToExtend());
        }
        if (due.passedOn(now.today())) {
            return refuse(new Refusal.AlreadyLate(due.date()));
        }
        if (matter.round().asked() != null) {
            return refuse(new Refusal.ExtensionPending());
        }
        if (!act.to().isAfter(due.date())) {
            return refuse(new Refusal.NotBefore("to", due.date().plusDays(1)));
        }
        return act.to().isAfter(latest(matter.assignment().due(), due, policy))
                ? refuse(new Refusal.OutOfRange("to", 1, policy.extensionDaysMax()))
                : accept(new Entry.ExtensionRequested(act.to(), act.reason()));
    }

    /// Counted from the date this unit was given, so that many short extensions are not one endless one.
    private static LocalDate latest(Deadline original, Deadline inForce, Policy policy) {
        return (original.date() == null ? inForce.date() : original.date()).plusDays(policy.extensionDaysMax());
    }

    static Ruling decideExtension(Act.DecideExtension act, Matter matter) {
        var asked = matter.round().asked();
        return asked == null
                ? refuse(new Refusal.NoExtensionAsked())
                : accept(new Entry.ExtensionDecided(act.granted(), act.granted() ? asked.to() : null, act.reason()));
    }

    static Ruling park(Act.Park act, Now now) {
        return inFuture("reviewOn", act.reviewOn(), now, new Entry.Parked(act.reason(), act.plan(), act.owner(), act.reviewOn()));
    }

    static Ruling promiseInterim(Act.PromiseInterim act, Now now) {
        return inFuture("date", act.date(), now, new Entry.InterimPromised(act.date(), act.words()));
    }

    static Ruling inFuture(String field, LocalDate date, Now now, Entry entry) {
        return date.isAfter(now.today()) ? accept(entry) : refuse(new Refusal.NotInFuture(field, date));
    }
}
