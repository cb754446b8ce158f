package org.mingbai.directory.web;

import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.directory.Account;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.SecondFactor;
import org.mingbai.directory.SignInRules;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The security administrator's desk: who can sign in, and how one signs in.
@Controller
@Needs(Right.KEEP_ACCOUNTS)
class AccountPages {

    private static final int PAGE_ROWS = 50;
    private static final String ALL = "/administration/accounts";

    private final Accounts accounts;
    private final Directory directory;
    private final SecondFactor second;
    private final Clock clock;

    AccountPages(Accounts accounts, Directory directory, SecondFactor second, Clock clock) {
        this.accounts = accounts;
        this.second = second;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        var words = FormReader.kept(q);
        var found = accounts.page(who.tenant(), words, after, PAGE_ROWS + 1);
        var shown = found.stream().limit(PAGE_ROWS)
                .map(account -> new AccountsPage.Row(account.person().value(), account.login(), account.name(), stateOf(account), account.lastSignIn()))
                .toList();
        var older = found.size() > PAGE_ROWS ? Optional.of(href(words, shown.getLast().login())) : Optional.<String>empty();
        var newer = after.isEmpty() ? Optional.<String>empty() : Optional.of(href(words, ""));
        return View.of("directory/accounts", new AccountsPage(words, shown, new Pager(newer, older, Words.t("directory.rows", shown.size()))));
    }

    private static String href(String words, String after) {
        return UriComponentsBuilder.fromPath(ALL).queryParam("q", "{q}").queryParam("after", "{after}").encode().buildAndExpand(words, after).toUriString();
    }

    private String stateOf(Account account) {
        if (account.closed()) {
            return "directory.account.closed";
        }
        return isLocked(account) ? "directory.account.locked" : account.mustChange() ? "directory.account.must-change" : "directory.account.good";
    }

    private boolean isLocked(Account account) {
        return account.lockedUntil().filter(OffsetDateTime.now(clock)::isBefore).isPresent();
    }

    @GetMapping(ALL + "/{person}")
    ModelAndView one(SignedIn who, @PathVariable long person) {
        return View.of("directory/account", page(who.tenant(), person, "", Optional.empty(), FieldErrors.none()));
    }

    @GetMapping(ALL + "/{person}/opening")
    ModelAndView openingForm(SignedIn who, @PathVariable long person) {
        return one(who, person);
    }

    @PostMapping(ALL + "/{person}/opening")
    ModelAndView open(Keeper by, @PathVariable long person, @RequestParam(defaultValue = "") String login) {
        return withFirst(by, person, login, accounts.open(by, new PersonId(person), login));
    }

    @PostMapping(ALL + "/{person}/password")
    ModelAndView reset(Keeper by, @PathVariable long person) {
        return withFirst(by, person, "", accounts.resetPassword(by, new PersonId(person)));
    }

    /// Answers at once and not by way of another page: a password to begin with is kept nowhere, not even in a session.
    private ModelAndView withFirst(Keeper by, long person, String login, Answer<Accounts.FirstPassword> answer) {
        return switch (answer) {
            case Answer.Done(var first) ->
                    View.of("directory/account", page(by.tenant(), person, "", Optional.of(first.password()), FieldErrors.none()));
            case Answer.Refused(var refusals) -> View.of("directory/account",
                    page(by.tenant(), person, FormReader.kept(login), Optional.empty(), Refused.shown(refusals)), Refused.status(refusals));
        };
    }

    @PostMapping(ALL + "/{person}/unlocking")
    ModelAndView unlock(Keeper by, @PathVariable long person) {
        return back(by, person, accounts.unlock(by, new PersonId(person)), "directory.account.unlocked");
    }

    @PostMapping(ALL + "/{person}/closing")
    ModelAndView close(Keeper by, @PathVariable long person) {
        return back(by, person, accounts.close(by, new PersonId(person)), "directory.account.closed.done");
    }

    @PostMapping(ALL + "/{person}/reopening")
    ModelAndView reopen(Keeper by, @PathVariable long person) {
        return back(by, person, accounts.reopen(by, new PersonId(person)), "directory.account.reopened");
    }

    @PostMapping(ALL + "/{person}/sessions-end")
    ModelAndView endSessions(Keeper by, @PathVariable long person) {
        return back(by, person, accounts.endSessions(by, new PersonId(person)), "directory.account.sessions.ended");
    }

    @PostMapping(ALL + "/{person}/second-factor-reset")
    ModelAndView resetSecondFactor(Keeper by, @PathVariable long person) {
        return back(by, person, second.reset(by, new PersonId(person)), "directory.account.second-factor.reset.done");
    }

    private ModelAndView back(Keeper by, long person, Answer<?> answer, String done) {
        return switch (answer) {
            case Answer.Done<?> _ -> View.seeOther(ALL + "/" + person, Words.t(done));
            case Answer.Refused<?>(var refusals) -> View.of("directory/account",
                    page(by.tenant(), person, "", Optional.empty(), Refused.shown(refusals)), Refused.status(refusals));
        };
    }

    private AccountPage page(TenantId tenant, long person, String login, Optional<String> first, FieldErrors errors) {
        var named = directory.person(tenant, new PersonId(person)).orElseThrow(DirectoryPages::notThere);
        var account = accounts.of(tenant, named.id());
        return new AccountPage(person, named.name(), account, account.filter(this::isLocked).isPresent(), second.isSetUp(tenant, named.id()), login, first,
                errors);
    }

    @GetMapping("/administration/sign-in-rules")
    ModelAndView rulesForm(SignedIn who) {
        var typed = shown(who.tenant());
        return View.of("directory/rules", rulesPage(who.tenant(), typed, accounts.passwordWords(who.tenant()), FieldErrors.none()));
    }

    @PostMapping("/administration/sign-in-rules")
    ModelAndView setRules(Keeper by, @RequestParam Map<String, String> sent) {
        var read = new FormReader();
        var typed = new LinkedHashMap<String, String>();
        var rules = new LinkedHashMap<String, Integer>();
        SignInRules.SHIPPED.named().keySet().forEach(name -> {
            typed.put(name, FormReader.kept(sent.getOrDefault(name, "")));
            rules.put(name, read.number(name, typed.get(name)));
        });
        Answer<SignInRules> answer = read.isGood() ? accounts.setRules(by, SignInRules.of(rules)) : new Answer.Refused<>(read.flaws());
        return answer instanceof Answer.Refused<SignInRules>(var refusals)
                ? View.of("directory/rules", rulesPage(by.tenant(), typed, accounts.passwordWords(by.tenant()), Refused.shown(refusals)),
                        HttpStatus.UNPROCESSABLE_CONTENT)
                : View.seeOther("/administration", Words.t("directory.rules.done"));
    }

    @PostMapping("/administration/second-factor")
    ModelAndView requireSecondFactor(Keeper by, @RequestParam Map<String, String> sent) {
        var roles = Stream.of(Role.values()).filter(role -> sent.containsKey(role.name())).collect(toCollection(() -> EnumSet.noneOf(Role.class)));
        accounts.requireSecondFactor(by, roles).orThrow();
        return View.seeOther("/administration/sign-in-rules", Words.t("directory.rules.second-factor.done"));
    }

    @PostMapping("/administration/password-words")
    ModelAndView setPasswordWords(Keeper by, @RequestParam(defaultValue = "") String passwordWords) {
        var typed = FormReader.kept(passwordWords);
        return accounts.setPasswordWords(by, typed) instanceof Answer.Refused<String>(var refusals)
                ? View.of("directory/rules", rulesPage(by.tenant(), shown(by.tenant()), typed, Refused.shown(refusals)), HttpStatus.UNPROCESSABLE_CONTENT)
                : View.seeOther("/administration/sign-in-rules", Words.t("directory.rules.password-words.done"));
    }

    private RulesPage rulesPage(TenantId tenant, Map<String, String> typed, String passwordWords, FieldErrors errors) {
        return new RulesPage(typed, required(tenant), passwordWords, errors);
    }

    private Map<String, String> shown(TenantId tenant) {
        var shown = new LinkedHashMap<String, String>();
        accounts.rulesOf(tenant).named().forEach((name, value) -> shown.put(name, value.toString()));
        return shown;
    }

    private Map<Role, Boolean> required(TenantId tenant) {
        var now = accounts.secondFactorFor(tenant);
        var required = new EnumMap<Role, Boolean>(Role.class);
        Stream.of(Role.values()).forEach(role -> required.put(role, now.contains(role)));
        return required;
    }
}
