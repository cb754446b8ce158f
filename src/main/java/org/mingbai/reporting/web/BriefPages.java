package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.OwnFigures;
import org.mingbai.reporting.brief.Brief;
import org.mingbai.reporting.brief.Briefs;
import org.mingbai.reporting.brief.Skeleton;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Writing reports and reading them.
@Controller
@Needs(Right.SEE_SUPERVISION)
class BriefPages {

    static final String ALL = "/briefs";
    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Briefs briefs;
    private final OwnFigures own;
    private final Directory directory;
    private final TellingSettings settings;
    private final Clock clock;

    BriefPages(Briefs briefs, OwnFigures own, Directory directory, TellingSettings settings, Clock clock) {
        this.briefs = briefs;
        this.own = own;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who) {
        var tree = directory.treeOf(who.tenant());
        var rows = briefs.of(who).stream().map(brief -> new BriefsPage.Row(new Link(brief.body().title(), ALL + "/" + brief.id()),
                t("reporting.brief.state." + brief.state()), brief.body().from() + " – " + brief.body().to(), brief.number() == null ? "" : brief.number(),
                tree.unit(brief.unit()).map(OrganisationTree.Unit::name).orElse(""))).toList();
        var skeletons = briefs.writes(who) ? Stream.of(Skeleton.values())
                .map(it -> new Link(t("reporting.brief.skeleton." + it), ALL + "/new?skeleton=" + it)).toList() : List.<Link>of();
        return View.of("reporting/briefs", new BriefsPage(rows, skeletons));
    }

    @GetMapping(ALL + "/new")
    @Needs(Right.WRITE_BRIEFS)
    ModelAndView blank(SignedIn who, @RequestParam(defaultValue = "BLANK") String skeleton) {
        var chosen = Stream.of(Skeleton.values()).filter(it -> it.name().equals(skeleton)).findFirst().orElse(Skeleton.BLANK);
        var today = LocalDate.now(clock);
        var last = briefs.of(who).stream().map(brief -> brief.body().head()).findFirst();
        var unit = briefs.units(who).stream().findFirst();
        var name = unit.flatMap(it -> directory.treeOf(who.tenant()).unit(it)).map(OrganisationTree.Unit::name).orElse("");
        return View.of("reporting/briefform", new BriefForm(0, 0, chosen == Skeleton.BLANK ? "" : t("reporting.brief.skeleton." + chosen),
                today.withDayOfMonth(1).toString(), today.toString(), today.toString(), chosen.text(), unit.map(it -> Long.toString(it.value())).orElse(""),
                units(who), last.map(Brief.Head::issuer).orElse(name), last.map(Brief.Head::code).orElse(""), last.map(Brief.Head::to).orElse(""),
                last.map(Brief.Head::copies).orElse(""), last.map(Brief.Head::printer).orElse(name), marks(who), way(), FieldErrors.none()));
    }

    private static List<Link> way() {
        return List.of(new Link(t("reporting.briefs.title"), ALL));
    }

    private List<Choice> units(SignedIn who) {
        var tree = directory.treeOf(who.tenant());
        return briefs.units(who).stream()
                .map(unit -> new Choice(Long.toString(unit.value()), tree.unit(unit).map(OrganisationTree.Unit::name).orElse(""))).toList();
    }

    private List<Choice> marks(SignedIn who) {
        return Stream.concat(Catalogue.figures(), own.of(who).stream())
                .map(figure -> new Choice("【" + FigureWords.name(figure) + "】", FigureWords.means(figure))).toList();
    }

    @GetMapping(ALL + "/{id}/edit")
    @Needs(Right.WRITE_BRIEFS)
    ModelAndView edit(SignedIn who, @PathVariable long id) {
        var brief = found(who, id);
        if (brief.state() != Brief.State.DRAFTED || !mayAct(who, brief)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var body = brief.body();
        return View.of("reporting/briefform", new BriefForm(id, brief.version(), body.title(), body.from().toString(), body.to().toString(),
                body.asOf().toString(), body.text(), Long.toString(brief.unit().value()), units(who), body.head().issuer(), body.head().code(),
                body.head().to(), body.head().copies(), body.head().printer(), marks(who), way(), FieldErrors.none()));
    }

    @PostMapping(ALL)
    @Needs(Right.WRITE_BRIEFS)
    ModelAndView write(SignedIn who, @RequestParam MultiValueMap<String, String> sent) {
        var form = form(who, sent);
        var errors = new ArrayList<FieldErrors.FieldError>();
        var from = day(form.from(), "from", errors);
        var to = day(form.to(), "to", errors);
        var asOf = day(form.asOf(), "asOf", errors);
        if (from == null || to == null || asOf == null) {
            return wrong(form, new FieldErrors(errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var body = new Brief.Body(form.title(), from, to, asOf, form.text(), new Brief.Head(form.issuer(), form.code(), form.recipient(), form.copies(),
                form.printer()));
        var was = form.id() == 0 ? Optional.<Brief>empty() : Optional.of(found(who, form.id()));
        if (was.isPresent() && was.get().version() != form.version()) {
            return wrong(form, FieldErrors.none().with("", t("reporting.brief.overtaken")), HttpStatus.CONFLICT);
        }
        var unit = new OrganisationId(form.unit().matches("\\d{1,18}") ? Long.parseLong(form.unit()) : 0);
        return switch (briefs.write(who, unit, was, body)) {
            case Briefs.Answer.Done(var brief) -> View.seeOther(ALL + "/" + brief.id(), t("reporting.brief.saved"));
            case Briefs.Answer.Missing(var needs) -> wrong(form, missing(needs), HttpStatus.UNPROCESSABLE_CONTENT);
            case Briefs.Answer.Unreadable _, Briefs.Answer.Overtaken _, Briefs.Answer.Incomplete _, Briefs.Answer.TellsTooMuch _,
                    Briefs.Answer.CodeOfAnother _ -> wrong(form, FieldErrors.none().with("", t("reporting.brief.overtaken")), HttpStatus.CONFLICT);
        };
    }

    private static FieldErrors missing(List<Briefs.Need> needs) {
        var errors = FieldErrors.none();
        for (var need : needs) {
            var field = switch (need) {
                case TITLE -> "title";
                case PERIOD -> "from";
                case TEXT -> "text";
                case ISSUER -> "issuer";
                case CODE -> "code";
                case AS_OF -> "asOf";
            };
            errors = errors.with(field, t("reporting.brief.need." + need));
        }
        return errors;
    }

    private static @Nullable LocalDate day(String typed, String field, List<FieldErrors.FieldError> errors) {
        try {
            return Days.typed(typed);
        } catch (DateTimeException e) {
            errors.add(new FieldErrors.FieldError(field, t("reporting.figures.bad-day", typed.length() > 40 ? typed.substring(0, 40) : typed), ""));
            return null;
        }
    }

    private static ModelAndView wrong(BriefForm form, FieldErrors errors, HttpStatus status) {
        return View.of("reporting/briefform", new BriefForm(form.id(), form.version(), form.title(), form.from(), form.to(), form.asOf(), form.text(),
                form.unit(),
                form.units(), form.issuer(), form.code(), form.recipient(), form.copies(), form.printer(), form.marks(), form.way(), errors), status);
    }

    private BriefForm form(SignedIn who, MultiValueMap<String, String> sent) {
        return new BriefForm(number(one(sent, "id")), (int) number(one(sent, "version")), oneLine(sent, "title"), one(sent, "from"),
                one(sent, "to"), one(sent, "asOf"), text(sent), one(sent, "unit"), units(who),
                line(sent, "issuer"), line(sent, "code"), line(sent, "recipient"),
                line(sent, "copies"), line(sent, "printer"), marks(who), way(), FieldErrors.none());
    }

    /// Without what no page shows.
    private static String text(MultiValueMap<String, String> sent) {
        return one(sent, "text").replaceAll("[\\p{Cntrl}&&[^\n\r\t]]", "");
    }

    /// One line, as long as a head may be.
    private static String line(MultiValueMap<String, String> sent, String name) {
        var text = oneLine(sent, name);
        return text.length() > Brief.HEAD_MAX ? text.substring(0, Brief.HEAD_MAX) : text;
    }

    private static String oneLine(MultiValueMap<String, String> sent, String name) {
        return one(sent, name).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    private static long number(String typed) {
        return typed.matches("\\d{1,9}") ? Long.parseLong(typed) : 0;
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView one(SignedIn who, @PathVariable long id) {
        var brief = found(who, id);
        return shown(who, brief, brief.state() == Brief.State.DRAFTED ? faults(briefs.faults(who, brief.body())) : FieldErrors.none(), HttpStatus.OK);
    }

    private ModelAndView shown(SignedIn who, Brief brief, FieldErrors errors, HttpStatus status) {
        return View.of("reporting/brief", new BriefPage(brief, way(), t("reporting.brief.state." + brief.state()), briefs.told(who, brief),
                Optional.ofNullable(brief.number()), mayAct(who, brief), errors), status);
    }

    private static FieldErrors faults(List<Briefs.Fault> faults) {
        var errors = FieldErrors.none();
        for (var fault : faults) {
            errors = errors.with("", t("reporting.brief.fault", fault.line(), fault.mark(), t("reporting.brief.fault." + fault.what(), fault.detail())));
        }
        return errors;
    }

    private boolean mayAct(SignedIn who, Brief brief) {
        return brief.state() != Brief.State.ISSUED && briefs.units(who).contains(brief.unit());
    }

    private Brief found(SignedIn who, long id) {
        return briefs.brief(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(ALL + "/{id}/freezing")
    @Needs(Right.WRITE_BRIEFS)
    ModelAndView freeze(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "0") int version) {
        var brief = found(who, id);
        if (brief.version() != version) {
            return done(who, brief, new Briefs.Answer.Overtaken(), "");
        }
        return done(who, brief, briefs.freeze(who, brief), t("reporting.brief.frozen"));
    }

    @PostMapping(ALL + "/{id}/thawing")
    @Needs(Right.WRITE_BRIEFS)
    ModelAndView thaw(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "0") int version) {
        var brief = found(who, id);
        if (brief.version() != version) {
            return done(who, brief, new Briefs.Answer.Overtaken(), "");
        }
        return done(who, brief, briefs.thaw(who, brief), t("reporting.brief.thawed"));
    }

    @PostMapping(ALL + "/{id}/issue")
    @Needs(Right.WRITE_BRIEFS)
    ModelAndView issue(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "0") int version) {
        var brief = found(who, id);
        if (brief.version() != version) {
            return done(who, brief, new Briefs.Answer.Overtaken(), "");
        }
        var answer = briefs.issue(who, brief);
        var number = answer instanceof Briefs.Answer.Done(var issued) && issued.number() != null ? issued.number() : "";
        return done(who, brief, answer, t("reporting.brief.issued", number));
    }

    private ModelAndView done(SignedIn who, Brief brief, Briefs.Answer answer, String said) {
        return switch (answer) {
            case Briefs.Answer.Done _ -> View.seeOther(ALL + "/" + brief.id(), said);
            case Briefs.Answer.Unreadable(var wrong) -> shown(who, brief, faults(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
            case Briefs.Answer.Missing(var needs) -> shown(who, brief, FieldErrors.none().with("", t("reporting.brief.need." + needs.getFirst())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
            case Briefs.Answer.Incomplete _ -> shown(who, brief, FieldErrors.none().with("", t("reporting.figures.incomplete")), HttpStatus.CONFLICT);
            case Briefs.Answer.TellsTooMuch _ -> shown(who, brief, FieldErrors.none().with("", t("reporting.brief.tells-too-much")), HttpStatus.CONFLICT);
            case Briefs.Answer.CodeOfAnother _ -> shown(who, brief,
                    FieldErrors.none().with("", t("reporting.brief.code-of-another", brief.body().head().code())), HttpStatus.CONFLICT);
            case Briefs.Answer.Overtaken _ ->
                    shown(who, found(who, brief.id()), FieldErrors.none().with("", t("reporting.brief.overtaken")), HttpStatus.CONFLICT);
        };
    }

    @GetMapping(ALL + "/{id}/paper")
    ResponseEntity<byte[]> paper(SignedIn who, @PathVariable long id) {
        var brief = found(who, id);
        var name = brief.body().title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ") + ".docx";
        return ResponseEntity.ok().contentType(WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(briefs.paper(who, brief, settings.linkTo("")));
    }

    /// Where a figure in a paper leads.
    @GetMapping(ALL + "/{id}/figures/{no}")
    ModelAndView figure(SignedIn who, @PathVariable long id, @PathVariable int no) {
        var figure = briefs.told(who, found(who, id)).figures().stream().filter(it -> it.no() == no).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return View.seeOther(FigurePages.ALL + "/" + figure.code()
                + new FigureQuery(figure.from(), figure.to(), figure.asOf(), figure.narrowed(), FieldErrors.none()).address());
    }
}
