package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.OpinionLetter;
import org.mingbai.intake.OpinionLetterAct;
import org.mingbai.intake.OpinionLetterDraft;
import org.mingbai.intake.OpinionLetterEvent;
import org.mingbai.intake.OpinionLetterFigure;
import org.mingbai.intake.OpinionLetterFilter;
import org.mingbai.intake.OpinionLetterFilter.Which;
import org.mingbai.intake.OpinionLetters;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.shell.page.Tab;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Opinion letters: what went out, what came back, and what came of it.
@Controller
class OpinionLetterPages {

    private static final String ALL = "/letters";
    private static final String MATTERS = ALL + "/matters";
    private static final int PAGE = 50;

    private final OpinionLetters letters;
    private final Directory directory;
    private final RefusalsTold refusals;
    private final Clock clock;

    OpinionLetterPages(OpinionLetters letters, Directory directory, RefusalsTold refusals, Clock clock) {
        this.letters = letters;
        this.directory = directory;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping(ALL)
    @Needs(Right.SEE_LETTERS)
    ModelAndView list(SignedIn who, @RequestParam Map<String, String> asked) {
        var filter = filter(asked);
        var before = text(asked, "before");
        var found = letters.page(who, filter, before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var next = found.size() > PAGE ? Optional.of(href(ALL, filter, Long.toString(shown.getLast().no()))) : Optional.<String>empty();
        var standings = Arrays.stream(Which.values()).filter(it -> it != Which.ALL)
                .map(it -> new Choice(it.name(), t("intake.letters.standing." + it))).toList();
        return View.of("intake/letters", new OpinionLetterList(tabs("list"), shown.stream().map(this::row).toList(),
                letters.byRound(who).stream().map(it -> new Choice(it.of(), it.of())).toList(), filter.round(), standings,
                filter.which() == Which.ALL ? "" : filter.which().name(), filter.body(), !filter.equals(OpinionLetterFilter.all()),
                Access.may(who, Right.KEEP_LETTERS), next));
    }

    @GetMapping(ALL + "/rates")
    @Needs(Right.SEE_LETTERS)
    ModelAndView rates(SignedIn who, @RequestParam(defaultValue = "") String by) {
        boolean bodies = by.equals("body");
        var raised = letters.raisedBy(who, bodies);
        var rows = (bodies ? letters.byBody(who) : letters.byRound(who)).stream().map(it -> row(it, bodies, raised.getOrDefault(it.of(), 0))).toList();
        return View.of("intake/letterrates", new OpinionLetterRates(tabs(bodies ? "body" : "round"),
                t(bodies ? "intake.letters.body" : "intake.letters.round"), rows));
    }

    @GetMapping(MATTERS)
    @Needs(Right.SEE_LETTERS)
    ModelAndView matters(SignedIn who, @RequestParam Map<String, String> asked) {
        var filter = filter(asked);
        var found = letters.raised(who, filter);
        return View.of("intake/lettermatters", new OpinionLetterMatters(filter.round().isEmpty() ? filter.body() : filter.round(),
                found.stream().map(OpinionLetterPages::link).toList(), found.size() == OpinionLetters.MATTERS_MAX));
    }

    @GetMapping(ALL + "/new")
    @Needs(Right.KEEP_LETTERS)
    ModelAndView blank(SignedIn who) {
        var today = LocalDate.now(clock).toString();
        return View.of("intake/letternew", fresh(who, Map.of("sentOn", today, "dueBasis", t("intake.letters.basis.usual"), "key", UUID.randomUUID().toString()),
                FieldErrors.none()));
    }

    @PostMapping(ALL)
    @Needs(Right.KEEP_LETTERS)
    ModelAndView send(SignedIn who, @RequestParam Map<String, String> sent) {
        var badDay = Stream.of("sentOn", "dueOn").filter(field -> !text(sent, field).isEmpty() && day(sent, field) == null).findFirst();
        if (badDay.isPresent()) {
            return View.of("intake/letternew", fresh(who, sent, noDay(badDay.get())), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var bodies = text(sent, "bodies").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        var draft = new OpinionLetterDraft(text(sent, "round"), bodies, text(sent, "subject"), day(sent, "sentOn"), day(sent, "dueOn"),
                text(sent, "dueBasis"), FormKey.of(sent.getOrDefault("key", "")));
        return switch (letters.send(who, draft)) {
            case VoiceAnswer.Done(var out) -> View.seeOther(href(ALL, new OpinionLetterFilter(draft.round(), "", Which.ALL), ""),
                    t("intake.letters.sent", out.size()));
            case VoiceAnswer.Refused(var why) -> {
                var typed = new HashMap<>(sent);
                if (why instanceof VoiceRefusal.KeyUsedBefore) {
                    typed.put("key", UUID.randomUUID().toString());
                }
                yield View.of("intake/letternew", fresh(who, typed, told(who, why)), status(why));
            }
        };
    }

    @GetMapping(ALL + "/{no}")
    @Needs(Right.SEE_LETTERS)
    ModelAndView one(SignedIn who, @PathVariable long no) {
        return View.of("intake/letter", page(who, there(who, no), "", Map.of(), FieldErrors.none()));
    }

    @PostMapping(ALL + "/{no}/reminders")
    @Needs(Right.KEEP_LETTERS)
    ModelAndView remind(SignedIn who, @PathVariable long no, @RequestParam Map<String, String> sent) {
        return noted(who, no, "remind", "remindedOn", sent, new OpinionLetterAct.Remind(day(sent, "remindedOn"), text(sent, "how")));
    }

    @PostMapping(ALL + "/{no}/reply")
    @Needs(Right.KEEP_LETTERS)
    ModelAndView reply(SignedIn who, @PathVariable long no, @RequestParam Map<String, String> sent) {
        var opinions = text(sent, "opinions");
        return noted(who, no, "reply", "repliedOn", sent,
                new OpinionLetterAct.Reply(day(sent, "repliedOn"), opinions.matches("[0-9]{1,6}") ? Integer.valueOf(opinions) : null));
    }

    @PostMapping(ALL + "/{no}/striking")
    @Needs(Right.KEEP_LETTERS)
    ModelAndView strike(SignedIn who, @PathVariable long no, @RequestParam Map<String, String> sent) {
        return noted(who, no, "strike", "", sent, new OpinionLetterAct.StrikeReply(text(sent, "struckWhy")));
    }

    @PostMapping(ALL + "/{no}/calling-off")
    @Needs(Right.KEEP_LETTERS)
    ModelAndView callOff(SignedIn who, @PathVariable long no, @RequestParam Map<String, String> sent) {
        return noted(who, no, "callOff", "", sent, new OpinionLetterAct.CallOff(text(sent, "calledOffWhy")));
    }

    private ModelAndView noted(SignedIn who, long no, String doing, String dayField, Map<String, String> sent, OpinionLetterAct act) {
        var letter = there(who, no);
        if (!dayField.isEmpty() && !text(sent, dayField).isEmpty() && day(sent, dayField) == null) {
            return View.of("intake/letter", page(who, letter, doing, sent, noDay(dayField)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (letters.note(who, no, act, FormKey.of(sent.getOrDefault("key", "")))) {
            case VoiceAnswer.Done(_) -> View.seeOther(ALL + "/" + no, t("intake.letters.noted." + doing));
            case VoiceAnswer.Refused(var why) -> View.of("intake/letter", page(who, there(who, no), doing, sent, told(who, why)), status(why));
        };
    }

    private OpinionLetter there(SignedIn who, long no) {
        return letters.letter(who, no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OpinionLetterPage page(SignedIn who, OpinionLetter letter, String doing, Map<String, String> sent, FieldErrors errors) {
        var today = LocalDate.now(clock);
        var typed = new HashMap<>(Map.of("remindedOn", today.toString(), "repliedOn", today.toString()));
        typed.putAll(sent);
        // A form that came back with a fault at a field has made nothing and keeps its name; any other is a new one.
        typed.put("key", errors.atFields() ? FormKey.of(sent.getOrDefault("key", "")).toString() : UUID.randomUUID().toString());
        var events = letters.events(who, letter);
        var names = directory.personNames(who.tenant(), events.stream().map(OpinionLetterEvent::by).distinct().toList());
        var lines = events.stream().map(it -> new OpinionLetterPage.Line(it.day(), told(it), it.words(), names.getOrDefault(it.by(), ""), it.at())).toList();
        return new OpinionLetterPage(letter, directory.treeOf(who.tenant()).unit(letter.unit()).map(OrganisationTree.Unit::name).orElse(""),
                letter.bodyUnit() != null, letter.standing(today), lines, letters.raised(who, letter).stream().map(OpinionLetterPages::link).toList(),
                letters.mayKeep(who, letter), "/desk?channel=opinion-letter&letter=" + letter.no(), doing, typed, errors);
    }

    private static String told(OpinionLetterEvent it) {
        var opinions = it.opinions();
        return opinions == null ? t("intake.letters.event." + it.kind())
                : opinions == 0 ? t("intake.letters.event.none") : t("intake.letters.event.REPLIED", opinions);
    }

    private OpinionLetterNew fresh(SignedIn who, Map<String, String> typed, FieldErrors errors) {
        return new OpinionLetterNew(typed, letters.byRound(who).stream().map(OpinionLetterFigure::of).toList(), errors);
    }

    private OpinionLetterList.Row row(OpinionLetter it) {
        var standing = it.standing(LocalDate.now(clock));
        var said = standing == OpinionLetter.Standing.REPLIED && it.opinions() != null && it.opinions() == 0
                ? t("intake.letters.standing.NONE") : t("intake.letters.standing." + standing);
        return new OpinionLetterList.Row(ALL + "/" + it.no(), it.subject(), it.body(), it.round(), it.sentOn(), it.dueOn(), said,
                standing == OpinionLetter.Standing.OVERDUE, it.reminders());
    }

    private static OpinionLetterRates.Row row(OpinionLetterFigure it, boolean bodies, int raised) {
        var all = bodies ? new OpinionLetterFilter("", it.of(), Which.ALL) : new OpinionLetterFilter(it.of(), "", Which.ALL);
        return new OpinionLetterRates.Row(new Link(it.of(), href(ALL, all, "")), figure(it.sent(), all, Which.SENT),
                figure(it.replied(), all, Which.REPLIED), figure(it.none(), all, Which.NONE), figure(it.overdue(), all, Which.OVERDUE),
                figure(it.waiting(), all, Which.WAITING),
                it.rate().map(rate -> t("intake.letters.rate.of", rate.toPlainString(), it.replied(), it.counted()))
                        .orElseGet(() -> t("intake.letters.rate.none")),
                new Link(raised >= OpinionLetters.MATTERS_MAX ? OpinionLetters.MATTERS_MAX + "+" : Words.number(raised), href(MATTERS, all, "")));
    }

    private static Link figure(int number, OpinionLetterFilter all, Which which) {
        return new Link(Words.number(number), href(ALL, all.which(which), ""));
    }

    private static List<Tab> tabs(String here) {
        return List.of(new Tab(t("intake.letters.tab.list"), ALL, here.equals("list")),
                new Tab(t("intake.letters.tab.round"), ALL + "/rates", here.equals("round")),
                new Tab(t("intake.letters.tab.body"), ALL + "/rates?by=body", here.equals("body")));
    }

    private static OpinionLetterFilter filter(Map<String, String> asked) {
        var which = Arrays.stream(Which.values()).filter(it -> it.name().equals(asked.get("standing"))).findFirst().orElse(Which.ALL);
        return new OpinionLetterFilter(text(asked, "round"), text(asked, "body"), which);
    }

    private static String href(String path, OpinionLetterFilter filter, String before) {
        var uri = UriComponentsBuilder.fromPath(path);
        var values = Map.of("round", filter.round(), "body", filter.body(), "standing", filter.which() == Which.ALL ? "" : filter.which().name(),
                "before", before);
        Stream.of("round", "body", "standing", "before").filter(name -> !values.get(name).isEmpty()).forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(values).toUriString();
    }

    private static Link link(Matter matter) {
        return new Link(MatterNumber.of(matter).printed() + " " + matter.subject().title(), "/matters/" + matter.id().value());
    }

    private static FieldErrors noDay(String field) {
        return FieldErrors.none().with(field, t("intake.answers.no-day"), t("intake.letters." + field));
    }

    private FieldErrors told(SignedIn who, VoiceRefusal why) {
        return FieldErrors.none().with(why.field(), refusals.of(why, directory.treeOf(who.tenant())),
                why.field().isEmpty() ? "" : t("intake.letters." + why.field()));
    }

    private static HttpStatus status(VoiceRefusal why) {
        return why.field().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static @Nullable LocalDate day(Map<String, String> sent, String name) {
        try {
            return Days.typed(text(sent, name));
        } catch (DateTimeException _) {
            return null;
        }
    }
}
