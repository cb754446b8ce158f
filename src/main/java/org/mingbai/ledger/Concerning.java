package org.mingbai.ledger;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Seat;

/// Whom a matter complains of, and when it may be laid before them after all.
final class Concerning {

    private Concerning() {}

    /// Whoever writes it down must be able to hand it on to somebody, and not belong to those it complains of.
    static Optional<Refusal> unfit(Subject subject, Now now) {
        if (subject.about() == null) {
            return Optional.empty();
        }
        var concern = Concern.with(subject.about());
        return Assigning.unknown(subject.about(), "about", now.tree())
                .or(() -> nobodyLeft(concern, now))
                .or(() -> now.seats().stream().map(Seat::unit).flatMap(unit -> concern.keepsAway(unit, now.tree(), now.office()).stream()).findFirst()
                        .map(unit -> new Refusal.OwnUnitConcerned("about", unit)));
    }

    static Ruling name(Act.NameConcerned act, Matter matter, Policy policy, Now now) {
        var named = matter.concern().naming(act.units());
        return Assigning.unknown(act.units(), "units", now.tree())
                .or(() -> named.equals(matter.concern()) ? Optional.of(new Refusal.NothingChanges("units")) : Optional.empty())
                .or(() -> nobodyLeft(named, now))
                .or(() -> atWork(matter).flatMap(unit -> named.keepsAway(unit, now.tree(), now.office()).stream().map(_ -> unit)).findFirst()
                        .map(unit -> new Refusal.ConcernedIsAtWork("units", unit)))
                .or(() -> policy.asksOutside() ? Assigning.nobodyOutside(matter.concerning(named), policy, now) : Optional.empty())
                .map(Lifecycle::refuse)
                .orElseGet(() -> accept(new Entry.ConcernNamed(act.units(), act.reason())));
    }

    static Ruling ask(Act.AskDisclosure act, Matter matter) {
        if (matter.concern().asked() != null) {
            return refuse(new Refusal.DisclosurePending());
        }
        return matter.concern().keptFrom().contains(act.unit())
                ? accept(new Entry.DisclosureAsked(act.unit(), act.reason()))
                : refuse(new Refusal.NotKeptFrom("unit", act.unit()));
    }

    static Ruling decide(Act.DecideDisclosure act, Matter matter, Now now) {
        var asked = matter.concern().asked();
        if (asked == null) {
            return refuse(new Refusal.NoDisclosureAsked());
        }
        return asked.by().equals(now.person())
                ? refuse(new Refusal.AskedByYou())
                : accept(new Entry.DisclosureDecided(asked.unit(), act.agreed(), act.reason()));
    }

    /// A unit that must not get it.
    static Optional<Refusal> keptFrom(List<OrganisationId> units, String field, Matter matter, Now now) {
        return units.stream().filter(unit -> matter.concern().keepsAway(unit, now.tree(), now.office()).isPresent()).findFirst()
                .map(unit -> new Refusal.KeptFrom(field, unit));
    }

    private static Optional<Refusal> nobodyLeft(Concern concern, Now now) {
        return concern.keeper(now.tree(), now.office()).isPresent() ? Optional.empty() : Optional.of(new Refusal.NobodyLeftToHandle("about"));
    }

    private static Stream<OrganisationId> atWork(Matter matter) {
        var to = matter.assignment();
        var asked = matter.stage() instanceof Stage.Escalated(_, _, var seat, _) && seat != null ? Stream.of(seat.unit()) : Stream.<OrganisationId>empty();
        return to == null ? Stream.empty() : Stream.of(Stream.of(to.lead()), to.coHandlers().stream(), asked).flatMap(units -> units);
    }
}
