package org.mingbai.ledger.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Refusal;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The form of every act, and what comes of sending it.
@Controller
@Needs(Right.ACT_ON_MATTERS)
class ActPages {

    private static final int CANDIDATES = 200;
    private static final List<String> BEGUN = List.of("lead", "coHandlers");

    private final Sightings sightings;
    private final Ledger ledger;
    private final Matters matters;
    private final Directory directory;
    private final EvidenceUploads uploads;

    ActPages(Sightings sightings, Ledger ledger, Matters matters, Directory directory, EvidenceUploads uploads) {
        this.sightings = sightings;
        this.ledger = ledger;
        this.matters = matters;
        this.directory = directory;
        this.uploads = uploads;
    }

    @GetMapping("/matters/{id}/acts/{noun}")
    ModelAndView form(SignedIn who, @PathVariable long id, @PathVariable String noun, @RequestParam MultiValueMap<String, String> named) {
        var kind = kind(noun);
        var seen = sightings.of(who, id);
        var why = ledger.acts(who, seen.matter()).getOrDefault(kind, Optional.empty());
        return why.map(refusal -> refused(seen, kind, refusal))
                .orElseGet(() -> View.of("ledger/act",
                        page(seen, kind, Typed.begun(begun(kind, named)), UUID.randomUUID(), FieldErrors.none(), List.of(), List.of())));
    }

    /// Whom it goes to may be named in the address, where a suggestion leads here. Nothing else may.
    private static MultiValueMap<String, String> begun(ActKind kind, MultiValueMap<String, String> named) {
        var begun = new LinkedMultiValueMap<String, String>();
        if (kind == ActKind.ASSIGN) {
            BEGUN.stream().filter(named::containsKey).forEach(field -> begun.addAll(field, named.getOrDefault(field, List.of())));
        }
        return begun;
    }

    @PostMapping("/matters/{id}/{noun}")
    ModelAndView act(SignedIn who, @PathVariable long id, @PathVariable String noun, @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files) {
        var kind = kind(noun);
        var seen = sightings.of(who, id);
        var typed = Typed.of(sent);
        var key = FormKey.of(typed.one("key"));
        var taken = uploads.take(who, typed.all("kept"), files == null ? List.of() : files);
        if (!typed.one("more").isEmpty()) {
            return View.of("ledger/act", page(seen, kind, typed, key, FieldErrors.none(), taken.files(), List.of()));
        }
        var reader = new ActReader(kind, typed, name -> directory.unitsMeant(who.tenant(), name), taken.files());
        var act = reader.read(seen.matter());
        var errors = new FieldErrors(Stream.concat(taken.errors().all().stream(), reader.errors().all().stream()).toList());
        if (errors.any()) {
            return View.of("ledger/act", page(seen, kind, typed, key, errors, taken.files(), List.of()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (ledger.act(who, seen.matter().id(), act, key, seen(typed.one("seen")))) {
            case Answer.Done _ -> View.seeOther(seen.href(), t("ledger.matter.done", t("ledger.act." + kind)));
            case Answer.Refused(var why, _) -> refused(sightings.of(who, id), kind, typed, key, why, taken.files());
        };
    }

    /// Not to be done at all: what, why and who instead, with the way back.
    private ModelAndView refused(Seen seen, ActKind kind, Refusal why) {
        var page = page(seen, kind, Typed.nothing(), UUID.randomUUID(), FieldErrors.none().with("", say(seen, ledger, why, kind)), List.of(),
                List.of());
        return View.of("ledger/act", page, HttpStatus.CONFLICT);
    }

    private ModelAndView refused(Seen seen, ActKind kind, Typed typed, UUID key, Refusal why, List<Evidence.File> files) {
        var errors = FieldErrors.none().with(place(seen, kind, typed, why), say(seen, ledger, why, kind));
        boolean moved = why instanceof Refusal.ChangedMeanwhile;
        var since = moved ? new Story(seen).since(Optional.ofNullable(seen(typed.one("seen"))).orElse(seen.matter().seq())) : List.<Told>of();
        var status = switch (why) {
            case Refusal.ChangedMeanwhile _, Refusal.KeyUsedBefore _, Refusal.NotThisStage _ -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return View.of("ledger/act", page(seen, kind, typed, why instanceof Refusal.KeyUsedBefore ? UUID.randomUUID() : key, errors, files, since),
                status);
    }

    /// The field as the form has it: a plan's faults stand at the row they are about, else at its first, a date beside its kind.
    private String place(Seen seen, ActKind kind, Typed typed, Refusal why) {
        var field = why.field();
        if (why instanceof Refusal.MeasureAfterDeadline late) {
            return "m" + PlanRows.of(typed).written().get(late.row() - 1).at() + ".due";
        }
        if (kind == ActKind.PLAN && !field.isEmpty()) {
            return "m0.text";
        }
        if (kind == ActKind.REPORT_PROGRESS && field.equals("percents") && !seen.matter().round().standing().isEmpty()) {
            return "percent" + seen.matter().round().standing().getFirst().no();
        }
        boolean dated = field.equals("due") && !typed.one("dueDate").isEmpty();
        return dated ? "dueDate" : field;
    }

    private ActPage page(Seen seen, ActKind kind, Typed typed, UUID key, FieldErrors errors, List<Evidence.File> files, List<Told> since) {
        var fields = new ActFields(seen.matter(), seen.policy(), seen.today(), seen.folk()::unit, typed, seen.offer()).of(kind);
        var asked = fields.stream().map(field -> new ActPage.Asked(field, FieldWords.label(kind, field.name()), help(seen, kind, field))).toList();
        var way = Stream.concat(MatterPageMaker.way(seen).stream(), Stream.of(new Link(seen.matter().subject().title(), seen.href()))).toList();
        boolean asksUnit = fields.stream().anyMatch(Field.Units.class::isInstance);
        boolean asksOther = fields.stream().anyMatch(Field.Other.class::isInstance);
        return new ActPage(seen.matter().id().value(), seen.matter().subject().title(), t("ledger.act." + kind), way, ActNoun.of(kind),
                key.toString(),
                seen.matter().seq(), effect(seen, kind), context(seen, kind), asked, typed, errors, since,
                files.stream().map(file -> new Choice(file.sha256() + " " + file.name(), file.name())).toList(),
                asksUnit ? units(seen.who()) : List.of(), asksOther ? candidates(seen) : List.of());
    }

    private static String effect(Seen seen, ActKind kind) {
        if (kind == ActKind.RECORD_VERDICT && !seen.matter().joined().isEmpty()) {
            return t("ledger.effect.RECORD_VERDICT.joined", seen.matter().joined().size());
        }
        return org.mingbai.shell.Words.has("ledger.effect." + kind) ? t("ledger.effect." + kind) : "";
    }

    /// What the decider needs before his eyes: the request he decides on.
    private static String context(Seen seen, ActKind kind) {
        var asked = seen.matter().round().asked();
        return switch (kind) {
            case PLAN -> deadline(seen);
            case CLOSE -> unreached(seen) ? t(seen.policy().unreachedMaySolve() ? "ledger.matter.unreached" : "ledger.matter.unreached.not-solved")
                    : lastQuote(seen);
            case DECIDE_EXTENSION -> asked == null ? "" : t("ledger.matter.asks-until", DayWords.plain(asked.to()), asked.reason());
            case DECIDE_RETURN, DECIDE_DISCLOSURE,
                    ANSWER_ESCALATION, ANSWER_REVIEW, DECIDE_OBJECTION, PASS_REVIEW, SEND_BACK, RECORD_VERDICT -> lastQuote(seen);
            default -> "";
        };
    }

    private static boolean unreached(Seen seen) {
        var said = seen.matter().round().verdict();
        return said != null && !said.contacted();
    }

    private static String deadline(Seen seen) {
        var due = seen.matter().round().due();
        return due == null || due.date() == null || due.passedOn(seen.today()) ? "" : t("ledger.matter.plan-until", DayWords.plain(due.date()));
    }

    private static String lastQuote(Seen seen) {
        return new Story(seen).since(0).reversed().stream().filter(told -> !told.quote().isEmpty()).findFirst()
                .map(told -> t("ledger.matter.last-said", told.who(), told.text(), told.quote())).orElse("");
    }

    private static String help(Seen seen, ActKind kind, Field field) {
        if (field.name().equals("dueDate") && seen.offer().isPresent()) {
            var offer = seen.offer().get();
            return Worries.say(offer.reason(), offer.args());
        }
        var due = seen.matter().round().due();
        var latest = due == null || due.date() == null ? seen.today() : due.date().plusDays(seen.policy().extensionDaysMax());
        return FieldWords.help(kind, field.name(), seen.policy().limitDays(), DayWords.plain(latest), seen.matter().seq());
    }

    /// Units by name; where two bear the same one, with the way down from their superior.
    private List<String> units(SignedIn who) {
        var active = directory.treeOf(who.tenant()).all().stream().filter(OrganisationTree.Unit::active).toList();
        return active.stream().map(unit -> active.stream().filter(other -> other.name().equals(unit.name())).count() == 1
                ? unit.name() : above(active, unit) + unit.name()).sorted().toList();
    }

    private static String above(List<OrganisationTree.Unit> units, OrganisationTree.Unit unit) {
        return unit.parent().flatMap(parent -> units.stream().filter(it -> it.id().equals(parent)).findFirst()).map(it -> it.name() + "/").orElse("");
    }

    private List<ActPage.Candidate> candidates(Seen seen) {
        var all = MatterFilter.all(seen.matter().register());
        var open = new MatterFilter(all.register(), Set.of(), true, null, null, null, null, null, null, all.order(), null, CANDIDATES);
        return matters.page(seen.who(), open).matters().stream().filter(matter -> !matter.id().equals(seen.matter().id()))
                .map(matter -> new ActPage.Candidate(String.valueOf(matter.id().value()), matter.subject().title())).toList();
    }

    static String say(Seen seen, Ledger ledger, Refusal why, @Nullable ActKind kind) {
        var doers = why instanceof Refusal.NotYourPost(var act)
                ? ledger.postsFor(seen.who(), seen.matter(), act).stream().map(seen.folk()::post).collect(joining(t("ledger.matter.or")))
                : "";
        var named = doers.isEmpty() && why instanceof Refusal.NotYourPost ? t("ledger.matter.nobody") : doers;
        boolean raisers = why instanceof Refusal.NotYourPost(var act) && act == ActKind.WITHDRAW && !doers.isEmpty();
        return RefusalWords.of(why, kind, seen.folk(), raisers ? t("ledger.matter.nobody") + t("ledger.matter.or") + doers : named);
    }

    static ActKind kind(String noun) {
        return ActNoun.kindOf(noun).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable Integer seen(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }
}
