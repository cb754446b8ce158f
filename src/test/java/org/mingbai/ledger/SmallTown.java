package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.People;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.springframework.stereotype.Component;

/// Lays out a tenant of its own for a test: a town hall, its supervision office, and bureaus with people in every role.
@Component
public class SmallTown {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Tenants tenants;
    private final Organisations organisations;
    private final People people;
    private final Directory directory;
    private final Registers registers;

    SmallTown(Tenants tenants, Organisations organisations, People people, Directory directory, Registers registers) {
        this.tenants = tenants;
        this.organisations = organisations;
        this.people = people;
        this.directory = directory;
        this.registers = registers;
    }

    /// @param hall the superior of every other unit
    /// @param office coordinates every register
    public record Cast(
            TenantId tenant,
            OrganisationId hall,
            OrganisationId office,
            OrganisationId roads,
            OrganisationId water,
            SignedIn hallChecker,
            SignedIn coordinator,
            SignedIn checker,
            SignedIn approver,
            SignedIn verdictTaker,
            SignedIn leader,
            SignedIn auditor,
            SignedIn roadsHandler,
            SignedIn otherRoadsHandler,
            SignedIn waterHandler,
            SignedIn administrator) {}

    public Cast layOut() {
        var tenant = tenants.found("明白镇");
        var hall = unit(tenant, null, "明白镇人民政府");
        var office = unit(tenant, hall, "督查室");
        var roads = unit(tenant, hall, "路灯所");
        var water = unit(tenant, hall, "水务站");
        registers.layOut(tenant, office);
        return new Cast(tenant, hall, office, roads, water,
                person(tenant, "初审员", hall, Role.CHECKER),
                person(tenant, "协调员", office, Role.COORDINATOR),
                person(tenant, "审核员", office, Role.CHECKER),
                person(tenant, "签发人", office, Role.APPROVER),
                person(tenant, "评议员", office, Role.VERDICT_TAKER),
                person(tenant, "分管领导", office, Role.LEADER),
                person(tenant, "审计员", hall, Role.AUDITOR),
                person(tenant, "路灯所经办", roads, Role.HANDLER),
                person(tenant, "路灯所另一经办", roads, Role.HANDLER),
                person(tenant, "水务站经办", water, Role.HANDLER),
                person(tenant, "系统管理员", hall, Role.SYSTEM_ADMIN));
    }

    public OrganisationId unit(TenantId tenant, OrganisationId parent, String name) {
        return done(organisations.found(keeper(tenant), Optional.ofNullable(parent),
                Organisations.Description.of(name, OrganisationKind.DEPARTMENT), Span.from(LONG_AGO), Optional.empty()));
    }

    public SignedIn person(TenantId tenant, String name, OrganisationId unit, Role... roles) {
        PersonId id = done(people.add(keeper(tenant), name));
        for (var role : roles) {
            done(people.givePost(keeper(tenant), id, new Seat(unit, role), name, Span.from(LONG_AGO)));
        }
        return directory.actingAs(tenant, id).orElseThrow();
    }

    private static Keeper keeper(TenantId tenant) {
        return Keeper.program(tenant, "test");
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            default -> throw new AssertionError(answer.toString());
        };
    }
}
