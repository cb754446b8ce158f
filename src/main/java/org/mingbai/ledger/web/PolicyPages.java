package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.RegisterKeeping;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The rules of a register for everybody to read, and for its own office to put a further version in force.
@Controller
@Needs(Right.SEE_MATTERS)
class PolicyPages {

    private static final int DAYS_MAX = 3650;
    private static final int RETURNS_MAX = 20;

    private final Registers registers;
    private final RegisterKeeping keeping;
    private final Directory directory;
    private final Clock clock;

    PolicyPages(Registers registers, RegisterKeeping keeping, Directory directory, Clock clock) {
        this.registers = registers;
        this.keeping = keeping;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/registers/{code}/policy")
    ModelAndView rules(SignedIn who, @PathVariable String code) {
        var register = known(who, code);
        return View.of("ledger/policy", page(who, register, form(who, register), FieldErrors.none()));
    }

    @Needs(Right.KEEP_REGISTERS)
    @PostMapping("/registers/{code}/policy")
    ModelAndView put(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var register = kept(who, code);
        var form = typed(typed, form(who, register));
        var errors = flaws(form, steps(registers.versions(who.tenant(), code)).size());
        if (!errors.any()) {
            var put = keeping.put(who, request.getRemoteAddr(), register, seen(form), policy(who, register, form), LocalDate.parse(form.from()));
            if (put.isPresent()) {
                return View.seeOther("/registers/" + code + "/policy", t("ledger.policy.put", put.get().version(), LocalDate.parse(form.from())));
            }
            return View.of("ledger/policy", page(who, register, form, errors.with("", t("ledger.policy.changed"))), HttpStatus.CONFLICT);
        }
        return View.of("ledger/policy", page(who, register, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Needs(Right.KEEP_REGISTERS)
    @PostMapping("/registers/{code}/office")
    ModelAndView rename(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var register = kept(who, code);
        var form = typed(typed, form(who, register));
        var office = number(form.office(), Long.MAX_VALUE).map(OrganisationId::new)
                .filter(unit -> directory.treeOf(who.tenant()).unit(unit).filter(OrganisationTree.Unit::active).isPresent());
        var errors = FieldErrors.none();
        errors = Register.canBeCalled(form.zh()) ? errors : errors.with("zh", t("ledger.policy.no-name", Register.NAME_MAX));
        errors = Register.canBeCalled(form.en()) ? errors : errors.with("en", t("ledger.policy.no-name", Register.NAME_MAX));
        errors = office.isPresent() ? errors : errors.with("office", t("ledger.register.bulk.no-unit"));
        if (errors.any()) {
            return View.of("ledger/policy", page(who, register, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!form.zh().equals(register.zh()) || !form.en().equals(register.en())) {
            keeping.rename(who, request.getRemoteAddr(), register, form.zh(), form.en());
        }
        int moved = 0;
        if (!office.get().equals(register.office())) {
            var told = t("ledger.policy.moved-entry", new Naming(directory, who.tenant()).unit(office.get()));
            moved = keeping.move(who, request.getRemoteAddr(), register, office.get(), told);
        }
        return View.seeOther("/registers/" + code + "/policy", moved > 0 ? t("ledger.policy.moved", moved) : t("ledger.policy.kept"));
    }

    @Needs(Right.KEEP_REGISTERS)
    @PostMapping("/registers/{code}/publicity")
    ModelAndView show(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        keeping.show(who, request.getRemoteAddr(), kept(who, code), typed.containsKey("open"), typed.containsKey("published"));
        return View.seeOther("/registers/" + code + "/policy", t("ledger.policy.kept"));
    }

    private PolicyPage page(SignedIn who, Register register, PolicyPage.Form form, FieldErrors errors) {
        var today = LocalDate.now(clock);
        var versions = registers.versions(who.tenant(), register.code());
        int inForce = register.policy().version();
        var from = versions.stream().filter(version -> version.policy().version() == inForce).map(Registers.Version::from).findFirst().orElse(today);
        return new PolicyPage(register.code(), register.name(RegisterPages.locale()), new Naming(directory, who.tenant()).unit(register.office()),
                register.policy(), from, PolicyTold.of(register.policy()),
                versions.stream().map(version -> new PolicyPage.Past(version.policy().version(), version.from(), version.policy().version() == inForce,
                        version.policy().basis(), PolicyTold.of(version.policy()))).toList(),
                RegisterKeeping.keeps(who, register) ? Optional.of(keeping(who, versions, form, today, errors)) : Optional.empty());
    }

    private PolicyPage.Keeping keeping(SignedIn who, List<Registers.Version> versions, PolicyPage.Form form, LocalDate today, FieldErrors errors) {
        var layers = layers(versions);
        var steps = steps(versions);
        return new PolicyPage.Keeping(form,
                IntStream.range(0, layers.size()).mapToObj(i -> new PolicyPage.Switch(Integer.toString(i), PolicyTold.layer(layers.get(i)),
                        form.layers().contains(Integer.toString(i)))).toList(),
                IntStream.range(0, steps.size()).mapToObj(i -> new PolicyPage.Switch(Integer.toString(i), PolicyTold.step(steps.get(i)),
                        form.steps().contains(Integer.toString(i)))).toList(),
                directory.treeOf(who.tenant()).all().stream().filter(OrganisationTree.Unit::active)
                        .map(unit -> new Choice(Long.toString(unit.id().value()), unit.name())).sorted(Comparator.comparing(Choice::label)).toList(),
                today, errors);
    }

    /// Those the first version had, in its order: a later one may switch them off and on again.
    private static List<Policy.Layer> layers(List<Registers.Version> versions) {
        return versions.reversed().stream().flatMap(version -> version.policy().verification().stream()).distinct().toList();
    }

    private static List<Policy.Step> steps(List<Registers.Version> versions) {
        return versions.reversed().stream().flatMap(version -> version.policy().review().stream()).distinct().toList();
    }

    /// Begins with the latest version, which may not be in force yet.
    private PolicyPage.Form form(SignedIn who, Register register) {
        var versions = registers.versions(who.tenant(), register.code());
        var latest = versions.getFirst().policy();
        var layers = layers(versions);
        var steps = steps(versions);
        return new PolicyPage.Form(Integer.toString(latest.version()), latest.basis(), LocalDate.now(clock).toString(),
                Integer.toString(latest.noticeDays()), Integer.toString(latest.lookBackDays()), Integer.toString(latest.limitDays()),
                Integer.toString(latest.extensionDaysMax()), Integer.toString(latest.returnsMax()), latest.verdict(), latest.dissatisfactionReopens(),
                latest.unreachedMaySolve(), latest.reviewable(),
                latest.verification().stream().map(layer -> Integer.toString(layers.indexOf(layer))).toList(),
                latest.review().stream().map(step -> Integer.toString(steps.indexOf(step))).toList(),
                register.zh(), register.en(), Long.toString(register.office().value()), register.open(), register.published());
    }

    private static PolicyPage.Form typed(MultiValueMap<String, String> typed, PolicyPage.Form now) {
        return new PolicyPage.Form(one(typed, "seen", now.seen()), one(typed, "basis", now.basis()), one(typed, "from", now.from()),
                one(typed, "noticeDays", now.noticeDays()), one(typed, "lookBackDays", now.lookBackDays()), one(typed, "limitDays", now.limitDays()),
                one(typed, "extensionDaysMax", now.extensionDaysMax()),
                one(typed, "returnsMax", now.returnsMax()), typed.containsKey("verdict"), typed.containsKey("dissatisfactionReopens"),
                typed.containsKey("unreachedMaySolve"), typed.containsKey("reviewable"),
                typed.getOrDefault("layer", List.of()), typed.getOrDefault("step", List.of()),
                one(typed, "zh", now.zh()), one(typed, "en", now.en()), one(typed, "office", now.office()), now.open(), now.published());
    }

    private static String one(MultiValueMap<String, String> typed, String name, String otherwise) {
        @Nullable String value = typed.getFirst(name);
        return value == null ? otherwise : value.strip();
    }

    private FieldErrors flaws(PolicyPage.Form form, int steps) {
        var errors = FieldErrors.none();
        errors = Policy.canRestOn(form.basis()) ? errors : errors.with("basis", t("ledger.policy.no-basis", Policy.BASIS_MAX));
        errors = begins(form.from()) ? errors : errors.with("from", t("ledger.policy.no-from"));
        errors = number(form.limitDays(), DAYS_MAX).filter(days -> days > 0).isPresent() ? errors
                : errors.with("limitDays", t("ledger.policy.no-days", 1, DAYS_MAX));
        errors = number(form.extensionDaysMax(), DAYS_MAX).isPresent() ? errors : errors.with("extensionDaysMax", t("ledger.policy.no-days", 0, DAYS_MAX));
        errors = number(form.returnsMax(), RETURNS_MAX).isPresent() ? errors : errors.with("returnsMax", t("ledger.policy.no-number", 0, RETURNS_MAX));
        errors = number(form.noticeDays(), DAYS_MAX).isPresent() ? errors : errors.with("noticeDays", t("ledger.policy.no-days", 0, DAYS_MAX));
        errors = number(form.lookBackDays(), DAYS_MAX).isPresent() ? errors : errors.with("lookBackDays", t("ledger.policy.no-days", 0, DAYS_MAX));
        boolean checked = IntStream.range(0, steps).anyMatch(i -> form.steps().contains(Integer.toString(i)));
        errors = checked ? errors : errors.with("step", t("ledger.policy.no-step"));
        return number(form.seen(), Integer.MAX_VALUE).isPresent() ? errors : errors.with("", t("ledger.policy.changed"));
    }

    private boolean begins(String from) {
        try {
            var day = LocalDate.parse(from);
            return !day.isBefore(LocalDate.now(clock)) && day.isBefore(LocalDate.now(clock).plusYears(5));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int seen(PolicyPage.Form form) {
        return Integer.parseInt(form.seen());
    }

    private Policy policy(SignedIn who, Register register, PolicyPage.Form form) {
        var versions = registers.versions(who.tenant(), register.code());
        var latest = versions.getFirst().policy();
        var layers = layers(versions);
        var steps = steps(versions);
        return new Policy(register.code(), 0, form.basis(),
                IntStream.range(0, layers.size()).filter(i -> form.layers().contains(Integer.toString(i))).mapToObj(layers::get).toList(),
                IntStream.range(0, steps.size()).filter(i -> form.steps().contains(Integer.toString(i))).mapToObj(steps::get).toList(),
                days(form.noticeDays()), form.verdict(), form.verdict() && form.dissatisfactionReopens(),
                form.verdict() && form.unreachedMaySolve(), days(form.lookBackDays()),
                days(form.limitDays()), days(form.extensionDaysMax()), days(form.returnsMax()), form.reviewable(), latest.outcomes(), latest.columns());
    }

    private static int days(String text) {
        return Integer.parseInt(text);
    }

    private static Optional<Long> number(String text, long max) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)).filter(number -> number <= max) : Optional.empty();
    }

    private Register known(SignedIn who, String code) {
        return registers.register(who.tenant(), code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Register kept(SignedIn who, String code) {
        var register = known(who, code);
        if (!RegisterKeeping.keeps(who, register)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return register;
    }
}
