package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.library.StoredFile;
import org.mingbai.library.web.Uploads;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.supervision.Demands;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipAnswer;
import org.mingbai.supervision.slip.SlipContent;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRefusal;
import org.mingbai.supervision.slip.Slips;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Writing a slip, and everything that is done to one.
@Controller
class SlipForms {

    private static final String NEW = "/slips/new";
    private static final int ANSWER_DAYS = 7;
    private static final String FORM = "supervision/slipform";

    private final Slips slips;
    private final Ledger ledger;
    private final Directory directory;
    private final Uploads uploads;
    private final Clock clock;

    SlipForms(Slips slips, Ledger ledger, Directory directory, Uploads uploads, Clock clock) {
        this.slips = slips;
        this.ledger = ledger;
        this.directory = directory;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Needs(Right.DRAFT_SLIPS)
    @GetMapping(NEW)
    ModelAndView write(SignedIn who, @RequestParam(defaultValue = "") String matter, @RequestParam(defaultValue = "") String follows) {
        var values = new LinkedHashMap<String, String>();
        var about = about(who, matter);
        var before = followed(who, follows);
        if (!matter.isEmpty() && about.isEmpty() || !follows.isEmpty() && before.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var names = new Names(directory, who.tenant());
        values.put("answerBy", LocalDate.now(clock).plusDays(ANSWER_DAYS).toString());
        about.ifPresent(it -> begin(values, it, names));
        before.ifPresent(it -> begin(who, values, it));
        return View.of(FORM, page(who, names, values, List.of(), UUID.randomUUID(), FieldErrors.none(), Optional.empty()));
    }

    private void begin(Map<String, String> values, Matter matter, Names names) {
        values.put("matter", Long.toString(matter.id().value()));
        values.put("title", t("supervision.slip.title-of", matter.subject().heading()));
        Optional.ofNullable(matter.lead()).ifPresent(it -> values.put("to", names.unit(it)));
        Optional.ofNullable(matter.assignment()).ifPresent(it -> {
            Optional.ofNullable(it.leader()).ifPresent(leader -> values.put("leadLeader", leader));
            values.put("supporting", names.units(it.coHandlers()));
            Optional.ofNullable(it.requirement()).ifPresent(text -> values.put("requirement", text));
        });
        Optional.ofNullable(matter.round().due()).map(it -> it.date()).filter(day -> !day.isBefore(LocalDate.now(clock)))
                .ifPresent(day -> values.put("due", day.toString()));
    }

    private void begin(SignedIn who, Map<String, String> values, Slip before) {
        values.put("follows", Long.toString(before.id()));
        slips.ladder(who.tenant()).after(before.kind()).ifPresent(kind -> values.put("kind", kind.name()));
        fill(values, before.content(), new Names(directory, who.tenant()));
        values.put("answerBy", LocalDate.now(clock).plusDays(ANSWER_DAYS).toString());
        values.put("gap", t("supervision.slip.gap-of", Names.called(before), Names.plain(before.answerBy())));
    }

    private static void fill(Map<String, String> values, SlipContent content, Names names) {
        values.put("title", content.title());
        values.put("basis", content.basis());
        values.put("requirement", content.requirement());
        put(values, "gap", content.gap());
        put(values, "leadLeader", content.leadLeader());
        put(values, "supportingLeader", content.supportingLeader());
        put(values, "supporting", names.units(content.supporting()));
        put(values, "due", content.due());
        put(values, "everyDays", content.everyDays());
        put(values, "contact", content.contact());
        put(values, "attachments", content.attachments());
        values.put("answerBy", content.answerBy().toString());
    }

    private static void put(Map<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }

    @Needs(Right.DRAFT_SLIPS)
    @PostMapping("/slips")
    ModelAndView write(SignedIn who, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> kept,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var names = new Names(directory, who.tenant());
        var taken = taken(who, kept, files, List.of());
        var reader = new SlipReader(typed, names, taken);
        var draft = reader.draft(offices(who));
        var key = FormKey.of(typed.getOrDefault("key", ""));
        if (draft == null) {
            return View.of(FORM, page(who, names, typed, taken.files(), key, reader.errors(), Optional.empty()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (slips.draft(who, draft, key)) {
            case SlipAnswer.Done(var slip, _) -> View.seeOther(SlipPages.href(slip), t("supervision.slip.drafted"));
            case SlipAnswer.Refused(var why) -> View.of(FORM, page(who, names, typed, taken.files(),
                    why instanceof SlipRefusal.KeyUsedBefore ? UUID.randomUUID() : key, FieldErrors.none().with(why.field(), names.told(why)),
                    Names.instead(why)), status(why));
        };
    }

    /// @param before what is enclosed already, by whomever: it stays while its box stays ticked
    private Uploads.Taken taken(SignedIn who, @Nullable List<String> kept, @Nullable List<MultipartFile> sent, List<StoredFile> before) {
        var ticked = Objects.requireNonNullElse(kept, List.<String>of());
        var taken = uploads.take(who, ticked, Objects.requireNonNullElse(sent, List.of()));
        var all = Stream.concat(before.stream().filter(file -> ticked.contains(choice(file).value())), taken.files().stream()).distinct().toList();
        return new Uploads.Taken(all, taken.errors());
    }

    private static Choice choice(StoredFile file) {
        return new Choice(file.sha256() + " " + file.name(), file.name());
    }

    private SlipFormPage page(SignedIn who, Names names, Map<String, String> values, List<StoredFile> files, UUID key, FieldErrors errors,
            Optional<Link> instead) {
        var offices = offices(who).stream().map(it -> new Choice(Long.toString(it.value()), names.unit(it))).toList();
        var about = about(who, values.getOrDefault("matter", ""));
        var before = followed(who, values.getOrDefault("follows", ""));
        var context = about.map(it -> t("supervision.slip.about", MatterNumber.of(it).printed(), it.subject().title()))
                .or(() -> before.map(it -> t("supervision.slip.follows-context", Names.called(it), names.unit(it.to())))).orElse("");
        var kept = about.map(it -> "slip-matter-" + it.id().value()).or(() -> before.map(it -> "slip-after-" + it.id())).orElse("slip-new");
        return new SlipFormPage(t("supervision.slip.write"), List.of(new Link(t("supervision.slip.title"), "/slips")), "/slips", key.toString(), "",
                context, SlipFields.ofNew(values, before.isPresent(), offices, List.of(SlipKind.values())), names.addressees(), errors, instead, true, kept,
                about.map(it -> "/matters/" + it.id().value()).or(() -> before.map(SlipPages::href)).orElse("/slips"), burden(who, names, values, before),
                true, files.stream().map(SlipForms::choice).toList());
    }

    /// What the unit has to do already, as soon as it is known which unit and which week.
    private Optional<Burdened> burden(SignedIn who, Names names, Map<String, String> values, Optional<Slip> before) {
        var to = before.map(Slip::to).or(() -> {
            var meant = names.meant(values.getOrDefault("to", ""));
            return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
        });
        return to.flatMap(unit -> day(values.getOrDefault("answerBy", ""))
                .map(day -> Burdened.of(slips.burden(who, unit, values.getOrDefault("title", ""), day), names)));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(Days.typed(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Needs(Right.ACT_ON_MATTERS)
    @GetMapping("/slips/{id}/acts/{act}")
    ModelAndView form(SignedIn who, @PathVariable long id, @PathVariable String act) {
        var kind = kind(act);
        var slip = slips.slip(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var names = new Names(directory, who.tenant());
        var refusal = slips.acts(who, slip).getOrDefault(kind, Optional.empty());
        if (refusal.isPresent()) {
            var why = refusal.get();
            return View.of(FORM, page(who, slip, kind, names, Map.of(), List.of(), UUID.randomUUID(), FieldErrors.none().with("", names.told(why)),
                    Names.instead(why), false),
                    HttpStatus.CONFLICT);
        }
        return View.of(FORM, page(who, slip, kind, names, beginning(slip, kind, names), slip.content().files(), UUID.randomUUID(),
                FieldErrors.none(), Optional.empty(), true));
    }

    private Map<String, String> beginning(Slip slip, SlipAct.Kind act, Names names) {
        var values = new LinkedHashMap<String, String>();
        switch (act) {
            case CHANGE -> fill(values, slip.content(), names);
            case SIGN -> values.put("send", "true");
            case RETURN -> values.put("answerBy", LocalDate.now(clock).plusDays(ANSWER_DAYS).toString());
            case ACCEPT -> {
                boolean goesOn = slip.content().everyDays() != null
                        && slip.awaiting().map(it -> it.report().what() != Feedback.For.FINAL).orElse(false);
                if (goesOn) {
                    values.put("next", LocalDate.now(clock).plusDays(slip.content().everyDays()).toString());
                }
            }
            case ANSWER -> values.put("what", slip.content().everyDays() == null ? Feedback.For.FINAL.name() : Feedback.For.PERIOD.name());
            case SEND, RECEIVE, UPGRADE, LET_LAPSE, WITHDRAW -> {}
        }
        return values;
    }

    @Needs(Right.ACT_ON_MATTERS)
    @PostMapping("/slips/{id}/{act}")
    ModelAndView act(SignedIn who, @PathVariable long id, @PathVariable String act, @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> kept, @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var kind = kind(act);
        var slip = slips.slip(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var names = new Names(directory, who.tenant());
        var taken = taken(who, kept, files, slip.content().files());
        var reader = new SlipReader(typed, names, taken);
        var key = FormKey.of(typed.getOrDefault("key", ""));
        var read = reader.act(kind);
        if (read == null) {
            return View.of(FORM, page(who, slip, kind, names, typed, taken.files(), key, reader.errors(), Optional.empty(), true),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (slips.act(who, id, read, key, seen(typed.getOrDefault("seen", "")))) {
            case SlipAnswer.Done(var done, _) -> View.seeOther(SlipPages.href(done), t("supervision.slip.done", t("supervision.slip.act." + kind)));
            case SlipAnswer.Refused(var why) -> View.of(FORM, page(who, slips.slip(who, id).orElse(slip), kind, names, typed, taken.files(),
                    why instanceof SlipRefusal.KeyUsedBefore ? UUID.randomUUID() : key, FieldErrors.none().with(why.field(), names.told(why)),
                    Names.instead(why), !(why instanceof SlipRefusal.NotThisState)), status(why));
        };
    }

    private SlipFormPage page(SignedIn who, Slip slip, SlipAct.Kind act, Names names, Map<String, String> values, List<StoredFile> files, UUID key,
            FieldErrors errors, Optional<Link> instead, boolean possible) {
        var way = List.of(new Link(t("supervision.slip.title"), "/slips"), new Link(Names.called(slip), SlipPages.href(slip)));
        boolean takesFiles = act == SlipAct.Kind.CHANGE;
        boolean goesOut = act == SlipAct.Kind.SIGN || act == SlipAct.Kind.SEND;
        var burden = goesOut ? Optional.of(slips.burden(who, slip)) : Optional.<Demands.Warning>empty();
        boolean over = burden.map(Demands.Warning::overCeiling).orElse(false);
        boolean judges = act == SlipAct.Kind.ACCEPT || act == SlipAct.Kind.RETURN;
        var context = judges ? slip.awaiting().map(it -> t("supervision.slip.says", it.report().signer(), it.report().progress())).orElse("")
                : t("supervision.slip.act-context", slip.content().title(), names.unit(slip.to()), slip.answerBy());
        return new SlipFormPage(t("supervision.slip.act." + act), way, SlipPages.href(slip) + "/" + act.noun(), key.toString(),
                Integer.toString(slip.seq()), context, possible ? SlipFields.of(act, values, over) : List.of(), names.addressees(), errors, instead, possible,
                "slip-" + slip.id() + "-" + act.noun(), SlipPages.href(slip), burden.map(it -> Burdened.of(it, names)),
                takesFiles, takesFiles ? files.stream().map(SlipForms::choice).toList() : List.of());
    }

    private static SlipAct.Kind kind(String noun) {
        return Arrays.stream(SlipAct.Kind.values()).filter(it -> it != SlipAct.Kind.UPGRADE && it.noun().equals(noun)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static HttpStatus status(SlipRefusal why) {
        return switch (why) {
            case SlipRefusal.NoSuchSlip _ -> HttpStatus.NOT_FOUND;
            case SlipRefusal.ChangedMeanwhile _, SlipRefusal.KeyUsedBefore _, SlipRefusal.NotThisState _, SlipRefusal.AlreadyOpen _,
                    SlipRefusal.FollowedAlready _, SlipRefusal.NothingToFollow _, SlipRefusal.KeptFromSince _ -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    static List<OrganisationId> offices(SignedIn who) {
        return Access.unitsWhere(who, Right.DRAFT_SLIPS).stream().sorted(Comparator.comparing(OrganisationId::value)).toList();
    }

    private Optional<Matter> about(SignedIn who, String matter) {
        return matter.matches("[0-9]{1,18}") ? ledger.matter(who, new MatterId(Long.parseLong(matter))) : Optional.empty();
    }

    private Optional<Slip> followed(SignedIn who, String follows) {
        return follows.matches("[0-9]{1,18}") ? slips.slip(who, Long.parseLong(follows)) : Optional.empty();
    }

    private static @Nullable Integer seen(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }
}
