package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRule;
import org.mingbai.supervision.slip.SlipRules;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The rules by which slips are drafted, with a dry run of what they would draft now.
@Controller
@Needs(Right.KEEP_SLIP_RULES)
class RulePages {

    private static final String HERE = "/slips/rules";

    private final SlipRules rules;
    private final Ledger ledger;
    private final Registers registers;
    private final Directory directory;
    private final Clock clock;

    RulePages(SlipRules rules, Ledger ledger, Registers registers, Directory directory, Clock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(HERE)
    ModelAndView all(SignedIn who) {
        var names = new Names(directory, who.tenant());
        var own = Access.unitsWhere(who, Right.KEEP_SLIP_RULES);
        var today = LocalDate.now(clock);
        var looks = rules.looks(who.tenant());
        var rows = rules.of(who.tenant()).stream()
                .map(rule -> row(who, rule, names, own.contains(rule.unit()), today, rule.inForceOn(today) ? looks.get(rule.code()) : null)).toList();
        var lines = rules.dryRun(who).stream().map(proposal -> line(who, proposal, names)).toList();
        return View.of("supervision/sliprules", new RulesPage(rows, lines, Access.may(who, Right.DRAFT_SLIPS), SlipRules.AT_ONCE_MAX), HttpStatus.OK);
    }

    /// What it is about stands there only for who may see the matter: a rule looks at all of them.
    private RulesPage.Line line(SignedIn who, SlipRules.Proposal proposal, Names names) {
        var draft = proposal.draft();
        boolean shown = draft.matter() == null || ledger.matter(who, draft.matter()).isPresent();
        var title = shown ? draft.content().title() : t("supervision.slip.rules.dry.hidden");
        return new RulesPage.Line(Optional.ofNullable(draft.matter()).filter(_ -> shown).map(id -> new Link(title, "/matters/" + id.value())),
                title, Names.kind(draft.kind()), names.unit(draft.to()), occasion(who, proposal.rule()), proposal.why().map(names::told).orElse(""));
    }

    private RulesPage.Row row(SignedIn who, SlipRule rule, Names names, boolean own, LocalDate today, SlipRules.@Nullable Look look) {
        boolean over = rule.to() != null && !rule.to().isAfter(today);
        var span = rule.to() == null ? t("supervision.slip.rules.span", Days.full(rule.from()))
                : t("supervision.slip.rules.span.until", Days.full(rule.from()), Days.full(rule.to()));
        var kind = rule.occasion() == SlipRule.Occasion.SLIP_UNANSWERED ? t("supervision.slip.rules.next-rung") : Names.kind(rule.kind());
        return new RulesPage.Row(rule.code(), t("supervision.slip.rules.sentence", occasion(who, rule), kind, rule.answerDays(), rule.basis()),
                names.unit(rule.unit()), span, rule.sendsItself(), over, own && rule.to() == null, Optional.ofNullable(look));
    }


    private String occasion(SignedIn who, SlipRule rule) {
        var when = rule.days() == 0 ? t("supervision.slip.rules.of." + rule.occasion() + ".now")
                : t("supervision.slip.rules.of." + rule.occasion(), rule.days());
        var where = Stream.of(Optional.ofNullable(rule.register()).flatMap(code -> registers.register(who.tenant(), code))
                        .map(register -> register.name(LocaleContextHolder.getLocale())),
                Optional.ofNullable(rule.step()).map(step -> t("ledger.step." + step))).flatMap(Optional::stream).toList();
        return where.isEmpty() ? when : t("supervision.slip.rules.of.where", when, String.join(" · ", where));
    }

    @PostMapping("/slips/rules/run")
    ModelAndView run(SignedIn who) {
        var run = rules.draftOwn(who);
        return View.seeOther(HERE, t("supervision.slip.rules.drafted", run.drafted(), run.sent(), run.refused()));
    }

    @PostMapping("/slips/rules/{code}/ending")
    ModelAndView end(SignedIn who, HttpServletRequest request, @PathVariable String code) {
        var names = new Names(directory, who.tenant());
        return rules.end(who, Keeper.of(who, request.getRemoteAddr()), code).map(why -> View.seeOther(HERE, names.told(why)))
                .orElseGet(() -> View.seeOther(HERE, t("supervision.slip.rules.ended")));
    }

    @GetMapping("/slips/rules/new")
    ModelAndView form(SignedIn who) {
        var units = Access.unitsWhere(who, Right.KEEP_SLIP_RULES);
        return View.of("supervision/sliprule", form(who, new Typed("", units.size() == 1 ? Long.toString(units.iterator().next().value()) : "", "", "", "", "0",
                "", "3", false, "", LocalDate.now(clock).plusDays(1).toString(), UUID.randomUUID().toString()), FieldErrors.none()));
    }

    /// The next version begins as the last one is.
    @GetMapping("/slips/rules/{code}/next")
    ModelAndView next(SignedIn who, @PathVariable String code) {
        var last = rules.of(who.tenant()).stream().filter(rule -> rule.code().equals(code)).findFirst()
                .filter(rule -> Access.unitsWhere(who, Right.KEEP_SLIP_RULES).contains(rule.unit()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return View.of("supervision/sliprule", form(who, new Typed(code, Long.toString(last.unit().value()), last.occasion().name(),
                Objects.requireNonNullElse(last.register(), ""), last.step() == null ? "" : last.step().name(), Integer.toString(last.days()),
                last.kind().name(), Integer.toString(last.answerDays()), last.sendsItself(), last.basis(), LocalDate.now(clock).plusDays(1).toString(),
                UUID.randomUUID().toString()), FieldErrors.none()));
    }

    /// @param code of the rule whose next version it is; empty for a new one
    private record Typed(String code, String unit, String occasion, String register, String step, String days, String kind, String answerDays,
            boolean sendsItself, String basis, String from, String key) {}

    @PostMapping(HERE)
    ModelAndView put(SignedIn who, HttpServletRequest request, @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String occasion,
            @RequestParam(defaultValue = "") String register, @RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String answerDays,
            @RequestParam(defaultValue = "") String sendsItself, @RequestParam(defaultValue = "") String basis, @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String key) {
        var typed = new Typed(code, unit, occasion, register, step, days, kind, answerDays, !sendsItself.isEmpty(), basis, from, key);
        var errors = FieldErrors.none();
        var at = named(SlipRule.Occasion.values(), occasion);
        var wanted = named(SlipKind.values(), kind);
        boolean next = at.filter(it -> it == SlipRule.Occasion.SLIP_UNANSWERED).isPresent();
        errors = unit.matches("[0-9]{1,18}") ? errors : missing(errors, "unit");
        errors = at.isPresent() ? errors : missing(errors, "occasion");
        errors = next || wanted.isPresent() ? errors : missing(errors, "kind");
        errors = register.isEmpty() || registers.register(who.tenant(), register).isPresent() ? errors : notThere(errors, "register");
        errors = step.isEmpty() || named(Step.values(), step).filter(it -> !it.window()).isPresent() ? errors : notThere(errors, "step");
        errors = number(days).isPresent() ? errors : missing(errors, "days");
        errors = number(answerDays).isPresent() ? errors : missing(errors, "answerDays");
        errors = day(from).isPresent() ? errors : missing(errors, "from");
        if (errors.any()) {
            return View.of("supervision/sliprule", form(who, typed, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var asked = new SlipRules.Asked(code, new OrganisationId(Long.parseLong(unit)), at.orElseThrow(),
                register.isEmpty() ? null : register, named(Step.values(), step).orElse(null),
                number(days).orElseThrow(), wanted.orElse(SlipKind.WARNING), number(answerDays).orElseThrow(), typed.sendsItself(), basis,
                day(from).orElseThrow());
        var names = new Names(directory, who.tenant());
        return rules.put(who, Keeper.of(who, request.getRemoteAddr()), asked, FormKey.of(key))
                .map(why -> View.of("supervision/sliprule", form(who, typed, FieldErrors.none().with(why.field(), names.told(why))),
                        HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> View.seeOther(HERE, t("supervision.slip.rules.done", Days.full(asked.from()))));
    }

    private static FieldErrors notThere(FieldErrors errors, String field) {
        return errors.with(field, t("supervision.slip.rules.no-such"), t("supervision.slip.rules." + field));
    }

    private static FieldErrors missing(FieldErrors errors, String field) {
        return errors.with(field, t("supervision.slip.refusal.Missing", t("supervision.slip.field." + field)));
    }

    private RulesPage.Form form(SignedIn who, Typed typed, FieldErrors errors) {
        var names = new Names(directory, who.tenant());
        var units = Access.unitsWhere(who, Right.KEEP_SLIP_RULES).stream().sorted(Comparator.comparing(OrganisationId::value))
                .map(unit -> new Choice(Long.toString(unit.value()), names.unit(unit))).toList();
        var lists = registers.of(who.tenant()).stream().map(it -> new Choice(it.code(), it.name(LocaleContextHolder.getLocale()))).toList();
        return new RulesPage.Form(units, choices(SlipRule.Occasion.values(), it -> t("supervision.slip.rules.occasion." + it)), lists,
                choices(Arrays.stream(Step.values()).filter(it -> !it.window()).toArray(Step[]::new), it -> t("ledger.step." + it)),
                choices(SlipKind.values(), Names::kind), typed.code(), typed.unit(), typed.occasion(), typed.register(), typed.step(), typed.days(),
                typed.kind(), typed.answerDays(), typed.sendsItself(), typed.basis(), typed.from(), LocalDate.now(clock).plusDays(1).toString(),
                typed.key().isEmpty() ? UUID.randomUUID().toString() : typed.key(), errors);
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] all, Function<E, String> label) {
        return Arrays.stream(all).map(it -> new Choice(it.name(), label.apply(it))).toList();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(it -> it.name().equals(name)).findFirst();
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("[0-9]{1,4}") ? Optional.of(Integer.parseInt(text.strip())) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(Days.typed(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
