package org.mingbai.reporting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Sight;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.reporting.cases.CaseConditions;
import org.springframework.stereotype.Component;

/// Restricts cases to those somebody may open.
@Component
class Readers {

    private final Matters matters;
    private final Registers registers;
    private final Directory directory;

    Readers(Matters matters, Registers registers, Directory directory) {
        this.matters = matters;
        this.registers = registers;
        this.directory = directory;
    }

    /// One person, for themselves.
    Reader alone(SignedIn who) {
        return new Reader(who.tenant(), where -> restrict(who, where), summable(who), false);
    }

    private Optional<Reader.Summable> summable(SignedIn who) {
        return switch (directory.sightOf(who)) {
            case Sight.Everything _ -> Optional.of(whole(who));
            case Sight.Nothing _ -> Optional.empty();
            case Sight.Within(var units) when keepsAll(who, units) -> Optional.of(whole(who));
            case Sight.Within(var units) -> Optional.of(registersOf(who, units)).filter(own -> !own.isEmpty()).map(own -> new Reader.Summable(
                    where -> where.onRegisters(own),
                    where -> {
                        where.onRegisters(own);
                        where.among(kept(who));
                    },
                    Optional.of(new Reader.Others(where -> where.onOtherRegisters(own), where -> {
                        where.onOtherRegisters(own);
                        where.seenBy(who.tenant(), values(units), List.of());
                        where.without(kept(who));
                    }))));
        };
    }

    private Reader.Summable whole(SignedIn who) {
        return new Reader.Summable(_ -> {}, where -> where.among(kept(who)), Optional.empty());
    }

    /// Whoever reads a paper for others, and people nobody knows.
    Reader everybody(TenantId tenant) {
        var whole = new Reader.Summable(_ -> {}, where -> where.onlyKept(tenant), Optional.empty());
        return new Reader(tenant, where -> where.withoutKept(tenant), Optional.of(whole), true);
    }

    private List<Long> kept(SignedIn who) {
        return matters.keptFrom(who).stream().map(MatterId::value).toList();
    }

    /// To what this person may open now, whatever day they ask for (I4, I9).
    private void restrict(SignedIn who, CaseConditions where) {
        switch (directory.sightOf(who)) {
            case Sight.Everything _ -> {
            }
            case Sight.Nothing _ -> where.nothing();
            case Sight.Within(var units) when keepsAll(who, units) -> {
            }
            case Sight.Within(var units) -> where.seenBy(who.tenant(), values(units), registersOf(who, units));
        }
        where.without(kept(who));
    }

    private List<String> registersOf(SignedIn who, Set<OrganisationId> units) {
        return registers.of(who.tenant()).stream().filter(register -> units.contains(register.office())).map(Register::code).toList();
    }

    /// Every case stands on one of the registers: who keeps them all sees them all.
    private boolean keepsAll(SignedIn who, Set<OrganisationId> units) {
        var offices = registers.offices(who.tenant());
        return !offices.isEmpty() && units.containsAll(offices);
    }

    private static Set<Long> values(Set<OrganisationId> units) {
        return units.stream().map(OrganisationId::value).collect(Collectors.toSet());
    }
}
