package org.mingbai.directory;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Begins an account for a body: its topmost unit and the three administrators, from whom everybody else comes.
@Component
public class Founding {

    private static final List<Role> FIRST = List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private final Tenants tenants;
    private final Organisations organisations;
    private final People people;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Founding(Tenants tenants, Organisations organisations, People people, Accounts accounts,
            PlatformTransactionManager transactions, Clock clock) {
        this.tenants = tenants;
        this.organisations = organisations;
        this.people = people;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// @param administrators system, security and audit administrator, in this order
    public record Founded(TenantId tenant, List<Accounts.FirstPassword> administrators) {}

    public Answer<Founded> found(String name, OrganisationKind kind) {
        var tidy = Wording.tidy(name);
        var flaws = Organisations.NAME.flawsOf(tidy);
        return flaws.isEmpty() ? Answer.done(transaction.execute(status -> founded(tidy, kind))) : Answer.refused(flaws);
    }

    private Founded founded(String name, OrganisationKind kind) {
        var tenant = tenants.found(name);
        var by = Keeper.program(tenant, "found");
        var today = Span.from(LocalDate.now(clock));
        var top = organisations.found(by, Optional.empty(), Organisations.Description.of(name, kind), today, Optional.empty()).orThrow();
        var administrators = new ArrayList<Accounts.FirstPassword>();
        // No login that can be guessed before anybody has signed in.
        int number = 1000 + new SecureRandom().nextInt(9000);
        for (var role : FIRST) {
            var login = role.name().toLowerCase(java.util.Locale.ROOT).replace("_admin", "") + number;
            var person = people.add(by, login).orThrow();
            people.givePost(by, person, new Seat(top, role), "", today).orThrow();
            administrators.add(accounts.open(by, person, login).orThrow());
        }
        return new Founded(tenant, List.copyOf(administrators));
    }
}
