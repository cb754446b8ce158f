package org.mingbai.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.People;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Post;
import org.mingbai.directory.PostId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Gives and ends posts: the security administrator's forms, for a post is what gives rights.
@Controller
@Needs(Right.KEEP_ACCOUNTS)
class PostForms {

    private static final int NAMES_OFFERED_MAX = 500;

    private final Directory directory;
    private final People people;
    private final Accounts accounts;
    private final Clock clock;

    PostForms(Directory directory, People people, Accounts accounts, Clock clock) {
        this.directory = directory;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/directory/posts/new")
    ModelAndView newForm(SignedIn who, @RequestParam(defaultValue = "0") long person, @RequestParam(defaultValue = "0") long unit) {
        var holder = accounts.of(who.tenant(), new PersonId(person)).map(account -> account.login())
                .orElseGet(() -> directory.personName(who.tenant(), new PersonId(person)));
        var at = directory.treeOf(who.tenant()).unit(new OrganisationId(unit)).map(OrganisationTree.Unit::name).orElse("");
        var back = person > 0 ? DirectoryPages.hrefOf(new PersonId(person)) : unit > 0 ? DirectoryPages.hrefOf(new OrganisationId(unit)) : "/directory";
        return View.of("directory/post-form", new PostForm(holder, at, "", "", LocalDate.now(clock).toString(), "",
                UUID.randomUUID().toString(), names(who.tenant()), back, FieldErrors.none()));
    }

    @PostMapping("/directory/posts")
    ModelAndView give(Keeper by, @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last, @RequestParam(defaultValue = "") String key) {
        var read = new FormReader();
        var holder = read.person(directory, by.tenant(), "person", person);
        var at = read.unit(directory, by.tenant(), "unit", unit);
        var as = read.choice("role", role, Role.class);
        var from = read.day("first", first);
        var until = read.dayIfAny("last", last);
        Answer<PostId> answer = read.isGood()
                ? people.givePost(by, holder.orElseThrow(), new Seat(at.orElseThrow(), as.orElseThrow()), title,
                        new Span(from.orElseThrow(), until.orElse(null)), FormReader.key(key))
                : new Answer.Refused<>(read.flaws());
        return switch (answer) {
            case Answer.Done<PostId> done -> View.seeOther(DirectoryPages.hrefOf(holder.orElseThrow()), Words.t("directory.post.given"));
            case Answer.Refused<PostId>(var refusals) -> View.of("directory/post-form", new PostForm(FormReader.kept(person),
                    FormReader.kept(unit), FormReader.kept(role), FormReader.kept(title), FormReader.kept(first), FormReader.kept(last), key,
                    names(by.tenant()), "/directory", Refused.shown(refusals)), Refused.status(refusals));
        };
    }

    @GetMapping("/directory/posts/{id}/ending")
    ModelAndView endForm(SignedIn who, @PathVariable long id) {
        return View.of("directory/post-ending", ending(who.tenant(), post(who.tenant(), id), LocalDate.now(clock).toString(), FieldErrors.none()));
    }

    @PostMapping("/directory/posts/{id}/ending")
    ModelAndView end(Keeper by, @PathVariable long id, @RequestParam(defaultValue = "") String last) {
        var post = post(by.tenant(), id);
        var read = new FormReader();
        var day = read.day("last", last);
        Answer<PostId> answer = read.isGood() ? people.endPost(by, post.id(), day.orElseThrow()) : new Answer.Refused<>(read.flaws());
        return switch (answer) {
            case Answer.Done<PostId> done -> View.seeOther(DirectoryPages.hrefOf(post.person()), Words.t("directory.post.ended"));
            case Answer.Refused<PostId>(var refusals) -> View.of("directory/post-ending",
                    ending(by.tenant(), post, FormReader.kept(last), Refused.shown(refusals)), Refused.status(refusals));
        };
    }

    private PostEnding ending(TenantId tenant, Post post, String last, FieldErrors errors) {
        var unit = directory.treeOf(tenant).unit(post.seat().unit()).map(OrganisationTree.Unit::name).orElse("");
        return new PostEnding(post.id().value(), directory.personName(tenant, post.person()),
                unit + " · " + Words.t("directory.role." + post.seat().role()), last, DirectoryPages.hrefOf(post.person()), errors);
    }

    private Post post(TenantId tenant, long id) {
        return directory.post(tenant, new PostId(id)).orElseThrow(DirectoryPages::notThere);
    }

    private List<String> names(TenantId tenant) {
        return directory.treeOf(tenant).all().stream().filter(OrganisationTree.Unit::active).map(OrganisationTree.Unit::name)
                .distinct().limit(NAMES_OFFERED_MAX).toList();
    }
}
