package org.mingbai.town.cast;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.People;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.PostId;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignInRules;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;

/// Fills the directory by its public verbs.
public final class Casting {

    /// One for all sign-ins of a sample that holds nothing but inventions.
    public static final String PASSWORD = "Qingyu.2026";

    private final Organisations organisations;
    private final People people;
    private final Accounts accounts;

    public Casting(Organisations organisations, People people, Accounts accounts) {
        this.organisations = organisations;
        this.people = people;
        this.accounts = accounts;
    }

    public Cast cast(TenantId tenant, LocalDate today) {
        var by = keeper(tenant);
        var since = Span.from(today.minusYears(4));
        var units = new EnumMap<Unit, OrganisationId>(Unit.class);
        for (var unit : Unit.values()) {
            var described = new Organisations.Description(unit.title(), unit.shortly(), unit.kind(), "");
            units.put(unit, organisations.found(by, Optional.ofNullable(unit.superior()).map(units::get), described, since, Optional.empty()).orThrow());
        }
        var persons = new HashMap<String, PersonId>();
        var posts = new HashMap<String, PostId>();
        for (var figure : Figure.ALL) {
            var person = people.add(by, figure.name()).orThrow();
            persons.put(figure.code(), person);
            posts.put(figure.code(), people.givePost(by, person, new Seat(units.get(figure.unit()), figure.role()), figure.title(), since).orThrow());
        }
        lend(by, posts, persons, today);
        people.endPost(by, posts.get(Figure.GONE), today.minusDays(Figure.GONE_DAYS)).orThrow();
        return new Cast(tenant, Map.copyOf(units), Map.copyOf(persons));
    }

    /// Somebody on leave now, somebody who was, and somebody who will be.
    private void lend(Keeper by, Map<String, PostId> posts, Map<String, PersonId> persons, LocalDate today) {
        people.appointStandIn(by, posts.get("water1"), persons.get("urban1"), today.minusDays(3), today.plusDays(18)).orThrow();
        people.appointStandIn(by, posts.get("sign2"), persons.get("mayor"), today.minusDays(90), today.minusDays(76)).orThrow();
        people.appointStandIn(by, posts.get("clean1"), persons.get("elm1"), today.plusDays(10), today.plusDays(24)).orThrow();
    }

    /// Comes last: whoever can sign in finds the town whole. A sample may lie unused for months and still opens.
    public void openAccounts(Cast cast) {
        var by = keeper(cast.tenant());
        accounts.setRules(by, SignInRules.of(Map.of("passwordAgeDaysMax", 0, "idleMinutes", 120, "unusedDaysMax", 0))).orThrow();
        for (var figure : Figure.ALL) {
            figure.login().ifPresent(login -> accounts.open(by, cast.people().get(figure.code()), login, PASSWORD, false).orThrow());
        }
    }

    private static Keeper keeper(TenantId tenant) {
        return Keeper.program(tenant, "sample");
    }
}
