package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Tab;
import org.mingbai.verdict.callback.LinkRules;
import org.mingbai.verdict.callback.Script;
import org.mingbai.verdict.callback.Scripts;
import org.mingbai.verdict.draw.Draw;
import org.mingbai.verdict.draw.Draws;
import org.mingbai.verdict.draw.Sampling;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The samples, the draws and the scripts, for everybody to see; set by whoever coordinates the register.
@Controller
@Needs(Right.SEE_MATTERS)
class CallBackRulesPages {

    static final String ALL = "/callbacks/rules";

    private final Draws draws;
    private final Scripts scripts;
    private final LinkRules links;
    private final Registers registers;
    private final Clock clock;

    CallBackRulesPages(Draws draws, Scripts scripts, LinkRules links, Registers registers, Clock clock) {
        this.draws = draws;
        this.scripts = scripts;
        this.links = links;
        this.registers = registers;
        this.clock = clock;
    }

    /// What somebody typed, with what is wrong about it.
    private record Again(String part, CallBackRulesPage.@Nullable Form form, CallBackRulesPage.@Nullable Text text,
            LinkTyping.@Nullable Read link) {

        static final Again NOTHING = new Again("", null, null, null);
    }

    @GetMapping(ALL)
    ModelAndView rules(SignedIn who, @RequestParam(defaultValue = "") String register) {
        var all = registers.of(who.tenant());
        var chosen = all.stream().filter(one -> one.code().equals(register)).findFirst().or(() -> all.stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return View.of("verdict/callbackrules", page(who, chosen, Again.NOTHING));
    }

    private CallBackRulesPage page(SignedIn who, Register register, Again again) {
        var locale = LocaleContextHolder.getLocale();
        boolean keeps = keeps(who, register);
        var tabs = registers.of(who.tenant()).stream()
                .map(one -> new Tab(one.name(locale), ALL + "?register=" + one.code(), one.code().equals(register.code()))).toList();
        var samples = Stream.of(Drawing.values()).map(of -> sample(who, register, of, keeps, again)).toList();
        var today = LocalDate.now(clock);
        var drawn = draws.published(who.tenant()).stream().filter(draw -> draw.register().equals(register.code())).map(draw -> drawn(draw, today)).toList();
        var texts = scripts.languages(who.tenant(), register.code()).stream().flatMap(language -> scripts.of(who.tenant(), register.code(), language).stream())
                .map(script -> again.text != null && again.text.language().equals(script.language()) ? again.text : text(script)).toList();
        return new CallBackRulesPage(register.code(), tabs, samples, drawn, texts, links(who, register, again), keeps);
    }

    private CallBackRulesPage.Links links(SignedIn who, Register register, Again again) {
        var rule = links.of(who.tenant(), register.code());
        var says = Stream.of(t(rule.sends() ? "verdict.link.on" : "verdict.link.off"), links.carried() ? "" : t("verdict.link.no-gateway"),
                rule.sends() ? t("verdict.link.rule", rule.version(), rule.quietFrom().toString(), rule.quietUntil().toString(), rule.days(), rule.basis())
                        : "").filter(line -> !line.isEmpty()).toList();
        return again.link == null ? new CallBackRulesPage.Links(says, LinkTyping.of(rule), FieldErrors.none())
                : new CallBackRulesPage.Links(says, again.link.typed(), again.link.errors());
    }

    @PostMapping(ALL + "/links")
    @Needs(Right.KEEP_CALL_BACKS)
    ModelAndView link(SignedIn who, Keeper by, @RequestParam(defaultValue = "") String register, LinkTyping.Sent sent) {
        var kept = kept(who, register);
        var read = LinkTyping.read(register, sent);
        if (read.rule() != null && !links.put(by, read.rule())) {
            read = read.with("basis", t("verdict.formula.overtaken"));
        }
        return read.errors().any() ? View.of("verdict/callbackrules", page(who, kept, new Again("", null, null, read)), HttpStatus.UNPROCESSABLE_CONTENT)
                : View.seeOther(ALL + "?register=" + register, t("verdict.link.done"));
    }

    private CallBackRulesPage.Sample sample(SignedIn who, Register register, Drawing of, boolean keeps, Again again) {
        var all = draws.samplings(who.tenant(), of, register.code());
        var now = draws.share(who.tenant(), of, register.code(), YearMonth.now(clock));
        var says = Stream.concat(Stream.of(t("verdict.sampling." + (now.compareTo(BigDecimal.ONE) == 0 ? "full" : "share"), percent(now))),
                all.stream().filter(sampling -> sampling.from() != null)
                        .map(sampling -> t("verdict.sampling.version", sampling.version(), String.valueOf(sampling.from()), percent(sampling.share()),
                                sampling.basis()))).toList();
        var blank = new CallBackRulesPage.Form(draws.earliest(who.tenant(), of, register.code()).toString(), percent(all.getLast().share()), "",
                FieldErrors.none());
        var form = !keeps ? Optional.<CallBackRulesPage.Form>empty()
                : Optional.of(again.part.equals(of.name()) && again.form != null ? again.form : blank);
        return new CallBackRulesPage.Sample(of.name(), t("verdict.sampling." + of), says, form);
    }

    private static CallBackRulesPage.Drawn drawn(Draw draw, LocalDate today) {
        return new CallBackRulesPage.Drawn(t("verdict.sampling." + draw.of()), draw.month().toString(), draw.commitment(), draw.madeAt(),
                draw.shows(today) ? draw.seed() : t("verdict.draw.later", draw.month().plusMonths(1).toString()));
    }

    private static CallBackRulesPage.Text text(Script script) {
        return new CallBackRulesPage.Text(script.language(), CallBackPages.language(script.language()), Integer.toString(script.version()), script.text(),
                FieldErrors.none());
    }

    @PostMapping(ALL + "/sampling")
    @Needs(Right.KEEP_CALL_BACKS)
    ModelAndView sample(SignedIn who, Keeper by, @RequestParam(defaultValue = "") String register, @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String percent, @RequestParam(defaultValue = "") String basis) {
        var kept = kept(who, register);
        var drawing = Stream.of(Drawing.values()).filter(one -> one.name().equals(of)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var earliest = draws.earliest(who.tenant(), drawing, register);
        var month = month(from).filter(it -> !it.isBefore(earliest));
        var share = share(percent);
        var paper = FormulaTyping.plain(basis);
        var errors = FieldErrors.none();
        errors = month.isPresent() ? errors : errors.with("from-" + of, t("verdict.sampling.wrong.from", earliest.toString()), t("verdict.sampling.from"));
        errors = share.isPresent() ? errors : errors.with("percent-" + of, t("verdict.sampling.wrong.percent"), t("verdict.sampling.percent"));
        errors = !paper.isEmpty() && paper.length() <= Sampling.BASIS_MAX ? errors
                : errors.with("basis-" + of, t("verdict.formula.wrong.basis"), t("verdict.formula.basis"));
        if (!errors.any() && !draws.put(by, new Sampling(drawing, register, 2, share.orElseThrow(), paper, month.orElseThrow()))) {
            errors = errors.with("from-" + of, t("verdict.formula.overtaken"), t("verdict.sampling.from"));
        }
        return errors.any() ? View.of("verdict/callbackrules",
                page(who, kept, new Again(of, new CallBackRulesPage.Form(from, percent, paper, errors), null, null)),
                HttpStatus.UNPROCESSABLE_CONTENT) : View.seeOther(ALL + "?register=" + register, t("verdict.sampling.done"));
    }

    @PostMapping(ALL + "/scripts")
    @Needs(Right.KEEP_CALL_BACKS)
    ModelAndView script(SignedIn who, Keeper by, @RequestParam(defaultValue = "") String register, @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String text) {
        var kept = kept(who, register);
        var said = text.replace("\r\n", "\n").strip();
        var code = language.strip();
        var errors = FieldErrors.none();
        if (!Scripts.isLanguage(code)) {
            errors = errors.with("language", t("verdict.script.wrong.language"), t("verdict.callback.language"));
        } else if (said.isEmpty() || said.length() > Script.TEXT_MAX || said.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            errors = errors.with("text-" + code, t("verdict.script.wrong.text", Script.TEXT_MAX), CallBackPages.language(code));
        } else if (!scripts.put(by, register, code, said)) {
            errors = errors.with("text-" + code, t("verdict.formula.overtaken"), CallBackPages.language(code));
        }
        return errors.any() ? View.of("verdict/callbackrules", page(who, kept, new Again("", null,
                new CallBackRulesPage.Text(code, code, "", said, errors), null)), HttpStatus.UNPROCESSABLE_CONTENT)
                : View.seeOther(ALL + "?register=" + register, t("verdict.script.done"));
    }

    private Register kept(SignedIn who, String code) {
        var register = registers.register(who.tenant(), code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!keeps(who, register)) {
            throw new AccessDeniedException("call-backs are kept by those who coordinate the register");
        }
        return register;
    }

    private static boolean keeps(SignedIn who, Register register) {
        return Access.may(who, Right.KEEP_CALL_BACKS) && who.holds(new Seat(register.office(), Role.COORDINATOR));
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed.strip())).filter(month -> month.getYear() <= FormulaTyping.YEAR_MOST);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> share(String percent) {
        try {
            var read = new BigDecimal(percent.strip()).movePointLeft(2);
            return read.signum() > 0 && read.compareTo(BigDecimal.ONE) <= 0 && read.scale() <= Sampling.PLACES_MAX ? Optional.of(read) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
