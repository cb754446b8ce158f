package org.mingbai.story;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.People;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.Registers;
import org.springframework.stereotype.Component;

/// A health commission as its ledger knows it, but for two units: one is called by another name, one is there no more.
@Component
public final class HealthOffice {

    public static final String PASSWORD = "Clinic-2023-harbour";

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Tenants tenants;
    private final Organisations organisations;
    private final People people;
    private final Accounts accounts;
    private final Registers registers;

    HealthOffice(Tenants tenants, Organisations organisations, People people, Accounts accounts, Registers registers) {
        this.tenants = tenants;
        this.organisations = organisations;
        this.people = people;
        this.accounts = accounts;
        this.registers = registers;
    }

    /// Logins of those who take part. @param planning handles what the planning unit answers for
    /// @param above checks first, for the commission above that unit
    public record Staff(TenantId tenant, String coordinator, String planning, String above, String checker, String verdictTaker, String approver) {}

    public Staff opened() {
        var tenant = tenants.found("市卫生健康委员会");
        var commission = unit(tenant, null, "市卫生健康委员会");
        var office = unit(tenant, commission, "督查办公室");
        var planning = unit(tenant, commission, "规划发展科");
        for (var name : new String[] {"药政科", "综合监督科", "宣传科", "医政医管科", "基层卫生科", "财务科", "县医院", "市中医院", "市人民医院（总院）"}) {
            unit(tenant, commission, name);
        }
        registers.layOut(tenant, office);
        return new Staff(tenant, login(tenant, "沈若溪", office, Role.COORDINATOR), login(tenant, "梁大路", planning, Role.HANDLER),
                login(tenant, "蒋敏之", commission, Role.CHECKER), login(tenant, "袁明德", office, Role.CHECKER),
                login(tenant, "杜小满", office, Role.VERDICT_TAKER), login(tenant, "秦守正", office, Role.APPROVER));
    }

    private OrganisationId unit(TenantId tenant, @Nullable OrganisationId above, String name) {
        return organisations.found(keeper(tenant), Optional.ofNullable(above), Organisations.Description.of(name, OrganisationKind.DEPARTMENT),
                Span.from(LONG_AGO), Optional.empty()).orThrow();
    }

    private String login(TenantId tenant, String name, OrganisationId unit, Role role) {
        var person = people.add(keeper(tenant), name).orThrow();
        people.givePost(keeper(tenant), person, new Seat(unit, role), "", Span.from(LONG_AGO)).orThrow();
        var login = "s" + UUID.randomUUID().toString().substring(0, 12);
        accounts.open(keeper(tenant), person, login, PASSWORD, false).orThrow();
        return login;
    }

    private static Keeper keeper(TenantId tenant) {
        return Keeper.program(tenant, "test");
    }
}
