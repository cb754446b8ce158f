package org.mingbai.pattern.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Turning;
import org.mingbai.ledger.Urgency;
import org.mingbai.pattern.dispatch.DispatchDesk;
import org.mingbai.pattern.dispatch.DispatchLearning;
import org.mingbai.pattern.dispatch.Suggestion;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.shell.page.LightSign;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The dispatch desk (派单台): one matter after the other, by keyboard alone.
@Controller
@Needs(Right.LIST_AND_ASSIGN)
class DispatchPages {

    static final String ALL = "/dispatch";

    private static final String NUMBER = "[0-9]{1,18}";

    private final DispatchDesk desk;
    private final DispatchLearning learning;
    private final DispatchWords words;
    private final Registers registers;
    private final Clock clock;

    DispatchPages(DispatchDesk desk, DispatchLearning learning, DispatchWords words, Registers registers, Clock clock) {
        this.desk = desk;
        this.learning = learning;
        this.words = words;
        this.registers = registers;
        this.clock = clock;
    }

    /// What was typed into the form of one matter.
    private record Typed(long matter, String choice, String due, String key) {}

    @GetMapping(ALL)
    ModelAndView list(SignedIn who, @RequestParam(name = "at", defaultValue = "") String at) {
        var asked = at.matches(NUMBER) ? Optional.of(new Typed(Long.parseLong(at), "", "", "")) : Optional.<Typed>empty();
        return View.of("pattern/dispatch", page(who, asked, FieldErrors.none()));
    }

    @PostMapping(ALL + "/{id}")
    ModelAndView dispatch(SignedIn who, @PathVariable long id, @RequestParam MultiValueMap<String, String> form) {
        var typed = new Typed(id, one(form, "choice"), one(form, "due"), one(form, "key"));
        var units = units(typed.choice());
        var due = day(typed.due());
        var errors = FieldErrors.none();
        if (units.isEmpty()) {
            errors = errors.with("choice", t("pattern.dispatch.refusal.Missing"), t("pattern.dispatch.field.lead"));
        }
        if (due.isEmpty()) {
            errors = errors.with("due", t("pattern.dispatch.refusal.NoDay"), t("pattern.dispatch.field.due"));
        }
        if (errors.any()) {
            return View.of("pattern/dispatch", page(who, Optional.of(typed), errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var seen = one(form, "seen");
        return switch (desk.dispatch(who, new MatterId(id), units.getFirst(), units.subList(1, units.size()), due.orElseThrow(), FormKey.of(typed.key()),
                seen.matches("[0-9]{1,9}") ? Integer.valueOf(seen) : null)) {
            case Answer.Done(var matter, _) -> View.seeOther(ALL, t("pattern.dispatch.done", matter.subject().title(),
                    words.to(who.tenant(), units.getFirst(), units.subList(1, units.size()))));
            case Answer.Refused(var why, _) -> refused(who, typed, why);
        };
    }

    private ModelAndView refused(SignedIn who, Typed typed, Refusal why) {
        var key = "pattern.dispatch.desk.refusal.";
        var text = switch (why) {
            case Refusal.KeptFrom _ -> t(key + "KeptFrom");
            case Refusal.NoSuchUnit _ -> t(key + "NoSuchUnit");
            case Refusal.NobodyOutsideToJudge _ -> t(key + "NobodyOutsideToJudge");
            case Refusal.NotBefore(_, var day) -> t(key + "NotBefore", day.toString());
            case Refusal.ChangedMeanwhile _, Refusal.NotThisStage _ -> t(key + "ChangedMeanwhile");
            case Refusal.NotYourPost _, Refusal.NoSuchMatter _ -> t(key + "NotYours");
            default -> t(key + "Other");
        };
        var field = why.field().equals("lead") || why.field().equals("coHandlers") ? "choice" : why.field().equals("due") ? "due" : "";
        boolean moved = why instanceof Refusal.ChangedMeanwhile || why instanceof Refusal.NotThisStage || why instanceof Refusal.KeyUsedBefore;
        var fresh = moved ? new Typed(typed.matter(), typed.choice(), typed.due(), "") : typed;
        return View.of("pattern/dispatch", page(who, Optional.of(fresh), FieldErrors.none().with(field, text)),
                moved ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private DispatchDeskPage page(SignedIn who, Optional<Typed> asked, FieldErrors errors) {
        var all = desk.of(who);
        long open = asked.map(Typed::matter).filter(at -> all.waiting().stream().anyMatch(it -> it.matter().id().value() == at))
                .or(() -> all.waiting().stream().filter(it -> !it.suggestions().isEmpty()).findFirst().map(it -> it.matter().id().value())).orElse(0L);
        var rows = all.waiting().stream().map(it -> row(who, it, it.matter().id().value() == open, asked)).toList();
        var disputed = all.disputed().stream().map(it -> new DispatchDeskPage.Disputed(matter(it.matter()), said(who, it.matter()),
                sign(it.matter(), it.turning()),
                it.returned().map(returned -> t("pattern.dispatch.desk.asked", words.unit(who.tenant(), returned.by()), Days.day(returned.on(), today()),
                        returned.reason(), returned.basis())).orElse(""), "/matters/" + it.matter().id().value() + "/acts/return-decision")).toList();
        var known = learning.of(who.tenant());
        return new DispatchDeskPage(DispatchTabs.at(ALL), rows, all.more(), disputed,
                known.filter(DispatchLearning.Learnt::ready).isPresent() ? "" : LearningPages.standing(known, learning.limits(who.tenant())), errors);
    }

    private DispatchDeskPage.Row row(SignedIn who, DispatchDesk.Waiting waiting, boolean open, Optional<Typed> asked) {
        var matter = waiting.matter();
        var late = waiting.turning().lateFrom();
        var due = late == null ? "" : due(late.atZone(clock.getZone()));
        var returned = waiting.returned().stream().map(it -> t("pattern.dispatch.desk.returned", words.unit(who.tenant(), it.by()), Days.day(it.on(), today()),
                it.reason(), it.basis())).toList();
        var suggested = waiting.suggestions().stream().map(it -> new DispatchDeskPage.Suggested(words.to(who.tenant(), it.unit(), it.coHandlers()),
                assignHref(who, matter, it), DispatchWords.why(it))).toList();
        var form = open && !suggested.isEmpty()
                ? List.of(form(who, waiting, asked.filter(it -> it.matter() == matter.id().value()))) : List.<DispatchDeskPage.Form>of();
        return new DispatchDeskPage.Row(matter(matter), said(who, matter), sign(matter, waiting.turning()), due, returned, suggested, form,
                suggested.isEmpty() ? "" : ALL + "?at=" + matter.id().value(), "/matters/" + matter.id().value() + "/acts/assignment");
    }

    /// What is late from midnight on was due the day before.
    private String due(ZonedDateTime late) {
        var last = late.minusNanos(1);
        return late.toLocalTime().equals(LocalTime.MIDNIGHT) ? t("pattern.dispatch.desk.by", Days.day(last.toLocalDate(), today()))
                : t("pattern.dispatch.desk.by", Days.day(late.toLocalDate(), today()) + " " + late.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    }

    private DispatchDeskPage.Form form(SignedIn who, DispatchDesk.Waiting waiting, Optional<Typed> typed) {
        var choices = new ArrayList<Choice>();
        for (var it : waiting.suggestions()) {
            choices.add(new Choice(Stream.concat(Stream.of(it.unit()), it.coHandlers().stream()).map(unit -> Long.toString(unit.value()))
                    .collect(Collectors.joining(" ")), words.to(who.tenant(), it.unit(), it.coHandlers())));
        }
        var choice = typed.map(Typed::choice).filter(it -> choices.stream().anyMatch(one -> one.value().equals(it)))
                .orElse(waiting.suggestions().getFirst().sources().getFirst() instanceof Suggestion.Source.OfRule ? choices.getFirst().value() : "");
        return new DispatchDeskPage.Form(ALL + "/" + waiting.matter().id().value(),
                typed.map(Typed::key).filter(it -> !it.isEmpty()).orElseGet(() -> UUID.randomUUID().toString()), Integer.toString(waiting.matter().seq()),
                choices, choice, typed.map(Typed::due).filter(it -> !it.isEmpty()).orElse(waiting.due().toString()), today().toString());
    }

    private String assignHref(SignedIn who, Matter matter, Suggestion suggestion) {
        return UriComponentsBuilder.fromPath("/matters/{id}/acts/assignment").queryParam("lead", "{lead}")
                .queryParam("coHandlers", suggestion.coHandlers().stream().map(it -> (Object) words.typed(who.tenant(), it)).toList())
                .encode().buildAndExpand(matter.id().value(), words.typed(who.tenant(), suggestion.unit())).toUriString();
    }

    private static Link matter(Matter matter) {
        return new Link(matter.subject().title(), "/matters/" + matter.id().value());
    }

    private String said(SignedIn who, Matter matter) {
        var said = matter.subject();
        var register = registers.register(who.tenant(), matter.register()).map(it -> it.name(LocaleContextHolder.getLocale())).orElse("");
        return Stream.of(MatterNumber.of(matter).printed(), register, said.category(), said.place()).filter(it -> it != null && !it.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private LightSign sign(Matter matter, Turning turning) {
        return switch (Urgency.of(matter.stage().named(), turning, clock.instant())) {
            case LATE -> LightSign.LATE;
            case AT_RISK -> LightSign.AT_RISK;
            case ON_TRACK, PARKED, LATER -> LightSign.ON_TRACK;
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static List<OrganisationId> units(String choice) {
        return choice.matches("[1-9][0-9]{0,17}( [1-9][0-9]{0,17}){0,20}")
                ? Stream.of(choice.split(" ")).map(it -> new OrganisationId(Long.parseLong(it))).toList() : List.of();
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(Days.typed(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String one(MultiValueMap<String, String> form, String name) {
        @Nullable String sent = form.getFirst(name);
        return sent == null ? "" : sent.replace("\0", "").strip();
    }
}
