package org.mingbai.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A tenant of a test's own: a county with two bureaus and an office in one of them, open since 2020.
@Component
public final class Bureau {

    public static final LocalDate OPENED = LocalDate.of(2020, 1, 1);
    public static final String PASSWORD = "Lamp-4711-post";

    private final Tenants tenants;
    private final Organisations organisations;
    private final People people;
    private final Logins logins;
    private final Directory directory;

    Bureau(Tenants tenants, Organisations organisations, People people, Logins logins, Directory directory) {
        this.tenants = tenants;
        this.organisations = organisations;
        this.people = people;
        this.logins = logins;
        this.directory = directory;
    }

    public record Made(
            TenantId tenant, Keeper keeper, OrganisationId county, OrganisationId lamps, OrganisationId roads, OrganisationId roadOffice) {}

    public Made made() {
        var tenant = tenants.found("清河县");
        var by = Keeper.program(tenant, "test");
        var county = unit(by, null, "清河县人民政府");
        var lamps = unit(by, county, "路灯所");
        var roads = unit(by, county, "交通局");
        return new Made(tenant, by, county, lamps, roads, unit(by, roads, "养护科"));
    }

    public OrganisationId unit(Keeper by, @org.jspecify.annotations.Nullable OrganisationId under, String name) {
        return organisations.found(by, Optional.ofNullable(under), Organisations.Description.of(name, OrganisationKind.DEPARTMENT),
                Span.from(OPENED), Optional.empty()).orThrow();
    }

    public PersonId person(Keeper by, String name, Seat... seats) {
        var person = people.add(by, name).orThrow();
        for (var seat : seats) {
            people.givePost(by, person, seat, "", Span.from(OPENED)).orThrow();
        }
        return person;
    }

    /// Somebody with an account; the login has to be nobody else's in any tenant.
    public PersonId signingIn(Keeper by, String login, Seat... seats) {
        var person = person(by, "测试" + login.replaceAll("\\P{L}", ""), seats);
        logins.open(by, person, login);
        return person;
    }

    public SignedIn as(TenantId tenant, PersonId person) {
        return directory.actingAs(tenant, person).orElseThrow();
    }
}
