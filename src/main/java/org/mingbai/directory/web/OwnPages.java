package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OwnPlace;
import org.mingbai.directory.People;
import org.mingbai.directory.Post;
import org.mingbai.directory.PostId;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignIn;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.StandIn;
import org.mingbai.directory.StandInId;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// One's own account, password and stand-ins. The security administrator may arrange stand-ins for others.
@Controller
@Needs(Right.OWN_ACCOUNT)
class OwnPages {

    private final Directory directory;
    private final People people;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final List<OwnPlace> more;
    private final Clock clock;

    OwnPages(Directory directory, People people, Accounts accounts, SignIn signIn, Sessions sessions, List<OwnPlace> more, Clock clock) {
        this.directory = directory;
        this.people = people;
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.more = more;
        this.clock = clock;
    }

    @GetMapping("/me")
    ModelAndView me(SignedIn who) {
        var today = LocalDate.now(clock);
        var posts = directory.postsOf(who.tenant(), who.person()).stream()
                .filter(post -> post.span().last() == null || !post.span().last().isBefore(today))
                .map(post -> new OwnPage.OwnPost(post.id().value(), unitName(who, post), post.seat().unit().value(),
                        Words.t("directory.role." + post.seat().role()), post.title(), post.span(),
                        directory.standInsFor(who.tenant(), post.id()).stream().filter(lent -> isOpen(lent, today))
                                .map(lent -> new OwnPage.Lent(directory.personName(who.tenant(), lent.person()), "", lent.span(),
                                        Optional.of(lent.id().value()))).toList()))
                .toList();
        var standsInFor = directory.standInsBy(who.tenant(), who.person()).stream().filter(lent -> isOpen(lent, today))
                .map(lent -> new OwnPage.Lent(directory.personName(who.tenant(), lent.post().person()),
                        unitName(who, lent.post()) + " · " + Words.t("directory.role." + lent.post().seat().role()), lent.span(), Optional.empty()))
                .toList();
        return View.of("directory/me", new OwnPage(who.name(), posts, standsInFor, more));
    }

    @GetMapping("/password")
    ModelAndView password(Presence present) {
        return View.of("directory/password", passwordPage(present, FieldErrors.none()));
    }

    @PostMapping("/password")
    ModelAndView changePassword(Presence present, @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String again,
            HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.changePassword(present.who(), request.getRemoteAddr(), current, password, again)) {
            case Answer.Done(var ticket) -> {
                sessions.begin(ticket, request, response);
                yield View.seeOther("/", Words.t("directory.password.done"));
            }
            case Answer.Refused(var refusals) ->
                    View.of("directory/password", passwordPage(present, Refused.shown(refusals)), Refused.status(refusals));
        };
    }

    @GetMapping("/directory/posts/{id}/stand-in")
    ModelAndView standInForm(Presence present, @PathVariable long id) {
        var today = LocalDate.now(clock).toString();
        return View.of("directory/stand-in", standInPage(present, ownOrKept(present, id), "", today, today, FieldErrors.none()));
    }

    @PostMapping("/directory/posts/{id}/stand-in")
    ModelAndView appoint(Presence present, Keeper by, @PathVariable long id, @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last) {
        var post = ownOrKept(present, id);
        var read = new FormReader();
        var meant = read.person(directory, by.tenant(), "person", person);
        var from = read.day("first", first);
        var until = read.day("last", last);
        Answer<StandInId> answer = read.isGood()
                ? people.appointStandIn(by, post.id(), meant.orElseThrow(), from.orElseThrow(), until.orElseThrow())
                : new Answer.Refused<>(read.flaws());
        return answer instanceof Answer.Refused<StandInId>(var refusals)
                ? View.of("directory/stand-in", standInPage(present, post, person, first, last, Refused.shown(refusals)), Refused.status(refusals))
                : View.seeOther(backOf(present, post), Words.t("directory.stand-in.done"));
    }

    @PostMapping("/directory/stand-ins/{id}/end")
    ModelAndView takeBack(Presence present, Keeper by, @PathVariable long id) {
        var lent = directory.standIn(by.tenant(), new StandInId(id)).orElseThrow(OwnPages::notThere);
        var post = ownOrKept(present, lent.post().id().value());
        people.endStandIn(by, new StandInId(id));
        return View.seeOther(backOf(present, post), Words.t("directory.stand-in.ended"));
    }

    /// A post of one's own, or any for the security administrator. Others' are not there.
    private Post ownOrKept(Presence present, long id) {
        return directory.post(present.who().tenant(), new PostId(id))
                .filter(post -> post.person().equals(present.who().person()) || present.may(Right.KEEP_ACCOUNTS))
                .orElseThrow(OwnPages::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private StandInPage standInPage(Presence present, Post post, String person, String first, String last, FieldErrors errors) {
        var who = present.who();
        return new StandInPage(directory.personName(who.tenant(), post.person()),
                unitName(who, post) + " · " + Words.t("directory.role." + post.seat().role()),
                "/directory/posts/" + post.id().value() + "/stand-in", backOf(present, post), FormReader.kept(person), first, last, errors);
    }

    private static String backOf(Presence present, Post post) {
        return post.person().equals(present.who().person()) ? "/me" : "/directory/people/" + post.person().value();
    }

    private PasswordPage passwordPage(Presence present, FieldErrors errors) {
        return new PasswordPage(present.mustChangePassword(), accounts.rulesOf(present.who().tenant()), errors);
    }

    private String unitName(SignedIn who, Post post) {
        return directory.treeOf(who.tenant()).unit(post.seat().unit()).orElseThrow().name();
    }

    private static boolean isOpen(StandIn lent, LocalDate today) {
        return !lent.span().end().orElseThrow().isBefore(today);
    }
}
