package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Urgency;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.Tab;
import org.mingbai.verdict.callback.Attempt;
import org.mingbai.verdict.callback.CallBackAnswer;
import org.mingbai.verdict.callback.CallBackRefusal;
import org.mingbai.verdict.callback.CallBacks;
import org.mingbai.verdict.callback.Filled;
import org.mingbai.verdict.callback.Scripts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The call-back desk and its questionnaire.
@Controller
@Needs(Right.RECORD_VERDICTS)
class CallBackPages {

    static final String ALL = "/callbacks";

    private final CallBacks callBacks;
    private final CallBackVoices voices;
    private final Scripts scripts;
    private final Ledger ledger;
    private final Registers registers;
    private final Directory directory;
    private final Clock clock;

    CallBackPages(CallBacks callBacks, CallBackVoices voices, Scripts scripts, Ledger ledger, Registers registers, Directory directory, Clock clock) {
        this.callBacks = callBacks;
        this.voices = voices;
        this.scripts = scripts;
        this.ledger = ledger;
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView list(SignedIn who) {
        var tree = directory.treeOf(who.tenant());
        var rows = new ArrayList<CallBackListPage.Row>();
        var leftOut = new ArrayList<CallBackListPage.Row>();
        callBacks.waiting(who).forEach(waiting -> (waiting.leftOut().isEmpty() ? rows : leftOut).add(row(who, waiting, tree)));
        return View.of("verdict/callbacks", new CallBackListPage(rows, leftOut));
    }

    private CallBackListPage.Row row(SignedIn who, CallBacks.Waiting waiting, OrganisationTree tree) {
        var matter = waiting.matter();
        var today = LocalDate.now(clock);
        var sign = switch (Urgency.of(StageName.AWAITING_VERDICT, waiting.turning(), clock.instant())) {
            case LATE -> LightSign.LATE;
            case AT_RISK -> LightSign.AT_RISK;
            case ON_TRACK, PARKED, LATER -> LightSign.ON_TRACK;
        };
        return new CallBackListPage.Row(new Link(matter.subject().title(), ALL + "/" + matter.id().value()), register(who, matter),
                name(tree, matter.lead()), claimed(matter), Days.day(waiting.since(), today), sign,
                callBacks.due(waiting).map(due -> t("verdict.callback.due", Days.day(due, today), Days.left(due, today))).orElse(""),
                Stream.of(waiting.tries() == 0 ? "" : t("verdict.callback.tried", waiting.tries()),
                        callBacks.waitsUntil(who, matter).map(day -> t("verdict.link.waits", Days.day(day, today))).orElse(""))
                        .filter(note -> !note.isEmpty()).collect(Collectors.joining(t("verdict.link.between"))));
    }

    private String register(SignedIn who, Matter matter) {
        return registers.register(who.tenant(), matter.register()).map(register -> register.name(LocaleContextHolder.getLocale())).orElse("");
    }

    /// Lets those go on that the draw left out.
    @PostMapping(ALL + "/left-out")
    ModelAndView letGo(SignedIn who) {
        return View.seeOther(ALL, t("verdict.callback.let-go.done", callBacks.letGo(who)));
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView one(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String language) {
        var matter = matter(who, id);
        var chosen = scripts.languages(who.tenant(), matter.register()).contains(language) ? language : "zh";
        var typed = new CallBackPage.Typed("", Attempt.Channel.CALL.name(), chosen, "", "", "", "", "", false);
        return View.of("verdict/callback", page(who, matter, typed,
                UUID.randomUUID().toString(), FieldErrors.none()));
    }

    /// A questionnaire as the browser sends it.
    record Sent(@Nullable String whom, @Nullable String channel, @Nullable String language, @Nullable String reached, @Nullable String heard,
            @Nullable String solved, @Nullable String satisfied, @Nullable String words, @Nullable String last, @Nullable String key) {

        CallBackPage.Typed typed() {
            return new CallBackPage.Typed(text(whom), text(channel), text(language), text(reached), text(heard), text(solved), text(satisfied),
                    text(words), last != null);
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent.replace("\r\n", "\n").strip();
        }
    }

    @PostMapping(ALL + "/{id}")
    ModelAndView fill(SignedIn who, @PathVariable long id, @ModelAttribute Sent sent) {
        var matter = matter(who, id);
        var typed = sent.typed();
        var key = Objects.requireNonNullElse(sent.key(), "");
        var channel = one(Attempt.Channel.values(), typed.channel()).filter(Attempt.Channel.AT_DESK::contains);
        var errors = FieldErrors.none();
        if (channel.isEmpty()) {
            errors = missing(errors, "channel");
        }
        if (!typed.reached().equals("yes") && !typed.reached().equals("no")) {
            errors = missing(errors, "reached");
        }
        if (typed.reached().equals("yes")) {
            errors = typed.heard().isEmpty() ? missing(errors, "heard") : errors;
            errors = one(Verdict.Solved.values(), typed.solved()).isEmpty() ? missing(errors, "solved") : errors;
            errors = one(Verdict.Satisfied.values(), typed.satisfied()).isEmpty() ? missing(errors, "satisfied") : errors;
        }
        if (errors.any()) {
            return View.of("verdict/callback", page(who, matter, typed, key, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean reached = typed.reached().equals("yes");
        var filled = new Filled(channel.orElseThrow(), typed.language(), reached,
                reached && !typed.heard().isEmpty() ? Boolean.valueOf(typed.heard().equals("yes")) : null,
                reached ? one(Verdict.Solved.values(), typed.solved()).orElse(null) : null,
                reached ? one(Verdict.Satisfied.values(), typed.satisfied()).orElse(null) : null, typed.words().isEmpty() ? null : typed.words(),
                !reached && typed.last(), CallBackVoices.whom(typed.whom()));
        return switch (callBacks.fill(who, matter.id(), filled, FormKey.of(key))) {
            case CallBackAnswer.Done(_, var judged, var heard) when !judged -> View.seeOther(heard ? ALL + "/" + id : ALL,
                    heard ? t("verdict.callback.done.heard") : t("verdict.callback.done.tried"));
            case CallBackAnswer.Done(var now, _, _) -> View.seeOther(ALL,
                    t(now.stage().named() == StageName.REFUTED ? "verdict.callback.done.refuted" : "verdict.callback.done.judged"));
            case CallBackAnswer.Refused(CallBackRefusal.NoSuchMatter _) -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case CallBackAnswer.Refused(var why) -> View.of("verdict/callback", page(who, matter(who, id), typed, key,
                    FieldErrors.none().with(why.at(), say(why), why.at().isEmpty() ? "" : t("verdict.callback." + why.at()))),
                    why.at().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static FieldErrors missing(FieldErrors errors, String field) {
        return errors.with(field, t("verdict.callback.refusal.Missing"), t("verdict.callback." + field));
    }

    private Matter matter(SignedIn who, long id) {
        return ledger.matter(who, new MatterId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private CallBackPage page(SignedIn who, Matter matter, CallBackPage.Typed typed, String key, FieldErrors errors) {
        var tree = directory.treeOf(who.tenant());
        var unit = name(tree, matter.lead());
        var here = ALL + "/" + matter.id().value();
        var languages = scripts.languages(who.tenant(), matter.register());
        var script = scripts.of(who.tenant(), matter.register(), typed.language())
                .map(text -> text.about(matter.subject().title(), unit, claimedIn(matter, text.language()))).orElse("");
        var attempts = callBacks.attempts(who, matter);
        var asked = voices.of(who, matter, attempts);
        var tries = attempts.stream().map(attempt -> new CallBackPage.Tried(Integer.toString(attempt.no()), attempt.at(),
                t("verdict.callback.channel." + attempt.channel()), asked.name(attempt.whom()),
                attempt.words() == null ? "" : attempt.words())).toList();
        return new CallBackPage(here, new Link(matter.subject().title(), "/matters/" + matter.id().value()), matter.subject().text(), unit, claimed(matter),
                matter.progress() == null ? "" : matter.progress(), asked.lines(), asked.choices(), turn(tree, matter, unit),
                callBacks.whyNot(who, matter).map(CallBackPages::say).orElse(""),
                languages.stream().map(language -> new Tab(language(language), here + "?language=" + language, language.equals(typed.language()))).toList(),
                script, tries, asked.mostTries() + 1 >= CallBacks.TRIES_LEAST,
                choices("verdict.callback.channel.", Attempt.Channel.AT_DESK.toArray(Attempt.Channel[]::new)),
                List.of(new Choice("yes", t("verdict.callback.reached.yes")), new Choice("no", t("verdict.callback.reached.no"))),
                List.of(new Choice("yes", t("verdict.callback.heard.yes")), new Choice("no", t("verdict.callback.heard.no"))),
                choices("ledger.solved.", Verdict.Solved.values()), choices("ledger.satisfied.", Verdict.Satisfied.values()), key, typed, errors);
    }

    /// Nobody asks about what their own unit, or one above it in the handling, has done: that is said, so that it can be seen to be so.
    private static String turn(OrganisationTree tree, Matter matter, String unit) {
        return Optional.ofNullable(matter.turn()).map(Seat::unit).filter(_ -> matter.stage().named() == StageName.AWAITING_VERDICT)
                .map(asks -> t("verdict.callback.turn", name(tree, asks), unit)).orElse("");
    }

    static String language(String code) {
        var named = Locale.of(code).getDisplayLanguage(LocaleContextHolder.getLocale());
        return named.isEmpty() ? code : named;
    }

    private static List<Choice> choices(String key, Enum<?>[] all) {
        return Arrays.stream(all).map(one -> new Choice(one.name(), t(key + one))).toList();
    }

    private static String claimed(Matter matter) {
        return matter.round().claimed() == null ? "" : t("ledger.outcome." + matter.round().claimed());
    }

    /// In the language of whoever is asked, where the product speaks it.
    private static String claimedIn(Matter matter, String language) {
        return matter.round().claimed() == null || !Words.languages().contains(language) ? claimed(matter)
                : Words.in(Locale.of(language)).of("ledger.outcome." + matter.round().claimed());
    }

    private static String name(OrganisationTree tree, @Nullable OrganisationId unit) {
        return unit == null ? t("verdict.rates.no-unit") : tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static String say(CallBackRefusal why) {
        var key = "verdict.callback.refusal." + why.getClass().getSimpleName();
        return switch (why) {
            case CallBackRefusal.TooLong(_, var max) -> t(key, max);
            case CallBackRefusal.LinkUnderWay(_, var until) -> t(key, Days.full(until));
            case CallBackRefusal.TriedTooLittle(_, var least, var tries) -> t(key, least, tries);
            case CallBackRefusal.OfLedger(Refusal.NotYourPost _) -> t(key + ".NotYourPost");
            case CallBackRefusal.OfLedger(Refusal.AlreadyAnother _) -> t(key + ".AlreadyAnother");
            case CallBackRefusal.OfLedger(Refusal.NotThisStage _) -> t(key + ".NotThisStage");
            case CallBackRefusal.OfLedger _, CallBackRefusal.NoSuchMatter _, CallBackRefusal.Missing _, CallBackRefusal.HiddenCharacters _,
                    CallBackRefusal.NoSuchLanguage _, CallBackRefusal.KeyUsedBefore _, CallBackRefusal.ChangedMeanwhile _,
                    CallBackRefusal.NotInTheSample _, CallBackRefusal.NoSuchVoice _, CallBackRefusal.HeardAlready _ -> t(key);
        };
    }
}
