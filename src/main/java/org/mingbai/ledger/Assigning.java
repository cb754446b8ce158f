package org.mingbai.ledger;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// Who answers for it: one lead unit, the units called in, and whether it may be given back.
final class Assigning {

    private Assigning() {}

    static Ruling assign(Act.Assign act, Matter matter, Policy policy, Now now) {
        if (act.to().due().passedOn(now.today())) {
            return refuse(new Refusal.NotBefore("due", now.today()));
        }
        return unfit(act.to(), matter, policy, now).map(Lifecycle::refuse).orElseGet(() -> accept(
                new Entry.Assigned(act.to(), designated(act.designated() == Boolean.TRUE || sentRound(matter, policy)))));
    }

    /// I6: whoever gets it, the date it was given stays.
    static Ruling reassign(Act.Reassign act, Matter matter, Policy policy, Now now) {
        var to = act.to();
        var kept = new Assignment(to.lead(), to.leader(), to.owners(), to.coHandlers(), matter.assignment().due(), to.requirement());
        return unfit(kept, matter, policy, now).map(Lifecycle::refuse).orElseGet(() -> accept(
                new Entry.Reassigned(kept, act.reason(), designated(act.designated() == Boolean.TRUE))));
    }

    /// Whoever gets what was sent round long enough keeps it.
    private static boolean sentRound(Matter matter, Policy policy) {
        return policy.returnsMax() > 0 && matter.returns() >= policy.returnsMax();
    }

    private static @Nullable Boolean designated(boolean it) {
        return it ? Boolean.TRUE : null;
    }

    /// Calls further units in; whom the office has called in, the lead cannot send away.
    static Ruling callCoHandlers(Act.CallCoHandlers act, Matter matter, Now now) {
        var all = new LinkedHashSet<>(matter.assignment().coHandlers());
        var again = act.calledOut() == Boolean.TRUE ? act.units().stream().distinct().filter(all::contains).toList() : List.<OrganisationId>of();
        boolean more = all.addAll(act.units()) || !again.isEmpty();
        return unknown(act.units(), "coHandlers", now.tree())
                .or(() -> Concerning.keptFrom(act.units(), "coHandlers", matter, now))
                .or(() -> more && !all.contains(matter.lead()) ? Optional.empty() : Optional.of(new Refusal.NothingChanges("coHandlers")))
                .map(Lifecycle::refuse)
                .orElseGet(() -> accept(new Entry.CoHandlersCalled(List.copyOf(all), act.reason(), again, designated(act.calledOut() == Boolean.TRUE))));
    }

    static Ruling reportAsCoHandler(Act.ReportAsCoHandler act, Matter matter, Now now) {
        var unit = matter.assignment().coHandlers().stream()
                .filter(called -> now.seats().contains(new Seat(called, Role.HANDLER)))
                .findFirst();
        return unit.map(called -> accept(new Entry.CoHandlerReported(called, act.text())))
                .orElseGet(() -> refuse(new Refusal.NotYourPost(ActKind.REPORT_AS_CO_HANDLER)));
    }

    /// A unit that asked once and was refused cannot give it back again (潍坊市12345政务服务便民热线条例 Art. 20).
    static Ruling requestReturn(Act.RequestReturn act, Matter matter) {
        return matter.round().mustKeep()
                ? refuse(new Refusal.ReturnWasRefused())
                : accept(new Entry.ReturnRequested(act.reason(), act.basis()));
    }

    static Optional<Refusal> unfit(Assignment to, Matter matter, Policy policy, Now now) {
        var trial = matter.with(matter.round().assigned(to));
        return (policy.asksOutside() ? nobodyOutside(trial, policy, now) : Optional.<Refusal>empty())
                .or(() -> unknown(List.of(to.lead()), "lead", now.tree()))
                .or(() -> unknown(to.coHandlers(), "coHandlers", now.tree()))
                .or(() -> Concerning.keptFrom(List.of(to.lead()), "lead", matter, now))
                .or(() -> Concerning.keptFrom(to.coHandlers(), "coHandlers", matter, now))
                .or(() -> to.coHandlers().contains(to.lead()) ? Optional.of(new Refusal.NothingChanges("coHandlers")) : Optional.empty());
    }

    /// Whether those who raised it could be asked by nobody but the lead unit itself or one below it.
    static Optional<Refusal> nobodyOutside(Matter matter, Policy policy, Now now) {
        return matter.lead() == null || new Posts(matter, policy, now.tree(), now.office()).verdictTaker() != null
                ? Optional.empty()
                : Optional.of(new Refusal.NobodyOutsideToJudge(matter.lead()));
    }

    /// An older ledger may name a unit that is gone for what is over, never one the directory does not know.
    static Optional<Refusal> unfit(Taken state, OrganisationTree tree) {
        var to = state.to();
        if (to == null) {
            return Optional.empty();
        }
        if (!state.closed()) {
            return unknown(List.of(to.lead()), "lead", tree).or(() -> unknown(to.coHandlers(), "coHandlers", tree));
        }
        return Stream.concat(Stream.of(to.lead()), to.coHandlers().stream())
                .filter(unit -> tree.unit(unit).isEmpty())
                .findFirst()
                .map(unit -> new Refusal.NoSuchUnit("lead", unit));
    }

    static Optional<Refusal> unknown(List<OrganisationId> units, String field, OrganisationTree tree) {
        return units.stream()
                .filter(unit -> tree.unit(unit).filter(OrganisationTree.Unit::active).isEmpty())
                .findFirst()
                .map(unit -> new Refusal.NoSuchUnit(field, unit));
    }
}
