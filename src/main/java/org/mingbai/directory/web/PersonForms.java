package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.Answer;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.People;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Adds and renames people: the system administrator's forms. Posts are the security administrator's.
@Controller
@Needs(Right.KEEP_DIRECTORY)
class PersonForms {

    private final Directory directory;
    private final People people;
    private final AuditTrail trail;

    PersonForms(Directory directory, People people, AuditTrail trail) {
        this.directory = directory;
        this.people = people;
        this.trail = trail;
    }

    @GetMapping("/directory/people/new")
    ModelAndView newForm() {
        return View.of("directory/person-form", adding("", UUID.randomUUID().toString(), FieldErrors.none()));
    }

    @PostMapping("/directory/people")
    ModelAndView add(Keeper by, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String key) {
        return switch (people.add(by, name, FormReader.key(key))) {
            case Answer.Done(var id) -> View.seeOther(DirectoryPages.hrefOf(id), Words.t("directory.person.added"));
            case Answer.Refused(var refusals) -> View.of("directory/person-form",
                    adding(FormReader.kept(name), key, Refused.shown(refusals)), Refused.status(refusals));
        };
    }

    @GetMapping("/directory/people/{id}/name")
    ModelAndView renameForm(SignedIn who, @PathVariable long id) {
        var person = directory.person(who.tenant(), new PersonId(id)).orElseThrow(DirectoryPages::notThere);
        return View.of("directory/person-form", renaming(person.id(), person.name(), person.name(), person.version(), Optional.empty(), FieldErrors.none()));
    }

    @PostMapping("/directory/people/{id}/name")
    ModelAndView rename(Keeper by, @PathVariable long id, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String version) {
        var person = directory.person(by.tenant(), new PersonId(id)).orElseThrow(DirectoryPages::notThere);
        var read = new FormReader();
        int seen = read.number("version", version);
        Answer<Integer> answer = read.isGood() ? people.rename(by, person.id(), seen, name) : new Answer.Refused<>(read.flaws());
        return switch (answer) {
            case Answer.Done<Integer> done -> View.seeOther(DirectoryPages.hrefOf(person.id()), Words.t("directory.person.renamed"));
            case Answer.Refused<Integer>(var refusals) -> {
                var meanwhile = refusals.stream().anyMatch(Refusal.ChangedMeanwhile.class::isInstance)
                        ? trail.lastOn(by.tenant(), person.id()).map(Meanwhile::of)
                        : Optional.<Meanwhile>empty();
                yield View.of("directory/person-form", renaming(person.id(), person.name(), FormReader.kept(name), person.version(), meanwhile,
                        Refused.shown(refusals)), Refused.status(refusals));
            }
        };
    }

    private static PersonForm adding(String name, String key, FieldErrors errors) {
        return new PersonForm(Words.t("directory.person.new"), "/directory/people",
                List.of(new Link(Words.t("directory.places.directory"), "/directory")), "/directory", name, 0, key, Optional.empty(), errors);
    }

    private static PersonForm renaming(PersonId id, String now, String name, int version, Optional<Meanwhile> meanwhile, FieldErrors errors) {
        var href = DirectoryPages.hrefOf(id);
        return new PersonForm(Words.t("directory.person.rename"), href + "/name", List.of(new Link(now, href)), href, name, version, "",
                meanwhile, errors);
    }
}
