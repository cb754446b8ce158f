package org.mingbai.directory;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the directory: units, people and who fills which seat. What is asked at every request is remembered
/// until the directory changes, on this node or another.
@Component
public class Directory {

    private final OrganisationTable organisations;
    private final PersonTable people;
    private final PostTable posts;
    private final StandInTable standIns;
    private final AccountTable accounts;
    private final Snapshots snapshots;
    private final Clock clock;

    Directory(OrganisationTable organisations, PersonTable people, PostTable posts, StandInTable standIns,
            AccountTable accounts, Snapshots snapshots, Clock clock) {
        this.organisations = organisations;
        this.people = people;
        this.posts = posts;
        this.standIns = standIns;
        this.accounts = accounts;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /// The units as of today; those not yet or no longer valid are in it and not active.
    public OrganisationTree treeOf(TenantId tenant) {
        var today = LocalDate.now(clock);
        return snapshots.answer(tenant, new TreeOn(today), () -> new OrganisationTree(organisations.all(tenant).stream()
                .map(unit -> new OrganisationTree.Unit(unit.id(), unit.parent(), unit.name(), unit.validity().contains(today)))
                .toList()));
    }

    /// What this person may see of the matters today.
    public Sight sightOf(SignedIn who) {
        return snapshots.answer(who.tenant(), new SightOf(who.seats(), LocalDate.now(clock)),
                () -> Access.sightOf(who, treeOf(who.tenant())));
    }

    /// The seats a person fills on a day, in their own name and standing in.
    public Set<Seat> seatsOf(TenantId tenant, PersonId person, LocalDate day) {
        return snapshots.answer(tenant, new SeatsOf(person, day), () -> {
            var seats = new LinkedHashSet<Seat>();
            posts.ofPerson(tenant, person).stream().filter(post -> post.span().contains(day)).forEach(post -> seats.add(post.seat()));
            standIns.by(tenant, person).stream().filter(lent -> lent.span().contains(day) && lent.post().span().contains(day))
                    .forEach(lent -> seats.add(lent.post().seat()));
            return Set.copyOf(seats);
        });
    }

    /// Who fills a seat on a day, first those in their own name, then those who stand in.
    public List<Holder> holdersOf(TenantId tenant, Seat seat, LocalDate day) {
        return snapshots.answer(tenant, new HoldersOf(seat, day), () -> posts.holdersOf(tenant, seat, day));
    }

    /// The person as somebody who acts today, whether or not they have an account.
    public Optional<SignedIn> actingAs(TenantId tenant, PersonId person) {
        return person(tenant, person).map(found ->
                new SignedIn(tenant, person, found.name(), seatsOf(tenant, person, LocalDate.now(clock))));
    }

    public String personName(TenantId tenant, PersonId person) {
        return person(tenant, person).map(Person::name).orElse("");
    }

    public Map<PersonId, String> personNames(TenantId tenant, Collection<PersonId> ids) {
        var names = new HashMap<PersonId, String>();
        people.find(tenant, ids).forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    public Map<OrganisationId, String> organisationNames(TenantId tenant, Collection<OrganisationId> ids) {
        var tree = treeOf(tenant);
        var names = new LinkedHashMap<OrganisationId, String>();
        ids.forEach(id -> tree.unit(id).ifPresent(unit -> names.put(id, unit.name())));
        return names;
    }

    public Optional<Organisation> organisation(TenantId tenant, OrganisationId id) {
        return organisations.find(tenant, id);
    }

    public List<Organisation> organisations(TenantId tenant) {
        return organisations.all(tenant);
    }

    /// In the order they were founded, after one of them.
    public List<Organisation> organisations(TenantId tenant, OrganisationId after, int limit) {
        return organisations.page(tenant, after, limit);
    }

    /// In the order they were added, after one of them.
    public List<Person> people(TenantId tenant, PersonId after, int limit) {
        return people.page(tenant, after, limit);
    }

    public Optional<Person> person(TenantId tenant, PersonId id) {
        return snapshots.answer(tenant, id, () -> people.find(tenant, id));
    }

    /// Those of exactly this name, namesakes included.
    public List<Person> peopleNamed(TenantId tenant, String name) {
        return name.indexOf('\0') < 0 ? people.named(tenant, Wording.tidy(name)) : List.of();
    }

    /// Whom somebody means who writes a login or a name; several when there are namesakes.
    public List<Person> peopleMeant(TenantId tenant, String written) {
        return accounts.find(tenant, Accounts.plain(written)).flatMap(account -> people.find(tenant, account.person()))
                .map(List::of).orElseGet(() -> peopleNamed(tenant, written));
    }

    /// Which units somebody means who writes a name, a short name, or a way down such as `交通局/养护科`; only those valid today.
    public List<OrganisationId> unitsMeant(TenantId tenant, String written) {
        var today = LocalDate.now(clock);
        return meant(snapshots.answer(tenant, new UnitsOn(today), () -> organisations.all(tenant).stream()
                .filter(unit -> unit.validity().contains(today)).collect(toMap(Organisation::id, unit -> unit))), written);
    }

    static List<OrganisationId> meant(Map<OrganisationId, Organisation> among, String written) {
        var steps = Wording.tidy(written).split("\\s*[/／>]\\s*");
        return among.values().stream().filter(unit -> isAt(unit, steps, among)).map(Organisation::id)
                .sorted(Comparator.comparingLong(OrganisationId::value)).toList();
    }

    private static boolean isAt(Organisation unit, String[] steps, Map<OrganisationId, Organisation> all) {
        @Nullable Organisation at = unit;
        for (int step = steps.length - 1; step >= 0; step--) {
            if (at == null || !(at.name().equals(steps[step]) || at.shortName().equals(steps[step]))) {
                return false;
            }
            at = at.parent().map(all::get).orElse(null);
        }
        return true;
    }

    public List<Person> searchPeople(TenantId tenant, String words, int limit) {
        return people.search(tenant, Wording.tidy(words), limit);
    }

    /// Past, present and coming posts, the latest first.
    public List<Post> postsOf(TenantId tenant, PersonId person) {
        return posts.ofPerson(tenant, person);
    }

    public List<Post> postsAt(TenantId tenant, OrganisationId unit) {
        return posts.atUnit(tenant, unit);
    }

    /// How many people hold a post at each unit today; units without one are not in it.
    public Map<OrganisationId, Integer> peopleCounts(TenantId tenant) {
        var today = LocalDate.now(clock);
        return snapshots.answer(tenant, new CountsOn(today), () -> posts.countsOn(tenant, today));
    }

    public Optional<Post> post(TenantId tenant, PostId id) {
        return posts.find(tenant, id);
    }

    /// Who stands in for the holder of this post, and when.
    public List<StandIn> standInsFor(TenantId tenant, PostId post) {
        return standIns.ofPost(tenant, post);
    }

    public Optional<StandIn> standIn(TenantId tenant, StandInId id) {
        return standIns.find(tenant, id);
    }

    /// Whose posts this person stands in for, and when.
    public List<StandIn> standInsBy(TenantId tenant, PersonId person) {
        return standIns.by(tenant, person);
    }

    /// The account as each request must know it; empty where the person has none.
    Optional<AccountTable.Standing> standingOf(TenantId tenant, PersonId person) {
        return snapshots.answer(tenant, new StandingOf(person), () -> accounts.standingOf(tenant, person));
    }

    private record TreeOn(LocalDate day) {}

    private record UnitsOn(LocalDate day) {}

    private record CountsOn(LocalDate day) {}

    private record SightOf(Set<Seat> seats, LocalDate day) {}

    private record SeatsOf(PersonId person, LocalDate day) {}

    private record HoldersOf(Seat seat, LocalDate day) {}

    private record StandingOf(PersonId person) {}
}
