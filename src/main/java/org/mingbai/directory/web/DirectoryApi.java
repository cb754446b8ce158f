package org.mingbai.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.CreditCode;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Person;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.api.ForPrograms;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The directory for programs, to read. Lists are paged by the id a page ended with.
@RestController
@RequestMapping("/api/v1")
@Needs(Right.SEE_DIRECTORY)
class DirectoryApi {

    private static final int LIMIT_MAX = 500;

    private final Directory directory;
    private final Clock clock;

    DirectoryApi(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /// @param next the `after` of the next page; absent on the last one
    record Page<T>(List<T> items, Optional<Long> next) {}

    record UnitAnswer(long id, Optional<Long> parent, String name, String shortName, String kind, Optional<String> creditCode,
            LocalDate validFrom, Optional<LocalDate> validTo, Optional<Long> predecessor, int version) {}

    record PersonAnswer(long id, String name, List<PostAnswer> posts) {}

    record PostAnswer(long unit, String role, String title, LocalDate validFrom, Optional<LocalDate> validTo) {}

    @ForPrograms(says = "directory.api.units", refuses = 400)
    @GetMapping("/organisations")
    Page<UnitAnswer> units(SignedIn who, @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        int rows = Math.clamp(limit, 1, LIMIT_MAX);
        var found = directory.organisations(who.tenant(), new OrganisationId(after), rows + 1);
        var items = found.stream().limit(rows).map(DirectoryApi::answer).toList();
        return new Page<>(items, found.size() > rows ? Optional.of(items.getLast().id()) : Optional.empty());
    }

    @ForPrograms(says = "directory.api.unit", refuses = {400, 404})
    @GetMapping("/organisations/{id}")
    ResponseEntity<UnitAnswer> unit(SignedIn who, @PathVariable long id) {
        var unit = directory.organisation(who.tenant(), new OrganisationId(id)).orElseThrow(DirectoryPages::notThere);
        return ResponseEntity.ok().eTag("\"" + unit.version() + "\"").body(answer(unit));
    }

    @ForPrograms(says = "directory.api.people", refuses = 400)
    @GetMapping("/people")
    Page<PersonAnswer> people(SignedIn who, @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        int rows = Math.clamp(limit, 1, LIMIT_MAX);
        var found = directory.people(who.tenant(), new PersonId(after), rows + 1);
        var items = found.stream().limit(rows).map(person -> answer(who.tenant(), person)).toList();
        return new Page<>(items, found.size() > rows ? Optional.of(items.getLast().id()) : Optional.empty());
    }

    @ForPrograms(says = "directory.api.person", refuses = {400, 404})
    @GetMapping("/people/{id}")
    PersonAnswer person(SignedIn who, @PathVariable long id) {
        return answer(who.tenant(), directory.person(who.tenant(), new PersonId(id)).orElseThrow(DirectoryPages::notThere));
    }

    private static UnitAnswer answer(Organisation unit) {
        return new UnitAnswer(unit.id().value(), unit.parent().map(OrganisationId::value), unit.name(), unit.shortName(), unit.kind().name(),
                unit.creditCode().map(CreditCode::value), unit.validity().first(), unit.validity().end(),
                unit.predecessor().map(OrganisationId::value), unit.version());
    }

    /// With the posts held today; who held which before is not told to programs.
    private PersonAnswer answer(TenantId tenant, Person person) {
        var today = LocalDate.now(clock);
        return new PersonAnswer(person.id().value(), person.name(), directory.postsOf(tenant, person.id()).stream()
                .filter(post -> post.span().contains(today))
                .map(post -> new PostAnswer(post.seat().unit().value(), post.seat().role().name(), post.title(), post.span().first(), post.span().end()))
                .toList());
    }
}
