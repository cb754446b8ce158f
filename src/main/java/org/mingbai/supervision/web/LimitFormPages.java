package org.mingbai.supervision.web;

import static org.mingbai.ledger.Happening.*;
import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Happening;
import org.mingbai.shell.Days;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.ClocksOfThePast;
import org.mingbai.supervision.KeptRule;
import org.mingbai.supervision.Offices;
import org.mingbai.supervision.PastTrial;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.RuleRefusal;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRules;
import org.mingbai.supervision.web.LimitForm.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Writes a limit down, tries it on the past, and puts it in force.
@Controller
@Needs(Right.KEEP_TIME_RULES)
class LimitFormPages {

    private static final String FORM = "supervision/limitform";

    /// What a clock can sensibly start from, and what it can end by: an act somebody does, not what only follows from one.
    private static final Set<Happening> STARTS = EnumSet.of(RAISED, LISTED, DISPATCHED, CO_HANDLER_CALLED, CO_HANDLER_ARRIVED, SIGNED, PLANNED, CLAIMED,
            SENT_BACK, NOTICE_BEGUN, OBJECTED, OBJECTION_UPHELD, VERDICT_AWAITED, REFUTED, SIGNATURE_AWAITED, CLOSED, LOOK_BACK_SET, RELAPSED, REOPENED,
            REVIEW_ASKED, REVIEW_ANSWERED, REEXAMINATION_ASKED, ESCALATED);
    private static final Set<Happening> ENDS = EnumSet.of(LISTED, DECLINED, REDIRECTED, MERGED, DISPATCHED, CO_HANDLER_ARRIVED, CO_HANDLER_REPORTED, SIGNED,
            RETURN_ASKED, CONTACTED, TOLD, PLANNED, PROMISED, CLAIMED, SENT_BACK, NOTICE_BEGUN, NOTICE_ENDED, OBJECTION_DECIDED, OBJECTION_UPHELD,
            VERDICT_AWAITED, JUDGED, REFUTED, SIGNATURE_AWAITED, CLOSED, LOOKED_BACK, RELAPSED, REVIEW_ASKED, REVIEW_ANSWERED,
            REEXAMINATION_ASKED, REEXAMINATION_ANSWERED, ESCALATION_ANSWERED);

    private final Offices offices;
    private final TimeRules rules;
    private final RuleWords words;
    private final ClocksOfThePast past;
    private final Directory directory;
    private final Clock clock;

    LimitFormPages(TimeRules rules, RuleWords words, ClocksOfThePast past, Directory directory, Clock clock, Offices offices) {
        this.offices = offices;
        this.rules = rules;
        this.words = words;
        this.past = past;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(LimitPages.ALL + "/new")
    ModelAndView fresh(SignedIn who, @RequestParam(defaultValue = "") String step) {
        var today = today();
        var usual = Arrays.stream(Step.values()).filter(it -> it.ruled() && it.name().equals(step)).findFirst().map(LimitFormPages::usual)
                .orElse(new Usual("", DISPATCHED, Set.of()));
        var typed = new Typed(usual.step, "", "", "", "", "", usual.starts.name(), usual.ends.stream().map(Happening::name).toList(), List.of(), "", "", "",
                Integer.toString(TimeRule.AT_RISK_PERCENT), "", "", rules.earliest().toString(), "", today.minusYears(1).toString(), today.toString());
        return View.of(FORM, form(who.tenant(), Optional.empty(), 0, typed, FieldErrors.none(), Optional.empty()));
    }

    /// What usually starts and ends the clock of a step: nobody has to find it among all that can happen.
    private record Usual(String step, Happening starts, Set<Happening> ends) {}

    private static Usual usual(Step step) {
        if (step == Step.REWORK) {
            return new Usual(step.name(), SENT_BACK, Set.of(CLAIMED));
        }
        return RulePack.shipped().stream().flatMap(pack -> pack.rules().stream()).map(RulePack.Item::draft).filter(draft -> draft.step() == step).findFirst()
                .map(draft -> new Usual(step.name(), draft.starts() == null ? DISPATCHED : draft.starts(), draft.ends()))
                .orElseGet(() -> new Usual(step.name(), step.starts().stream().findFirst().orElse(DISPATCHED), step.ends()));
    }

    @GetMapping(LimitPages.ALL + "/{code}/versions/new")
    ModelAndView next(SignedIn who, @PathVariable String code) {
        var latest = latest(who.tenant(), code);
        var first = rules.earliest().isAfter(latest.rule().from()) ? rules.earliest() : latest.rule().from().plusDays(1);
        var typed = LimitTyping.typed(RuleDraft.of(latest), first, today().minusYears(1), today());
        return View.of(FORM, form(who.tenant(), Optional.of(latest), latest.rule().version(), typed, FieldErrors.none(), Optional.empty()));
    }

    @PostMapping(LimitPages.ALL + "/trial")
    ModelAndView tryNew(SignedIn who, @RequestParam MultiValueMap<String, String> form) {
        return tried(who, Optional.empty(), form);
    }

    @PostMapping(LimitPages.ALL + "/{code}/versions/trial")
    ModelAndView tryNext(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> form) {
        return tried(who, Optional.of(latest(who.tenant(), code)), form);
    }

    private ModelAndView tried(SignedIn who, Optional<KeptRule> latest, MultiValueMap<String, String> form) {
        var asked = read(latest, form);
        if (!asked.read.errors().any() && rules.look(who.tenant(), asked.read.draft()) instanceof RuleAnswer.Done(var proposed)) {
            var trial = past.tried(who, proposed.getFirst(), asked.read.since(), asked.read.until());
            var tried = tried(who.tenant(), proposed.getFirst(), asked.read, trial);
            return View.of(FORM, form(who.tenant(), latest, asked.seen, asked.typed, FieldErrors.none(), Optional.of(tried)));
        }
        var why = rules.look(who.tenant(), asked.read.draft()) instanceof RuleAnswer.Refused(var flaws) ? flaws : List.<RuleRefusal>of();
        return refused(who.tenant(), latest, asked, why);
    }

    @PostMapping(LimitPages.ALL)
    ModelAndView put(SignedIn who, Keeper by, @RequestParam MultiValueMap<String, String> form) {
        offices.mustBeOne(who);
        return put(by, Optional.empty(), form);
    }

    @PostMapping(LimitPages.ALL + "/{code}/versions")
    ModelAndView putNext(SignedIn who, Keeper by, @PathVariable String code, @RequestParam MultiValueMap<String, String> form) {
        offices.mustBeOne(who);
        return put(by, Optional.of(latest(who.tenant(), code)), form);
    }

    private ModelAndView put(Keeper by, Optional<KeptRule> latest, MultiValueMap<String, String> form) {
        var asked = read(latest, form);
        if (asked.read.errors().any()) {
            return refused(by.tenant(), latest, asked, List.of());
        }
        return switch (rules.put(by, asked.read.draft(), asked.seen)) {
            case RuleAnswer.Refused(var why) -> refused(by.tenant(), latest, asked, why);
            case RuleAnswer.Done(var put) -> View.seeOther(LimitPages.ALL + "/" + put.getFirst().code(),
                    t("supervision.rule.done.put", put.getFirst().version(), put.getFirst().from()));
        };
    }

    /// A form and what of it could be read.
    private record Asked(Typed typed, LimitTyping.Read read, int seen) {}

    /// For which step of which matters the next version is, the form cannot say otherwise.
    private Asked read(Optional<KeptRule> latest, MultiValueMap<String, String> form) {
        var typed = LimitTyping.typed(form);
        var read = LimitTyping.read(latest.map(it -> it.rule().code()).orElse(""), typed, today());
        var draft = read.draft();
        var settled = latest.map(KeptRule::rule).map(rule -> new RuleDraft(draft.code(), rule.scope(), rule.step(), draft.limit(), draft.starts(),
                draft.ends(), draft.pauses(), draft.pauseBasis(), draft.extension(), draft.closes(), draft.atRiskPercent(), draft.basisTitle(),
                draft.basisArticle(), draft.from(), draft.to())).orElse(draft);
        var seen = LimitTyping.one(form, "seen");
        return new Asked(typed, new LimitTyping.Read(settled, read.since(), read.until(), read.errors()),
                seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0);
    }

    private ModelAndView refused(TenantId tenant, Optional<KeptRule> latest, Asked asked, List<RuleRefusal> why) {
        boolean meanwhile = why.stream().anyMatch(RuleRefusal.ChangedMeanwhile.class::isInstance);
        var errors = asked.read.errors();
        for (var error : RuleWords.errors(why).all()) {
            errors = errors.at(error.field()).isEmpty() ? errors.with(error.field(), error.message(), error.label()) : errors;
        }
        int seen = meanwhile ? latest.map(it -> it.rule().version()).orElse(0) : asked.seen;
        return View.of(FORM, form(tenant, latest, seen, asked.typed, errors, Optional.empty()),
                meanwhile ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private LimitForm form(TenantId tenant, Optional<KeptRule> latest, int seen, Typed typed, FieldErrors errors, Optional<LimitForm.Tried> tried) {
        var names = words.registers(tenant);
        return new LimitForm(latest.map(it -> it.rule().code()).orElse(""), seen, latest.map(it -> RuleWords.name(it.rule(), names)).orElse(""), typed,
                Arrays.stream(Step.values()).filter(Step::ruled).map(step -> new Choice(step.name(), RuleWords.step(step))).toList(),
                LimitPages.choices(names),
                withOwn(STARTS, List.of(typed.starts())).stream().map(it -> new Choice(it.name(), RuleWords.happening(it))).toList(),
                LimitTyping.ticks(withOwn(ENDS, typed.ends()), typed.ends(), RuleWords::happening),
                LimitTyping.ticks(List.of(PauseReason.values()), typed.pauses(), RuleWords::pause),
                rules.earliest().toString(), errors, tried);
    }

    /// What the limit has already stays to be chosen.
    private static Collection<Happening> withOwn(Set<Happening> usual, List<String> own) {
        return Arrays.stream(Happening.values()).filter(it -> usual.contains(it) || own.contains(it.name())).toList();
    }

    private LimitForm.Tried tried(TenantId tenant, TimeRule proposed, LimitTyping.Read read, PastTrial trial) {
        var kept = new KeptRule(proposed, "", read.draft().pauseBasis(), Optional.empty(), OffsetDateTime.now(clock), false);
        var sums = Stream.of(t("supervision.rule.tried.looked", Words.number(trial.matters()), read.since().toString(),
                read.until().toString()),
                t("supervision.rule.tried.clocks", Words.number(trial.clocks())),
                t("supervision.rule.tried.late", Words.number(trial.lateBefore()), Words.number(trial.lateAfter())),
                t("supervision.rule.tried.differing", Words.number(trial.differingAll()))).toList();
        return new LimitForm.Tried(RuleWords.sentence(proposed), RuleWords.more(proposed, kept.pauseBasis()), sums,
                trial.differing().stream().map(it -> differing(tenant, it)).toList(), trial.differingAll() - trial.differing().size(),
                trial.cut() ? t("supervision.rule.tried.cut", Words.number(trial.matters())) : "");
    }

    private LimitForm.Differing differing(TenantId tenant, PastTrial.Differing it) {
        var matter = it.matter();
        var lead = matter.lead();
        return new LimitForm.Differing(Long.toString(matter.id().value()), "/matters/" + matter.id().value(), matter.subject().title(),
                lead == null ? "" : directory.organisation(tenant, lead).map(unit -> unit.name()).orElse(""), day(it.startedAt()),
                stood(it.dueBefore(), it.lateBefore()), stood(it.dueAfter(), it.lateAfter()));
    }

    private String stood(Optional<OffsetDateTime> due, boolean late) {
        return due.map(at -> t(late ? "supervision.rule.tried.was-late" : "supervision.rule.tried.was-in-time", day(at.minusSeconds(1))))
                .orElse(t("supervision.rule.tried.no-clock"));
    }

    private String day(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).toLocalDate().toString();
    }

    private KeptRule latest(TenantId tenant, @Nullable String code) {
        return rules.versions(tenant, code == null ? "" : code).stream().findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
