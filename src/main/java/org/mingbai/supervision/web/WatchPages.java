package org.mingbai.supervision.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.RunningClock;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.Supervision;
import org.mingbai.supervision.WatchRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Stops clocks and sets lights.
@Controller
@Needs(Right.SUPERVISE)
class WatchPages {

    private final Supervision supervision;
    private final Ledger ledger;
    private final Lamps lamps;
    private final Directory directory;
    private final Clock clock;

    WatchPages(Supervision supervision, Ledger ledger, Lamps lamps, Directory directory, Clock clock) {
        this.directory = directory;
        this.supervision = supervision;
        this.ledger = ledger;
        this.lamps = lamps;
        this.clock = clock;
    }

    @GetMapping("/matters/{id}/clocks/{step}/pause")
    ModelAndView pauseForm(SignedIn who, @PathVariable long id, @PathVariable String step, @RequestParam(required = false) Long unit) {
        return page(who, id, pausing(who, id, step(step), unit(unit)), Typed.NOTHING, FieldErrors.none());
    }

    @PostMapping("/matters/{id}/clocks/{step}/pause")
    ModelAndView pause(SignedIn who, @PathVariable long id, @PathVariable String step, @RequestParam(required = false) Long unit,
            @RequestParam(defaultValue = "") String choice, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String key) {
        var asked = step(step);
        var whose = unit(unit);
        var typed = new Typed(choice, words, "", key);
        var reason = Stream.of(PauseReason.values()).filter(one -> one.name().equals(choice)).findFirst();
        if (reason.isEmpty()) {
            matter(who, id);
            return page(who, id, pausing(who, id, asked, whose), typed, FieldErrors.none().with("choice", t("supervision.watch.refusal.NoChoice")));
        }
        return answer(who, id, () -> pausing(who, id, asked, whose), typed, "pause",
                supervision.pause(who, new MatterId(id), asked, whose, reason.get(), words, FormKey.of(key)));
    }

    @GetMapping("/matters/{id}/clocks/{step}/resumption")
    ModelAndView resumeForm(SignedIn who, @PathVariable long id, @PathVariable String step, @RequestParam(required = false) Long unit) {
        return page(who, id, resuming(who, id, step(step), unit(unit)), Typed.NOTHING, FieldErrors.none());
    }

    @PostMapping("/matters/{id}/clocks/{step}/resumption")
    ModelAndView resume(SignedIn who, @PathVariable long id, @PathVariable String step, @RequestParam(required = false) Long unit,
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String key) {
        var asked = step(step);
        var whose = unit(unit);
        return answer(who, id, () -> resuming(who, id, asked, whose), new Typed("", words, "", key), "resume",
                supervision.resume(who, new MatterId(id), asked, whose, words, FormKey.of(key)));
    }

    @GetMapping("/matters/{id}/light")
    ModelAndView lightForm(SignedIn who, @PathVariable long id) {
        return page(who, id, lighting(who, id), new Typed("", "", LocalDate.now(clock).plusDays(7).toString(), ""), FieldErrors.none());
    }

    @PostMapping("/matters/{id}/light")
    ModelAndView light(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String key) {
        var typed = new Typed(choice, words, until, key);
        var sign = Stream.of(Light.Sign.values()).filter(one -> one.name().equals(choice)).findFirst();
        var day = day(until);
        var errors = FieldErrors.none();
        errors = sign.isPresent() ? errors : errors.with("choice", t("supervision.watch.refusal.NoChoice"));
        errors = day.isPresent() ? errors : errors.with("until", t("supervision.watch.refusal.NoDay"));
        if (errors.any()) {
            matter(who, id);
            return page(who, id, lighting(who, id), typed, errors);
        }
        return answer(who, id, () -> lighting(who, id), typed, "light",
                supervision.setLight(who, new MatterId(id), sign.orElseThrow(), words, day.orElseThrow(), FormKey.of(key)));
    }

    @GetMapping("/matters/{id}/light/release")
    ModelAndView releaseForm(SignedIn who, @PathVariable long id) {
        return page(who, id, releasing(who, id), Typed.NOTHING, FieldErrors.none());
    }

    @PostMapping("/matters/{id}/light/release")
    ModelAndView release(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String key) {
        return answer(who, id, () -> releasing(who, id), new Typed("", words, "", key), "release",
                supervision.releaseLight(who, new MatterId(id), words, FormKey.of(key)));
    }

    private record Typed(String choice, String words, String until, String key) {
        private static final Typed NOTHING = new Typed("", "", "", "");
    }

    /// What is asked in a form, and what it explains.
    /// @param choices none where nothing is to be chosen
    /// @param never why it cannot be done whatever is filled in: whoever comes by an old address is told at once
    private record Asking(String title, String action, String what, String label, List<Choice> choices, boolean until, Optional<Link> beside,
            Optional<WatchRefusal> never) {}

    private Asking pausing(SignedIn who, long id, Step step, @Nullable OrganisationId unit) {
        var running = running(who, id, step, unit);
        var allowed = running.stream().map(Supervision::pausesOf).findFirst().orElse(EnumSet.noneOf(PauseReason.class));
        var never = running.isEmpty() ? new WatchRefusal.NotRunning(step)
                : running.size() > 1 ? new WatchRefusal.WhichUnit(step)
                : allowed.isEmpty() ? new WatchRefusal.NotForThisReason(step, allowed) : null;
        var choices = allowed.stream().map(reason -> new Choice(reason.name(), t("ledger.pause." + reason))).toList();
        return new Asking(t("supervision.watch.pause"), href(id, step) + "/pause" + of(unit),
                whose(who, step, unit) + " · " + t("supervision.watch.pause.what"), t("supervision.watch.reason"),
                choices, false, Optional.empty(), Optional.ofNullable(never));
    }

    private List<RunningClock> running(SignedIn who, long id, Step step, @Nullable OrganisationId unit) {
        return supervision.clocksOf(who.tenant(), matter(who, id)).stream().filter(one -> one.step() == step && one.runs())
                .filter(one -> unit == null || one.unit().equals(unit)).toList();
    }

    private Asking resuming(SignedIn who, long id, Step step, @Nullable OrganisationId unit) {
        var standing = running(who, id, step, unit).stream().filter(RunningClock::paused).toList();
        var never = standing.isEmpty() ? new WatchRefusal.StandsNot(step)
                : standing.stream().noneMatch(RunningClock::pausedByHand) ? new WatchRefusal.ByParking() : null;
        return new Asking(t("supervision.watch.resume"), href(id, step) + "/resumption" + of(unit),
                whose(who, step, unit) + " · " + t("supervision.watch.resume.what"), "", List.of(), false, Optional.empty(),
                Optional.ofNullable(never));
    }

    private Asking lighting(SignedIn who, long id) {
        var matter = matter(who, id);
        var choices = Stream.of(Light.Sign.ON_TRACK, Light.Sign.AT_RISK, Light.Sign.LATE)
                .map(sign -> new Choice(sign.name(), word(sign))).toList();
        var set = matter.watching().light();
        var light = lamps.light(who.tenant(), matter);
        var dated = light.worries().isEmpty() ? Light.Sign.ON_TRACK : light.worries().getFirst().sign();
        var what = t("supervision.watch.light.what", word(dated)) + (set == null ? ""
                : " " + t("supervision.watch.light.now", word(set.sign()), Days.day(set.until(), LocalDate.now(clock)), set.reason()));
        return new Asking(t("supervision.watch.light"), "/matters/" + id + "/light", what, t("supervision.watch.sign"), choices, true,
                set == null ? Optional.empty() : Optional.of(new Link(t("supervision.watch.light.release"), "/matters/" + id + "/light/release")),
                supervision.hasLightToSet(matter) ? Optional.empty() : Optional.of(new WatchRefusal.NoLight()));
    }

    private Asking releasing(SignedIn who, long id) {
        var set = matter(who, id).watching().light();
        return new Asking(t("supervision.watch.light.release"), "/matters/" + id + "/light/release", set == null ? ""
                : t("supervision.watch.light.now", word(set.sign()), Days.day(set.until(), LocalDate.now(clock)), set.reason()), "",
                List.of(), false, Optional.empty(), set == null ? Optional.of(new WatchRefusal.NotSet()) : Optional.empty());
    }

    private static String href(long id, Step step) {
        return "/matters/" + id + "/clocks/" + noun(step);
    }

    private static @Nullable OrganisationId unit(@Nullable Long id) {
        return id == null ? null : new OrganisationId(id);
    }

    /// What an address says of whose clock is meant.
    static String of(@Nullable OrganisationId unit) {
        return unit == null ? "" : "?unit=" + unit.value();
    }

    private String whose(SignedIn who, Step step, @Nullable OrganisationId unit) {
        var named = t("ledger.step." + step);
        return unit == null ? named : directory.treeOf(who.tenant()).unit(unit).map(it -> named + " · " + it.name()).orElse(named);
    }

    static String noun(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Step step(String noun) {
        return Stream.of(Step.values()).filter(step -> noun(step).equals(noun)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Matter matter(SignedIn who, long id) {
        return ledger.matter(who, new MatterId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView answer(SignedIn who, long id, Supplier<Asking> asking, Typed typed, String done, Optional<WatchRefusal> refused) {
        if (refused.isEmpty()) {
            return View.seeOther("/matters/" + id, t("supervision.watch.done." + done));
        }
        var why = refused.get();
        if (why instanceof WatchRefusal.NoSuchMatter) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page(who, id, asking.get(), typed, FieldErrors.none().with(field(why), say(why)));
    }

    private static String field(WatchRefusal why) {
        return why.field().equals("reason") ? "choice" : why.field();
    }

    private ModelAndView page(SignedIn who, long id, Asking asking, Typed typed, FieldErrors refused) {
        var matter = matter(who, id);
        var errors = refused.any() ? refused : asking.never().map(why -> FieldErrors.none().with("", say(why))).orElse(refused);
        var page = new WatchPage(asking.title(), new Link(matter.subject().title(), "/matters/" + id), asking.action(), asking.what(), asking.label(),
                asking.choices(), typed.choice(), typed.words(), asking.until(), typed.until(),
                LocalDate.now(clock).toString(), LocalDate.now(clock).plusDays(Supervision.SET_DAYS_MAX).toString(),
                typed.key().isEmpty() ? UUID.randomUUID().toString() : typed.key(), asking.beside(), asking.never().isEmpty(), errors);
        return View.of("supervision/watch", page, !errors.any() ? HttpStatus.OK : errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    private String say(WatchRefusal why) {
        var key = "supervision.watch.refusal." + why.getClass().getSimpleName();
        return switch (why) {
            case WatchRefusal.NotRunning(var step) -> t(key, t("ledger.step." + step));
            case WatchRefusal.WhichUnit(var step) -> t(key, t("ledger.step." + step));
            case WatchRefusal.StandsAlready(var step) -> t(key, t("ledger.step." + step));
            case WatchRefusal.StandsNot(var step) -> t(key, t("ledger.step." + step));
            case WatchRefusal.NotForThisReason(var step, var allowed) -> allowed.isEmpty() ? t(key + ".none", t("ledger.step." + step))
                    : t(key, t("ledger.step." + step), allowed.stream().map(reason -> t("ledger.pause." + reason)).collect(joining("、")));
            case WatchRefusal.DayTooFar(var last) -> t(key, Days.day(last, LocalDate.now(clock)));
            case WatchRefusal.NoSuchMatter _, WatchRefusal.NotYours _, WatchRefusal.ByParking _, WatchRefusal.NoReason _, WatchRefusal.NoDay _,
                    WatchRefusal.DayBeforeToday _, WatchRefusal.NoLight _, WatchRefusal.NotSet _, WatchRefusal.OfLedger _ -> t(key);
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(Days.typed(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String word(Light.Sign sign) {
        return LightSign.valueOf(sign.name()).word();
    }
}
