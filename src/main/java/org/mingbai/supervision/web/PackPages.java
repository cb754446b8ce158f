package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.KeptRule;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.Offices;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The shipped packs: looked through limit by limit, then taken, all or some.
@Controller
@Needs(Right.KEEP_TIME_RULES)
class PackPages {

    private static final String ALL = LimitPages.ALL + "/packs";

    private final Offices offices;
    private final TimeRules rules;
    private final RuleWords words;

    PackPages(TimeRules rules, RuleWords words, Offices offices) {
        this.offices = offices;
        this.rules = rules;
        this.words = words;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who) {
        return View.of("supervision/packs", new PacksPage(RulePack.shipped().stream().map(pack -> line(who.tenant(), pack)).toList()));
    }

    private PacksPage.Line line(TenantId tenant, RulePack pack) {
        int all = pack.rules().size();
        int missing = rules.missing(tenant, pack).size();
        return new PacksPage.Line(ALL + "/" + pack.code(), t("supervision.rule.pack." + pack.code()), t("supervision.rule.pack." + pack.code() + ".about"),
                missing == 0 ? t("supervision.rule.pack.taken", Words.number(all)) : t("supervision.rule.pack.open", Words.number(all), Words.number(missing)));
    }

    @GetMapping(ALL + "/{pack}")
    ModelAndView one(SignedIn who, @PathVariable String pack) {
        var shipped = known(pack);
        var open = rules.missing(who.tenant(), shipped).stream().map(item -> item.draft().code()).collect(Collectors.toSet());
        return View.of("supervision/pack", page(who.tenant(), shipped, open, rules.earliest().toString(), FieldErrors.none()));
    }

    @PostMapping(ALL + "/{pack}/taking")
    ModelAndView take(SignedIn who, Keeper by, @PathVariable String pack, @RequestParam(required = false, defaultValue = "") List<String> rule,
            @RequestParam(defaultValue = "") String from) {
        offices.mustBeOne(who);
        var shipped = known(pack);
        var chosen = Set.copyOf(rule);
        var day = day(from.strip());
        if (day.isEmpty()) {
            return refused(by.tenant(), shipped, chosen, from, FieldErrors.none().with("from", t("supervision.rule.day.wrong"),
                    t("supervision.rule.field.from")));
        }
        return switch (rules.take(by, shipped, chosen, day.get())) {
            case RuleAnswer.Refused(var why) -> refused(by.tenant(), shipped, chosen, from, RuleWords.errors(why));
            case RuleAnswer.Done(var taken) -> View.seeOther(LimitPages.ALL,
                    t("supervision.rule.done.taken", t("supervision.rule.pack." + pack), Words.number(taken.size())));
        };
    }

    private ModelAndView refused(TenantId tenant, RulePack pack, Set<String> chosen, String from, FieldErrors errors) {
        return View.of("supervision/pack", page(tenant, pack, chosen, from.length() > 10 ? from.substring(0, 10) : from, errors),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private PackPage page(TenantId tenant, RulePack pack, Set<String> chosen, String from, FieldErrors errors) {
        var names = words.registers(tenant);
        var kept = rules.kept(tenant);
        var open = rules.missing(tenant, pack).stream().map(item -> item.draft().code()).collect(Collectors.toSet());
        var items = pack.rules().stream().map(item -> item(item, kept, names, open.contains(item.draft().code()), chosen)).toList();
        return new PackPage(pack.code(), t("supervision.rule.pack." + pack.code()), t("supervision.rule.pack." + pack.code() + ".about"), items,
                open.size(), pack.progress().stream().map(it -> t("supervision.rule.behind", names.getOrDefault(it.register(), it.register()),
                        it.amberPoints(), it.redPoints(), RuleWords.basis(it.basis()))).toList(),
                LimitPages.remarks(pack), from, rules.earliest().toString(), errors);
    }

    private PackPage.Item item(RulePack.Item item, List<KeptRule> kept, Map<String, String> names, boolean open, Set<String> chosen) {
        var rule = rule(item.draft());
        var now = kept.stream().filter(it -> it.rule().code().equals(rule.code()) && !it.withdrawn() && it.rule().to() == null).findFirst();
        return new PackPage.Item(rule.code(), item.number() == 0 ? "" : Words.number(item.number()), RuleWords.name(rule, names),
                RuleWords.sentence(rule), RuleWords.more(rule, item.draft().pauseBasis()),
                open ? now.map(it -> RuleWords.sentence(it.rule())).orElse("") : "", !open, open && chosen.contains(rule.code()));
    }

    /// As it would be from the first day it can.
    private TimeRule rule(RuleDraft draft) {
        var own = Optional.ofNullable(draft.from()).filter(day -> day.isAfter(rules.earliest())).orElse(rules.earliest());
        return new TimeRule(draft.code(), 1, draft.scope(), Optional.ofNullable(draft.step()).orElse(Step.HANDLE), Limit.parse(draft.limit()).orElseThrow(),
                Optional.ofNullable(draft.starts()).orElseThrow(), draft.ends(), draft.pauses(), Limit.parse(draft.extension()).orElse(null), draft.closes(),
                draft.atRiskPercent(), new TimeRule.Basis(draft.basisTitle(), draft.basisArticle()), own, null);
    }

    private static RulePack known(String code) {
        return RulePack.shipped(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1999 && day.getYear() < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
