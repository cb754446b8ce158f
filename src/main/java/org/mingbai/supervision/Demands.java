package org.mingbai.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Sight;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.supervision.burden.DemandTable;
import org.mingbai.supervision.burden.Likeness;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is asked of units, and what may be asked of them. Every demand is written here, by the product where it asks itself.
@Component
public class Demands {

    private static final Period ASKED_BEFORE = Period.ofDays(180);
    private static final int COMPARED_MAX = 300;
    private static final int LISTED_MAX = 200;

    private final DemandTable table;
    private final Directory directory;
    private final Matters matters;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Demands(DemandTable table, Directory directory, Matters matters, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.directory = directory;
        this.matters = matters;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What is asked of one unit in one week.
    public record Load(OrganisationId unit, LocalDate week, int demands, int minutes) {}

    /// How much may be asked of a unit in a week before whoever adds to it has to say why.
    /// @param basis the paper it rests on
    public record Ceiling(int minutes, String basis) {}

    /// What there is to know before one more thing is asked.
    /// @param load    of that week, without it
    /// @param ceiling empty where none is set
    /// @param before  the same asked of the same unit in the last half year, the latest first
    public record Warning(Load load, Optional<Ceiling> ceiling, List<Demand> before, int minutes) {

        public boolean overCeiling() {
            return ceiling.isPresent() && load.minutes() + minutes > ceiling.get().minutes();
        }

        /// Whether a reason has to be given.
        public boolean any() {
            return overCeiling() || !before.isEmpty();
        }
    }

    /// What is to be looked at before this is asked, as this person may see it: without what is asked about matters that are kept from them.
    public Warning warning(SignedIn who, Demand demand) {
        return warning(who.tenant(), demand, matters.keptFrom(who));
    }

    /// The same for what takes the place of something asked before: that one counts no more.
    /// @param replaced the cause of what it takes the place of
    public Warning warning(SignedIn who, Demand demand, String replaced) {
        var whole = warning(who, demand);
        var gone = table.ofCause(who.tenant(), replaced).stream().filter(one -> one.to().equals(demand.to()) && one.week().equals(demand.week())).toList();
        var load = new Load(whole.load().unit(), whole.load().week(), whole.load().demands() - gone.size(),
                whole.load().minutes() - gone.stream().mapToInt(Demand::minutes).sum());
        return new Warning(load, whole.ceiling(), whole.before().stream()
                .filter(earlier -> earlier.cause() == null || !(earlier.cause() + "/").startsWith(replaced + "/")).toList(), whole.minutes());
    }

    private Warning warning(TenantId tenant, Demand demand, Set<MatterId> kept) {
        var before = table.since(tenant, demand.to(), demand.day().minus(ASKED_BEFORE), COMPARED_MAX).stream()
                .filter(earlier -> Likeness.of(earlier.what(), demand.subject())).map(DemandTable.Asked::demand).toList();
        return new Warning(loadOf(tenant, demand.to(), demand.week(), kept), table.ceiling(tenant), before, demand.minutes());
    }

    /// Writes it down, in the transaction at hand. False when its cause was counted before.
    public boolean record(TenantId tenant, PersonId by, Demand demand) {
        return table.insert(tenant, demand.shortened(), by, OffsetDateTime.now(clock));
    }

    /// Takes back what has that cause and was not answered: it stays readable where it leads, and weighs nothing. In the transaction at hand.
    public void lift(TenantId tenant, String cause) {
        table.lift(tenant, cause, OffsetDateTime.now(clock));
    }

    /// What is asked of a unit in the week of that day.
    public Load loadOf(TenantId tenant, OrganisationId unit, LocalDate day) {
        return loadOf(tenant, unit, day, Set.of());
    }

    private Load loadOf(TenantId tenant, OrganisationId unit, LocalDate day, Set<MatterId> kept) {
        var week = Demand.weekOf(day);
        return table.loads(tenant, week, week, kept).stream().filter(load -> load.unit().equals(unit)).findFirst().orElse(new Load(unit, week, 0, 0));
    }

    /// The loads of the units this person sees, from one week to another.
    public List<Load> loads(SignedIn who, LocalDate from, LocalDate until) {
        var sight = sightOf(who);
        return table.loads(who.tenant(), Demand.weekOf(from), Demand.weekOf(until), matters.keptFrom(who)).stream()
                .filter(load -> sight.reaches(load.unit())).toList();
    }

    /// The demands behind a number; none of a unit this person does not see.
    public List<Demand> of(SignedIn who, OrganisationId unit, LocalDate day) {
        return sightOf(who).reaches(unit) ? table.of(who.tenant(), unit, Demand.weekOf(day), LISTED_MAX, matters.keptFrom(who)) : List.of();
    }

    /// What came of a demand, who said so and when.
    public record Said(String words, PersonId by, OffsetDateTime at) {}

    /// Keeps what came of it, so that the next one who would ask finds it; what was said before stays readable. False where this person sees no
    /// such demand.
    public boolean answer(SignedIn who, long id, String answer) {
        var found = seen(who, id);
        transaction.executeWithoutResult(_ -> found.ifPresent(demand -> table.answer(who.tenant(), demand.id(), answer, who.person(),
                OffsetDateTime.now(clock))));
        return found.isPresent();
    }

    /// All that was answered to one, the latest first; nothing where this person sees no such demand.
    public List<Said> answers(SignedIn who, long id) {
        return seen(who, id).map(demand -> table.answers(who.tenant(), demand.id())).orElse(List.of());
    }

    /// Whether what has that cause was written down before.
    public boolean recorded(TenantId tenant, String cause) {
        return table.has(tenant, cause);
    }

    /// One demand; empty where this person sees no such one.
    public Optional<Demand> one(SignedIn who, long id) {
        return seen(who, id);
    }

    private Optional<Demand> seen(SignedIn who, long id) {
        return table.find(who.tenant(), id, matters.keptFrom(who)).filter(demand -> sightOf(who).reaches(demand.to()));
    }

    public Optional<Ceiling> ceiling(TenantId tenant) {
        return table.ceiling(tenant);
    }

    public void setCeiling(Keeper by, Ceiling ceiling) {
        transaction.executeWithoutResult(_ -> {
            var was = table.ceiling(by.tenant());
            table.setCeiling(by.tenant(), ceiling, by.person().orElseThrow(), OffsetDateTime.now(clock));
            audit.ceilingSet(by, was.map(Demands::told).orElse(Map.of()), told(ceiling));
        });
    }

    /// Whose burden this person sees.
    public Sight sightOf(SignedIn who) {
        return Access.burdenOf(who, directory.treeOf(who.tenant()));
    }

    private static Map<String, String> told(Ceiling ceiling) {
        return Map.of("minutes", Integer.toString(ceiling.minutes()), "basis", ceiling.basis());
    }
}
