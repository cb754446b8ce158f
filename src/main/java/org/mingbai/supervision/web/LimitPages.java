package org.mingbai.supervision.web;

import static java.util.stream.Collectors.toMap;
import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.KeptRule;
import org.mingbai.supervision.KeptRule.Standing;
import org.mingbai.supervision.Offices;
import org.mingbai.supervision.ProgressRule;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The limits for everybody to read, one by one with all their versions, and their ending.
@Controller
@Needs(Right.SEE_TIME_RULES)
class LimitPages {

    static final String ALL = "/limits";

    private final Offices offices;
    private final TimeRules rules;
    private final RuleWords words;
    private final Directory directory;
    private final Clock clock;

    LimitPages(TimeRules rules, RuleWords words, Directory directory, Clock clock, Offices offices) {
        this.offices = offices;
        this.rules = rules;
        this.words = words;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(Presence present, @RequestParam(defaultValue = "") String register) {
        var tenant = present.who().tenant();
        var names = words.registers(tenant);
        var chosen = names.containsKey(register) ? register : "";
        var today = LocalDate.now(clock);
        var byCode = new TreeMap<String, List<KeptRule>>();
        var kept = rules.kept(tenant);
        kept.stream().filter(it -> !it.withdrawn() && !it.on(today).equals(Standing.OVER)).filter(it -> chosen.isEmpty() || isFor(it, chosen))
                .forEach(it -> byCode.merge(it.rule().code(), List.of(it), (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        var byStep = new EnumMap<Step, List<LimitsPage.Line>>(Step.class);
        byCode.values().stream().map(versions -> versions.stream().sorted(Comparator.comparing(it -> it.rule().from())).toList())
                .sorted(Comparator.comparing(versions -> RuleWords.scope(versions.getFirst().rule().scope(), names)))
                .forEach(versions -> byStep.merge(versions.getFirst().rule().step(), List.of(line(versions, names)),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        var groups = byStep.entrySet().stream()
                .map(group -> new LimitsPage.Group(LimitTyping.id(group.getKey()), RuleWords.step(group.getKey()), together(group.getValue()))).toList();
        return View.of("supervision/limits", new LimitsPage(groups, choices(names), chosen, behind(tenant, names, chosen, today), remarks(byCode.values()),
                present.may(Right.KEEP_TIME_RULES), rules.earliest().toString()));
    }

    private static boolean isFor(KeptRule kept, String register) {
        var of = kept.rule().scope().register();
        return of == null || of.equals(register);
    }

    private static LimitsPage.Line line(List<KeptRule> versions, Map<String, String> names) {
        var first = versions.getFirst();
        var next = versions.stream().skip(1).findFirst().map(it -> t("supervision.rule.then", it.rule().from().toString(), RuleWords.limit(it.rule().limit())));
        return new LimitsPage.Line(List.of(new Link(RuleWords.scope(first.rule().scope(), names), ALL + "/" + first.rule().code())),
                RuleWords.sentence(first.rule()), next, pack(first));
    }

    /// Eight registers under the same rule are told once, not eight times.
    private static List<LimitsPage.Line> together(List<LimitsPage.Line> lines) {
        return List.copyOf(lines.stream().collect(toMap(line -> new LimitsPage.Line(List.of(), line.sentence(), line.next(), line.pack()), line -> line,
                (a, b) -> new LimitsPage.Line(Stream.concat(a.scopes().stream(), b.scopes().stream()).toList(), a.sentence(), a.next(), a.pack()),
                LinkedHashMap::new)).values());
    }

    private static String pack(KeptRule kept) {
        return kept.pack().isEmpty() ? t("supervision.rule.own") : t("supervision.rule.pack." + kept.pack());
    }

    static List<Choice> choices(Map<String, String> names) {
        return names.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(it -> new Choice(it.getKey(), it.getValue())).toList();
    }

    private List<String> behind(TenantId tenant, Map<String, String> names, String register, LocalDate today) {
        return rules.of(tenant).progress().stream().filter(it -> it.inForceOn(today) && (register.isEmpty() || it.register().equals(register)))
                .map(it -> behind(it, names)).toList();
    }

    static String behind(ProgressRule rule, Map<String, String> names) {
        return t("supervision.rule.behind", names.getOrDefault(rule.register(), rule.register()), rule.amberPoints(), rule.redPoints(),
                RuleWords.basis(rule.basis()));
    }

    /// Of the sources whose limits are shown.
    private static List<LimitsPage.Remark> remarks(Collection<List<KeptRule>> shown) {
        return RulePack.shipped().stream()
                .filter(pack -> shown.stream().flatMap(List::stream).anyMatch(it -> it.pack().equals(pack.code())))
                .flatMap(pack -> remarks(pack).stream()).toList();
    }

    static List<LimitsPage.Remark> remarks(RulePack pack) {
        return pack.notes().stream().map(note -> new LimitsPage.Remark(note.number() == 0 ? "" : Words.number(note.number()),
                t("supervision.rule.note." + pack.code() + "." + note.code()), RuleWords.basis(note.basis()))).toList();
    }

    @GetMapping(ALL + "/{code}")
    ModelAndView one(Presence present, @PathVariable String code) {
        return View.of("supervision/limit", page(present, code, "", FieldErrors.none()));
    }

    private LimitPage page(Presence present, String code, String to, FieldErrors errors) {
        var tenant = present.who().tenant();
        var versions = rules.versions(tenant, code);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var today = LocalDate.now(clock);
        boolean keeps = present.may(Right.KEEP_TIME_RULES);
        boolean open = versions.stream().anyMatch(it -> !it.withdrawn() && it.rule().to() == null);
        var shown = versions.stream().map(it -> new LimitPage.Version(it.rule().version(), RuleWords.sentence(it.rule()),
                RuleWords.more(it.rule(), it.pauseBasis()), t("supervision.rule.standing." + it.on(today)), it.on(today) == Standing.IN_FORCE,
                kept(tenant, it), keeps && it.on(today) == Standing.TO_COME)).toList();
        return new LimitPage(code, RuleWords.name(versions.getFirst().rule(), words.registers(tenant)), shown, keeps, keeps && open, today.toString(), to,
                errors);
    }

    private String kept(TenantId tenant, KeptRule kept) {
        var day = Days.full(kept.at().atZoneSameInstant(clock.getZone()).toLocalDate());
        var by = kept.by().map(person -> directory.personName(tenant, person)).orElse(t("supervision.rule.founding"));
        return t("supervision.rule.kept", by, day, pack(kept));
    }

    @Needs(Right.KEEP_TIME_RULES)
    @PostMapping(ALL + "/{code}/ending")
    ModelAndView end(Presence present, Keeper by, @PathVariable String code, @RequestParam(defaultValue = "") String to) {
        offices.mustBeOne(present.who());
        if (rules.versions(by.tenant(), code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<LocalDate> last = day(to.strip());
        if (last.isEmpty()) {
            return refused(present, code, to, FieldErrors.none().with("to", t("supervision.rule.day.wrong"), t("supervision.rule.field.to")));
        }
        return switch (rules.end(by, code, last.get())) {
            case RuleAnswer.Refused(var why) -> refused(present, code, to, RuleWords.errors(why));
            case RuleAnswer.Done _ -> View.seeOther(ALL + "/" + code, t("supervision.rule.done.ended", last.get()));
        };
    }

    @Needs(Right.KEEP_TIME_RULES)
    @PostMapping(ALL + "/{code}/versions/{version}/withdrawal")
    ModelAndView withdraw(Presence present, Keeper by, @PathVariable String code, @PathVariable String version) {
        offices.mustBeOne(present.who());
        if (rules.versions(by.tenant(), code).isEmpty() || !version.matches("[0-9]{1,9}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (rules.withdraw(by, code, Integer.parseInt(version))) {
            case RuleAnswer.Refused(var why) -> refused(present, code, "", RuleWords.errors(why));
            case RuleAnswer.Done _ -> View.seeOther(ALL + "/" + code, t("supervision.rule.done.withdrawn", version));
        };
    }

    private ModelAndView refused(Presence present, String code, String to, FieldErrors errors) {
        return View.of("supervision/limit", page(present, code, to.length() > 10 ? to.substring(0, 10) : to, errors),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= LimitTyping.YEAR_MIN && day.getYear() <= LimitTyping.YEAR_MAX);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
