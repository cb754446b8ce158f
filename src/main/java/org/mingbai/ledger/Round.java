package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;

/// From listing to closing. A relapse or a refuted closing opens the next; this one then stays as it was.
/// @param due the deadline in force
/// @param firstDue the one first given in this round: neither an extension nor another assignment changes it (I6)
/// @param asked an extension that waits for its answer
/// @param mustKeep a return was refused or the unit was designated, so it cannot ask for one
/// @param returns how often it was given back
/// @param refusedUp on which grounds the unit above refused to take a hand in it
/// @param claimed the outcome the handler claims
/// @param objections objections during public notice that nobody has decided
/// @param ending how it ended, once it has
public record Round(
        int number,
        LocalDate openedOn,
        @Nullable Assignment assignment,
        @Nullable Deadline due,
        @Nullable Deadline firstDue,
        List<Measure> measures,
        List<Evidence> evidence,
        @Nullable Extension asked,
        boolean mustKeep,
        int returns,
        Set<EscalationGround> refusedUp,
        @Nullable Outcome claimed,
        int claims,
        int sentBack,
        int stepsPassed,
        int objections,
        @Nullable Verdict verdict,
        @Nullable Ending ending,
        Map<Long, Hand> hands) {

    public record Extension(LocalDate to, String reason) {}

    public record Ending(Outcome outcome, LocalDate on, @Nullable String words) {}

    static Round first(LocalDate on) {
        return numbered(1, on);
    }

    static Round numbered(int number, LocalDate on) {
        return new Round(number, on, null, null, null, List.of(), List.of(), null, false, 0, Set.of(), null, 0, 0, 0, 0, null, null, Map.of());
    }

    public List<Measure> standing() {
        return measures.stream().filter(Measure::stands).toList();
    }

    public List<Measure> unproven() {
        return standing().stream().filter(m -> evidence.stream().noneMatch(e -> e.proves(m))).toList();
    }

    public @Nullable Hand handOf(PersonId person) {
        return hands.get(person.value());
    }

    private @Nullable Deadline first(@Nullable Deadline given) {
        return firstDue == null ? given : firstDue;
    }

    Round assigned(Assignment to) {
        return new Round(number, openedOn, to, to.due(), first(to.due()), measures, evidence, null, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    /// Another unit has asked for nothing yet: neither more time nor to give it back.
    Round reassigned(Assignment to) {
        boolean same = assignment != null && assignment.lead().equals(to.lead());
        return new Round(number, openedOn, to, due, firstDue, measures, evidence, same ? asked : null, same && mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    Round unassigned() {
        return new Round(number, openedOn, null, null, firstDue, measures, evidence, null, false, returns + 1, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    Round keeping() {
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, asked, true, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    Round refusedUp(EscalationGround ground) {
        var all = EnumSet.of(ground);
        all.addAll(refusedUp);
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, asked, mustKeep, returns, Collections.unmodifiableSet(all),
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    Round planned(List<Measure> more) {
        var all = new ArrayList<>(measures);
        all.addAll(more);
        return withMeasures(all);
    }

    Round changed(int no, UnaryOperator<Measure> change) {
        return withMeasures(measures.stream().map(m -> m.no() == no ? change.apply(m) : m).toList());
    }

    private Round withMeasures(List<Measure> all) {
        return new Round(number, openedOn, assignment, due, firstDue, List.copyOf(all), evidence, asked, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    Round proven(Evidence more) {
        var all = new ArrayList<>(evidence);
        all.add(more);
        return new Round(number, openedOn, assignment, due, firstDue, measures, List.copyOf(all), asked, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    Round asking(@Nullable Extension extension) {
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, extension, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    Round dueBy(Deadline newDue) {
        return new Round(number, openedOn, assignment, newDue, first(newDue), measures, evidence, null, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    /// It stood still meanwhile: more time that was asked for stays asked for, beyond the moved day, or granting it would take days away; and what may
    /// still be granted counts from that day.
    Round movedTo(LocalDate to) {
        var newDue = Deadline.by(to);
        var still = asked == null ? null : new Extension(asked.to().plusDays(movedBy(to)), asked.reason());
        return new Round(number, openedOn, moved(to), newDue, first(newDue), measures, evidence, still, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, hands);
    }

    private @Nullable Assignment moved(LocalDate to) {
        var given = assignment == null || assignment.due() == null ? null : assignment.due().date();
        return given == null ? assignment : assignment.dueBy(Deadline.by(given.plusDays(movedBy(to))));
    }

    private long movedBy(LocalDate to) {
        return due == null || due.date() == null ? 0 : ChronoUnit.DAYS.between(due.date(), to);
    }

    Round claiming(Outcome outcome) {
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, null, mustKeep, returns, refusedUp,
                outcome, claims + 1, sentBack, 0, 0, null, ending, hands);
    }

    Round passed(int steps) {
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, asked, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, steps, objections, verdict, ending, hands);
    }

    Round returnedToWork() {
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, asked, mustKeep, returns, refusedUp,
                null, claims, sentBack + 1, 0, 0, null, ending, hands);
    }

    Round objected(int undecided) {
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, asked, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, undecided, verdict, ending, hands);
    }

    Round judged(Verdict said) {
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, asked, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, said, ending, hands);
    }

    Round ended(@Nullable Ending how) {
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, null, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, how, hands);
    }

    Round touchedBy(PersonId person, Hand hand) {
        var all = new TreeMap<>(hands);
        all.put(person.value(), hand);
        return new Round(number, openedOn, assignment, due, firstDue, measures, evidence, asked, mustKeep, returns, refusedUp,
                claimed, claims, sentBack, stepsPassed, objections, verdict, ending, Collections.unmodifiableMap(all));
    }
}
