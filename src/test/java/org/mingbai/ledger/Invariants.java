package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingbai.directory.PersonId;

/// What must hold of every journal after every entry, judged from the journal alone as far as that is possible.
final class Invariants {

    private static final Set<Outcome> SOLVING = Set.of(Outcome.SOLVED, Outcome.PARTLY_SOLVED);

    private Invariants() {}

    /// @param states the matter after each line of the journal
    static void hold(List<Matter> states, List<Line> journal, Policy policy, Now now) {
        var matter = states.getLast();
        foldIsReplay(matter, journal);
        turnIffOwed(matter, policy, now);
        nobodyIsTwo(journal);
        keptFromWhomItComplainsOf(matter, now);
        if (states.size() > 1) {
            var before = states.get(states.size() - 2);
            whatIsOverStays(before, matter);
            dueMovesOnlyByDecision(before, matter, journal.getLast());
            verdictFromOutside(before, journal.getLast(), now);
        }
        closedOnlyAfterEveryStep(journal, policy);
        reviewedByOthers(states, journal);
    }

    /// I1.
    private static void foldIsReplay(Matter matter, List<Line> journal) {
        assertThat(Lifecycle.replay(matter.id(), journal)).isEqualTo(matter);
        assertThat(matter.turn()).isEqualTo(journal.getLast().turn());
    }

    /// I7.
    private static void turnIffOwed(Matter matter, Policy policy, Now now) {
        boolean owed = matter.open() || matter.stage() instanceof Stage.LookBackDue;
        assertThat(matter.turn() != null).as("a turn in %s", matter.stage()).isEqualTo(owed);
        assertThat(matter.turn()).isEqualTo(Lifecycle.turnIn(matter, policy, now));
    }

    /// I4: while it is worked on, neither those it complains of nor any below them work on it or have it in their tray.
    private static void keptFromWhomItComplainsOf(Matter matter, Now now) {
        if (matter.turn() != null) {
            assertThat(matter.concern().keepsAway(matter.turn().unit(), now.tree(), now.office())).as("turn of %s", matter.turn()).isEmpty();
        }
        if (matter.open() && matter.assignment() != null) {
            var atWork = new ArrayList<>(matter.assignment().coHandlers());
            atWork.add(matter.assignment().lead());
            assertThat(atWork).allSatisfy(unit -> assertThat(matter.concern().keepsAway(unit, now.tree(), now.office())).isEmpty());
        }
    }

    /// I2, for the person, round by round.
    private static void nobodyIsTwo(List<Line> journal) {
        var parts = new HashMap<PersonId, String>();
        boolean signing = false;
        for (var line : journal) {
            if (line.entry() instanceof Entry.Reopened || line.entry() instanceof Entry.TakenOverAgain) {
                parts.clear();
            }
            var part = switch (line.entry()) {
                case Entry.Signed _, Entry.Planned _, Entry.MeasureDropped _, Entry.ProgressReported _, Entry.EvidenceAttached _,
                        Entry.CoHandlerReported _, Entry.ClosureClaimed _, Entry.ExtensionRequested _, Entry.ReturnRequested _,
                        Entry.InterimPromised _, Entry.Escalated _ -> "executor";
                case Entry.ReviewPassed e -> "checker " + e.step();
                case Entry.SentBack e -> signing ? "approver" : "checker " + e.step();
                case Entry.ExtensionDecided _, Entry.Parked _, Entry.Closed _, Entry.ObjectionDecided _ -> "approver";
                case Entry.VerdictRecorded _, Entry.LookedBack _ -> "verdict-taker";
                default -> null;
            };
            if (part != null) {
                var was = parts.put(line.by(), part);
                assertThat(was == null ? part : was).as("%s by %s", line.entry(), line.by()).isEqualTo(part);
            }
            signing = switch (line.entry()) {
                case Entry.VerdictRecorded e -> !e.refutes();
                case Entry.ReviewPassed e -> e.onward() == Onward.CLOSURE;
                case Entry.NoticeEnded e -> e.onward() == Onward.CLOSURE;
                case Entry.Noted _, Entry.Corrected _, Entry.Joined _, Entry.Parted _ -> signing;
                default -> false;
            };
        }
    }

    /// I2, for review and re-examination: none of those who brought the ending about, and not twice the same.
    private static void reviewedByOthers(List<Matter> states, List<Line> journal) {
        if (journal.getLast().entry() instanceof Entry.ReviewAnswered) {
            var by = journal.getLast().by();
            assertThat(states.getLast().round().handOf(by)).as("%s reviews his own work", by).isNull();
            int from = Math.max(0, lastOf(journal, Entry.Reopened.class));
            assertThat(journal.subList(from, journal.size()).stream().filter(line -> line.entry() instanceof Entry.ReviewAnswered && line.by().equals(by)))
                    .as("opinions by %s on one ending", by).hasSize(1);
        }
    }

    /// I2, for the unit.
    private static void verdictFromOutside(Matter before, Line line, Now now) {
        boolean judges = line.entry() instanceof Entry.VerdictRecorded || line.entry() instanceof Entry.LookedBack;
        if (judges && before.lead() != null) {
            assertThat(now.tree().isWithin(line.as().unit(), before.lead())).as("%s judges %s", line.as(), before.lead()).isFalse();
        }
    }

    /// I5.
    private static void whatIsOverStays(Matter before, Matter after) {
        assertThat(after.past().size() - before.past().size()).isBetween(0, 1);
        assertThat(after.past().subList(0, before.past().size())).isEqualTo(before.past());
        if (before.round().ending() != null) {
            assertThat(after.past().size() > before.past().size() ? after.past().getLast() : after.round()).isEqualTo(before.round());
        }
    }

    /// I6: only an assignment gives a date, and only a granted extension moves it, or that it stood still, by exactly the days it did; the date first
    /// given in a round stays readable.
    private static void dueMovesOnlyByDecision(Matter before, Matter after, Line line) {
        boolean mayMove = switch (line.entry()) {
            case Entry.Assigned _, Entry.ReturnDecided _, Entry.Reopened _, Entry.TakenOverAgain _ -> true;
            case Entry.ExtensionDecided e -> e.granted();
            case Entry.Resumed e -> e.due() != null;
            case Entry.ClosureClaimed e -> e.due() != null;
            default -> false;
        };
        if (!mayMove) {
            assertThat(after.round().due()).as("due after %s", line.entry()).isEqualTo(before.round().due());
        }
        if (line.entry() instanceof Entry.Resumed && before.round().due() != null && before.round().due().date() != null) {
            var due = before.round().due().date();
            var parked = before.watching().last(Happening.PARKED, before.round().number()).orElseThrow().at().toLocalDate();
            assertThat(after.round().due().date()).as("due after it was parked").isEqualTo(due.plusDays(ChronoUnit.DAYS.between(parked, line.day())));
        }
        boolean sameRound = after.round().number() == before.round().number() && !(line.entry() instanceof Entry.TakenOverAgain);
        if (sameRound && before.round().firstDue() != null) {
            assertThat(after.round().firstDue()).as("first date after %s", line.entry()).isEqualTo(before.round().firstDue());
        }
        if (line.entry() instanceof Entry.ExtensionDecided || line.entry() instanceof Entry.Reassigned) {
            assertThat(after.assignment().due()).as("original date").isEqualTo(before.assignment().due());
        }
    }

    /// I3, read from the journal: what a signature rests on has all been there, in this order, since the last claim.
    private static void closedOnlyAfterEveryStep(List<Line> journal, Policy policy) {
        if (!(journal.getLast().entry() instanceof Entry.Closed closed)) {
            return;
        }
        int claim = lastOf(journal, Entry.ClosureClaimed.class);
        assertThat(claim).as("a claim").isNotNegative();
        var since = journal.subList(claim, journal.size());
        int from = Math.max(0, lastUpheld(since));
        var passed = since.subList(from, since.size()).stream()
                .filter(line -> line.entry() instanceof Entry.ReviewPassed)
                .map(line -> ((Entry.ReviewPassed) line.entry()).step())
                .toList();
        var wanted = new ArrayList<Integer>();
        for (int step = 0; step < policy.review().size(); step++) {
            wanted.add(step);
        }
        assertThat(passed).as("checks since the claim").isEqualTo(wanted);
        assertThat(since.stream().filter(line -> line.entry() instanceof Entry.ReviewPassed).map(Line::by).distinct().count())
                .as("people who checked").isGreaterThanOrEqualTo(wanted.size());
        assertThat(lastOf(since, Entry.NoticeEnded.class) >= 0).as("notice").isEqualTo(policy.noticeDays() > 0);
        assertThat(lastOf(since, Entry.VerdictRecorded.class) >= 0).as("verdict").isEqualTo(policy.verdict());
        everyMeasureWasProven(journal.subList(0, claim));
        solvedOnlyWhereSaidSo(since, closed, policy);
    }

    private static void everyMeasureWasProven(List<Line> toClaim) {
        int start = Math.max(0, Math.max(lastOf(toClaim, Entry.Reopened.class), lastOf(toClaim, Entry.TakenOverAgain.class)));
        Map<Integer, Boolean> proven = new HashMap<>();
        for (var line : toClaim.subList(start, toClaim.size())) {
            switch (line.entry()) {
                case Entry.TakenOver e -> e.state().measures().forEach(m -> proven.put(m.no(), !m.stands()));
                case Entry.TakenOverAgain e -> e.state().measures().forEach(m -> proven.put(m.no(), !m.stands()));
                case Entry.Planned e -> e.measures().forEach(m -> proven.put(m.no(), false));
                case Entry.MeasureDropped e -> proven.remove(e.no());
                case Entry.EvidenceAttached e -> proven.replaceAll((no, was) -> was || e.measures().isEmpty() || e.measures().contains(no));
                default -> {}
            }
        }
        assertThat(proven).as("measures with their proof").isNotEmpty().allSatisfy((no, is) -> assertThat(is).as("measure " + no).isTrue());
    }

    private static void solvedOnlyWhereSaidSo(List<Line> since, Entry.Closed closed, Policy policy) {
        assertThat(closed.outcome()).isNotIn(Outcome.TAKEN_OVER, Outcome.PROMISED);
        int verdict = lastOf(since, Entry.VerdictRecorded.class);
        if (verdict >= 0 && SOLVING.contains(closed.outcome())) {
            var answer = ((Entry.VerdictRecorded) since.get(verdict).entry()).verdict();
            assertThat(closed.outcome() == Outcome.SOLVED && !answer.contacted() && !policy.unreachedMaySolve())
                    .as("%s although nobody was reached", closed).isFalse();
            var said = answer.solved();
            assertThat(said).isNotEqualTo(Verdict.Solved.NOT);
            assertThat(closed.outcome() == Outcome.SOLVED && said == Verdict.Solved.PARTLY).as("%s after %s", closed, said).isFalse();
        }
    }

    private static int lastUpheld(List<Line> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (lines.get(at).entry() instanceof Entry.ObjectionDecided e && e.upheld()) {
                return at;
            }
        }
        return -1;
    }

    private static int lastOf(List<Line> lines, Class<? extends Entry> kind) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (kind.isInstance(lines.get(at).entry())) {
                return at;
            }
        }
        return -1;
    }
}
