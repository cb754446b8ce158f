package org.mingbai.pattern.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Registers;
import org.mingbai.pattern.dispatch.DispatchPast;
import org.mingbai.pattern.dispatch.DispatchRefusal;
import org.mingbai.pattern.dispatch.DispatchRule;
import org.mingbai.pattern.dispatch.DispatchRules;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The dispatch catalogue (派单目录): for all who dispatch to read, for those who coordinate a register to keep.
@Controller
@Needs(Right.LIST_AND_ASSIGN)
class CataloguePages {

    static final String ALL = DispatchPages.ALL + "/catalogue";
    static final String FOLLOWED = DispatchPages.ALL + "/followed";

    private final DispatchRules rules;
    private final DispatchPast past;
    private final DispatchWords words;
    private final Registers registers;
    private final Clock clock;

    CataloguePages(DispatchRules rules, DispatchPast past, DispatchWords words, Registers registers, Clock clock) {
        this.rules = rules;
        this.past = past;
        this.words = words;
        this.registers = registers;
        this.clock = clock;
    }

    /// Those of a unit that is dispatched to do not write who is dispatched to. Where there are no registers yet, any coordinator may begin.
    static boolean keeps(Registers registers, SignedIn who) {
        var offices = registers.offices(who.tenant());
        return Access.may(who, Right.KEEP_DISPATCH) && (offices.isEmpty() || offices.stream().anyMatch(it -> who.holds(new Seat(it, Role.COORDINATOR))));
    }

    static void mustKeep(Registers registers, SignedIn who) {
        if (!keeps(registers, who)) {
            throw new AccessDeniedException("the dispatch catalogue is kept by those who coordinate a register");
        }
    }

    @GetMapping(ALL)
    ModelAndView all(Presence present) {
        var tenant = present.who().tenant();
        var kept = rules.of(tenant);
        var now = kept.stream().filter(it -> it.inForceOn(today())).map(it -> row(tenant, it)).toList();
        var other = kept.stream().filter(it -> !it.inForceOn(today())).map(it -> row(tenant, it)).toList();
        return View.of("pattern/catalogue", new CataloguePage(DispatchTabs.at(ALL), now, other, keeps(registers, present.who())));
    }

    private CataloguePage.Row row(TenantId tenant, DispatchRule rule) {
        return new CataloguePage.Row(t("pattern.dispatch.why.rule", rule.number()), ALL + "/" + rule.number(), DispatchWords.scope(rule.scope()),
                words.to(tenant, rule.lead(), rule.coHandlers()), DispatchWords.basis(rule.basis()), DispatchWords.span(rule), standing(rule),
                flaw(tenant, rule));
    }

    private String standing(DispatchRule rule) {
        return t("pattern.dispatch.standing." + (rule.inForceOn(today()) ? "now" : rule.from().isAfter(today()) ? "to-come" : "over"));
    }

    private String flaw(TenantId tenant, DispatchRule rule) {
        return rule.inForceOn(today()) && !words.isActive(tenant, rule.lead()) ? t("pattern.dispatch.flaw.abolished") : "";
    }

    @GetMapping(FOLLOWED)
    ModelAndView followed(SignedIn who) {
        var found = past.followed(who);
        var text = found.suggested() == 0 ? t("pattern.dispatch.followed.none") : t("pattern.dispatch.followed.sum", found.suggested(), found.followed(),
                DispatchWords.percent(found.followed() / (double) found.suggested()));
        return View.of("pattern/followed", new FollowedPage(DispatchTabs.at(FOLLOWED), sum(who, found, text)));
    }

    private FollowedPage.Sum sum(SignedIn who, DispatchPast.Followed found, String text) {
        return new FollowedPage.Sum(text, t("pattern.dispatch.looked", found.looked()), found.others().stream().map(it -> new FollowedPage.Row(
                new Link(it.matter().subject().title(), "/matters/" + it.matter().id().value()), MatterNumber.of(it.matter()).printed(),
                Days.day(it.on(), today()), words.unit(who.tenant(), it.to()), words.unit(who.tenant(), it.rule().lead()),
                new Link(t("pattern.dispatch.why.rule", it.rule().number()), ALL + "/" + it.rule().number()))).toList());
    }

    @GetMapping(ALL + "/{number}")
    ModelAndView one(Presence present, @PathVariable int number) {
        return View.of("pattern/rule", page(present, number, "", FieldErrors.none()));
    }

    private List<DispatchRule> versions(TenantId tenant, int number) {
        var versions = rules.of(tenant).stream().filter(it -> it.number() == number).toList();
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return versions;
    }

    private RulePage page(Presence present, int number, String to, FieldErrors errors) {
        var tenant = present.who().tenant();
        var versions = versions(tenant, number);
        boolean keeps = keeps(registers, present.who());
        var href = ALL + "/" + number;
        return new RulePage(t("pattern.dispatch.why.rule", number), href, DispatchWords.scope(versions.getFirst().scope()),
                versions.stream().map(it -> new RulePage.Version(words.to(tenant, it.lead(), it.coHandlers()), DispatchWords.basis(it.basis()),
                        DispatchWords.span(it), standing(it), it.inForceOn(today()), flaw(tenant, it),
                        keeps && it.from().isAfter(today()) ? href + "/" + it.from() + "/withdrawal" : "")).toList(),
                keeps ? ALL + "/new?of=" + number : "", keeps && versions.getFirst().to() == null, to, today().toString(), errors);
    }

    @Needs(Right.KEEP_DISPATCH)
    @GetMapping(ALL + "/new")
    ModelAndView form(SignedIn who, @RequestParam(name = "of", defaultValue = "") String of) {
        mustKeep(registers, who);
        var typed = of.matches("[0-9]{1,6}") ? rules.of(who.tenant()).stream().filter(it -> it.number() == Integer.parseInt(of)).findFirst()
                .map(it -> typed(who.tenant(), it)).orElse(nothing()) : nothing();
        return View.of("pattern/ruleform", new RuleForm(typed, words.known(who.tenant()), today().toString(), List.of(), FieldErrors.none()));
    }

    private RuleForm.Typed nothing() {
        return new RuleForm.Typed("", "", "", "", "", filled(List.of()), "", "", today().plusDays(1).toString(), "");
    }

    private RuleForm.Typed typed(TenantId tenant, DispatchRule rule) {
        return new RuleForm.Typed(rule.scope().category(), rule.scope().place(), rule.scope().channel(), String.join("、", rule.scope().words()),
                words.isActive(tenant, rule.lead()) ? words.typed(tenant, rule.lead()) : "",
                filled(rule.coHandlers().stream().filter(it -> words.isActive(tenant, it)).map(it -> words.typed(tenant, it)).toList()), rule.basis().title(),
                rule.basis().article(), today().plusDays(1).toString(), "");
    }

    private static List<String> filled(List<String> names) {
        return Stream.concat(names.stream(), Stream.generate(() -> "").limit(Math.max(1, RuleForm.CO_HANDLERS - names.size()))).toList();
    }

    @Needs(Right.KEEP_DISPATCH)
    @PostMapping(ALL)
    ModelAndView put(SignedIn who, Keeper by, @RequestParam MultiValueMap<String, String> form) {
        mustKeep(registers, who);
        var typed = typed(form);
        var from = DispatchPages.day(typed.from());
        var to = DispatchPages.day(typed.to());
        var wrong = new ArrayList<String>();
        if (from.isEmpty() && !typed.from().isEmpty()) {
            wrong.add("from");
        }
        if (to.isEmpty() && !typed.to().isEmpty()) {
            wrong.add("to");
        }
        if (!wrong.isEmpty()) {
            var errors = FieldErrors.none();
            for (var field : wrong) {
                errors = errors.with(field, t("pattern.dispatch.refusal.NoDay"), t("pattern.dispatch.field." + field));
            }
            return refused(who, typed, errors);
        }
        var draft = new DispatchRules.Draft(typed.category(), typed.place(), typed.channel(), typed.words(), typed.lead(), typed.coHandlers(),
                typed.basisTitle(), typed.basisArticle(), from.orElse(null), to.orElse(null));
        if (!DispatchPages.one(form, "try").isEmpty()) {
            return tried(who, typed, rules.read(who.tenant(), draft));
        }
        var read = rules.put(by, draft);
        return read.rule().map(rule -> View.seeOther(ALL + "/" + rule.number(), t("pattern.dispatch.catalogue.done", rule.number(), rule.from().toString())))
                .orElseGet(() -> refused(who, typed, DispatchWords.errors(read.why())));
    }

    private static RuleForm.Typed typed(MultiValueMap<String, String> form) {
        return new RuleForm.Typed(DispatchPages.one(form, "category"), DispatchPages.one(form, "place"), DispatchPages.one(form, "channel"),
                DispatchPages.one(form, "words"), DispatchPages.one(form, "lead"),
                form.getOrDefault("coHandlers", List.of()).stream().map(it -> it.replace("\0", "").strip()).limit(20).toList(),
                DispatchPages.one(form, "basisTitle"), DispatchPages.one(form, "basisArticle"), DispatchPages.one(form, "from"), DispatchPages.one(form, "to"));
    }

    private ModelAndView tried(SignedIn who, RuleForm.Typed typed, DispatchRules.Read read) {
        return read.rule().map(rule -> {
            var found = past.tried(who, rule, today());
            var text = t("pattern.dispatch.tried.sum", found.suggested(), found.followed(), found.suggested() - found.followed());
            return View.of("pattern/ruleform", new RuleForm(shown(typed), words.known(who.tenant()), today().toString(), List.of(sum(who, found, text)),
                    FieldErrors.none()));
        }).orElseGet(() -> refused(who, typed, DispatchWords.errors(read.why())));
    }

    private ModelAndView refused(SignedIn who, RuleForm.Typed typed, FieldErrors errors) {
        return View.of("pattern/ruleform", new RuleForm(shown(typed), words.known(who.tenant()), today().toString(), List.of(), errors),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static RuleForm.Typed shown(RuleForm.Typed typed) {
        return new RuleForm.Typed(typed.category(), typed.place(), typed.channel(), typed.words(), typed.lead(),
                filled(typed.coHandlers().stream().filter(it -> !it.isEmpty()).toList()), typed.basisTitle(), typed.basisArticle(), typed.from(), typed.to());
    }

    @Needs(Right.KEEP_DISPATCH)
    @PostMapping(ALL + "/{number}/ending")
    ModelAndView end(Presence present, Keeper by, @PathVariable int number, @RequestParam MultiValueMap<String, String> form) {
        mustKeep(registers, present.who());
        versions(by.tenant(), number);
        var typed = DispatchPages.one(form, "to");
        var last = DispatchPages.day(typed);
        if (last.isEmpty()) {
            return View.of("pattern/rule", page(present, number, typed,
                    FieldErrors.none().with("to", t("pattern.dispatch.refusal.NoDay"), t("pattern.dispatch.field.to"))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return done(present, number, typed, rules.end(by, number, last.get()), t("pattern.dispatch.ended", last.get().toString()));
    }

    @Needs(Right.KEEP_DISPATCH)
    @PostMapping(ALL + "/{number}/{from}/withdrawal")
    ModelAndView withdraw(Presence present, Keeper by, @PathVariable int number, @PathVariable String from) {
        mustKeep(registers, present.who());
        var versions = versions(by.tenant(), number);
        var day = DispatchPages.day(from).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var why = rules.withdraw(by, number, day);
        return why.isEmpty() && versions.size() == 1 ? View.seeOther(ALL, t("pattern.dispatch.withdrawn"))
                : done(present, number, "", why, t("pattern.dispatch.withdrawn"));
    }

    private ModelAndView done(Presence present, int number, String typed, List<DispatchRefusal> why, String notice) {
        return why.isEmpty() ? View.seeOther(ALL + "/" + number, notice)
                : View.of("pattern/rule", page(present, number, typed, DispatchWords.errors(why)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
