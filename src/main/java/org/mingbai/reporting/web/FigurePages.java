package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Registers;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.FigureRefusal;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.OwnFigures;
import org.mingbai.reporting.Question;
import org.mingbai.reporting.SizeGroups;
import org.mingbai.reporting.Tally;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The catalogue of figures, and each one by itself.
@Controller
@Needs(Right.SEE_MATTERS)
class FigurePages {

    static final String ALL = "/figures";
    private static final int WHOLE = 1000;

    private final Figures figures;
    private final OwnFigures own;
    private final Registers registers;
    private final Directory directory;
    private final Clock clock;

    FigurePages(Figures figures, OwnFigures own, Registers registers, Directory directory, Clock clock) {
        this.figures = figures;
        this.own = own;
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who, @RequestParam MultiValueMap<String, String> sent) {
        var query = FigureQuery.read(sent, today());
        var words = words(who);
        var saying = figures.refusal(who, query.of(Catalogue.all().getFirst().figure())).map(why -> said(why, words));
        var mine = own.of(who);
        var asked = saying.isPresent() ? List.<Figure>of()
                : Stream.concat(Catalogue.figures(), mine.stream()).filter(figure -> figures.barred(who, query.of(figure)).isEmpty()).toList();
        var answers = figures.together(who, asked, query.from(), query.to(), query.asOf(), query.narrowed());
        var parts = new ArrayList<FiguresPage.Part>();
        for (var group : Catalogue.Group.values()) {
            var rows = Catalogue.all().stream().filter(shipped -> shipped.group() == group)
                    .map(shipped -> row(shipped.figure(), query, answers.get(shipped.figure().code()))).toList();
            parts.add(new FiguresPage.Part(group.name().toLowerCase(Locale.ROOT), t("reporting.figures.group." + group), rows));
        }
        parts.add(new FiguresPage.Part("own", t("reporting.figures.group.own"),
                mine.stream().map(figure -> row(figure, query, answers.get(figure.code()))).toList()));
        return View.of("reporting/figures", new FiguresPage(asked(who, ALL, query, words), parts,
                answers.values().stream().anyMatch(answer -> !answer.complete()), saying,
                Access.may(who, Right.PUBLISH_OUTCOMES) ? Optional.of(PublicChoicePages.HERE) : Optional.empty()),
                query.errors().any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static FiguresPage.Row row(Figure figure, FigureQuery query, @Nullable FigureAnswer answer) {
        var link = new Link(FigureWords.name(figure), ALL + "/" + figure.code() + query.address());
        if (answer == null) {
            return new FiguresPage.Row(link, FigureWords.means(figure), "", "", link.href());
        }
        return new FiguresPage.Row(link, FigureWords.means(figure), FigureWords.value(answer), beside(answer),
                answer.cases() == 0 ? link.href() : ALL + "/" + figure.code() + "/cases" + query.address());
    }

    private static String beside(FigureAnswer answer) {
        var tally = answer.question().figure().tally();
        return tally instanceof Tally.Count ? "" : t("reporting.figures.of", Words.number(answer.cases()));
    }

    @GetMapping(ALL + "/{code}")
    ModelAndView one(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> sent) {
        var figure = figure(who, code);
        var query = FigureQuery.read(sent, today());
        var words = words(who);
        var question = query.of(figure);
        var by = by(who, figure, sent.getFirst("by"));
        var refusal = figures.refusal(who, question);
        var definition = new ArrayList<FigurePage.Said>();
        Optional<FigurePage.Value> value = Optional.empty();
        Optional<FigurePage.Sides> sides = Optional.empty();
        Optional<OffsetDateTime> cutOff = Optional.empty();
        boolean incomplete = false;
        var here = ALL + "/" + code;
        if (refusal.isEmpty()) {
            var answer = figures.answer(who, question);
            incomplete = !answer.complete();
            value = Optional.of(value(answer, here, query));
            cutOff = Optional.of(answer.cutOff());
            definition.addAll(definition(answer, words));
            definition.add(new FigurePage.Said(t("reporting.figure.digest"), figures.digest(who, question)));
            sides = by.map(field -> sides(who, question, field, words, here, query));
        }
        var page = new FigurePage(FigureWords.name(figure), FigureWords.means(figure), way(query), asked(who, here, query, words), value,
                refusal.map(why -> said(why, words)), incomplete, definition, cutOff,
                new FigurePage.By(by.map(Enum::name).orElse(""), by.map(FigureWords::field).orElse(""),
                        groups(who, figure).map(field -> new Choice(field.name(), FigureWords.field(field))).toList()),
                sides, theirs(who, figure) ? Optional.of(here + "/edit") : Optional.empty(), here + "/cases.csv" + query.address());
        return View.of("reporting/figure", page, query.errors().any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    static boolean theirs(SignedIn who, Figure figure) {
        return figure.own() != null && figure.own().maker().equals(who.person());
    }

    static List<Link> way(FigureQuery query) {
        return List.of(new Link(t("reporting.figures.title"), ALL + query.address()));
    }

    private FigurePage.Value value(FigureAnswer answer, String here, FigureQuery query) {
        var links = new ArrayList<Link>();
        var cases = here + "/cases" + query.address();
        if (answer.cases() > 0) {
            links.add(new Link(t("reporting.figure.cases", Words.number(answer.cases())), cases));
        }
        if (answer.question().figure().tally() instanceof Tally.Share && answer.cases() > 0) {
            links.add(new Link(t("reporting.figure.part", Words.number(answer.part())), cases + "&portion=PART"));
            links.add(new Link(t("reporting.figure.rest", Words.number(answer.cases() - answer.part())), cases + "&portion=REST"));
        }
        return new FigurePage.Value(FigureWords.value(answer), beside(answer), interval(answer), links);
    }

    static String interval(FigureAnswer answer) {
        return answer.interval().map(it -> t("reporting.figures.interval", it.low().toPlainString(), it.high().toPlainString())).orElse("");
    }

    private static List<FigurePage.Said> definition(FigureAnswer answer, FigureWords words) {
        var figure = answer.question().figure();
        var said = new ArrayList<FigurePage.Said>();
        said.add(new FigurePage.Said(t("reporting.figure.definition"), t("reporting.figure.counts." + figure.of())));
        said.add(new FigurePage.Said(t("reporting.figure.where"), figure.where().isEmpty() ? t("reporting.figure.where.all") : words.said(figure.where())));
        said.add(new FigurePage.Said(t("reporting.figure.window"), figure.window() == null ? t("reporting.figure.window.none")
                : t("reporting.figure.window.of", FigureWords.field(Objects.requireNonNull(figure.window())))));
        said.add(new FigurePage.Said(t("reporting.figure.tally"), words.tally(figure, answer)));
        if (!FigureWords.excludes(figure).isEmpty()) {
            said.add(new FigurePage.Said(t("reporting.figure.excluded"), FigureWords.excludes(figure)));
        }
        said.add(new FigurePage.Said(t("reporting.figure.version.label"), t("reporting.figure.version", figure.version())));
        return said;
    }

    /// By which fields a figure can be laid side by side for this person.
    private static Stream<Field> groups(SignedIn who, Figure figure) {
        return Stream.of(Field.values()).filter(field -> field.groups() && field.of(figure.of()) && Access.may(who, field.needs()));
    }

    private static Optional<Field> by(SignedIn who, Figure figure, @Nullable String asked) {
        return groups(who, figure).filter(field -> field.name().equals(asked)).findFirst();
    }

    private FigurePage.Sides sides(SignedIn who, Question question, Field by, FigureWords words, String here, FigureQuery query) {
        var found = figures.sides(who, question, by);
        var largest = found.sides().stream().map(side -> side.answer().value().orElse(BigDecimal.ZERO)).max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        var scale = question.figure().percent() ? BigDecimal.valueOf(100) : largest.max(BigDecimal.ONE);
        var note = found.cut() ? t("reporting.figure.side.cut", Figures.SIDES_MAX) : "";
        var title = t("reporting.figure.sides", FigureWords.field(by));
        if (by == Field.UNIT_OF && question.figure().tally() instanceof Tally.Share) {
            var groups = SizeGroups.of(found.sides()).stream().map(group -> new FigurePage.Group(named(group),
                    group.sides().stream().map(it -> side(it.side(), Integer.toString(it.place()), by, words, here, query, scale)).toList()));
            var few = SizeGroups.tooFew(found.sides());
            var rest = few.isEmpty() ? Stream.<FigurePage.Group>empty() : Stream.of(new FigurePage.Group(t("reporting.figure.rank.few", SizeGroups.LEAST),
                    few.stream().map(it -> side(it, "", by, words, here, query, scale)).toList()));
            return new FigurePage.Sides(title, Stream.concat(groups, rest).toList(), true, t("reporting.figure.rank.note", SizeGroups.LEAST) + note);
        }
        return new FigurePage.Sides(title, List.of(new FigurePage.Group("",
                found.sides().stream().map(it -> side(it, "", by, words, here, query, scale)).toList())), false, note);
    }

    private static String named(SizeGroups.Group group) {
        return group.to() == Integer.MAX_VALUE ? t("reporting.figure.rank.group.large", group.from())
                : t("reporting.figure.rank.group.middle", group.from(), group.to());
    }

    private static FigurePage.Side side(FigureAnswer.Side side, String order, Field by, FigureWords words, String here, FigureQuery query, BigDecimal scale) {
        var condition = side.key().isEmpty() ? Condition.that(by, Condition.Op.EMPTY) : Condition.is(by, side.key());
        var value = side.answer().value();
        int share = value.map(it -> it.multiply(BigDecimal.valueOf(WHOLE)).divide(scale, 0, RoundingMode.HALF_UP).intValue()).orElse(0);
        return new FigurePage.Side(order, words.value(by, side.key()), FigureWords.value(side.answer()), beside(side.answer()), interval(side.answer()),
                here + "/cases" + query.address(condition), Math.clamp(share, 0, WHOLE));
    }

    Figure figure(SignedIn who, String code) {
        return Catalogue.figure(code).or(() -> own.figure(who, code)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    FigureWords words(SignedIn who) {
        return new FigureWords(directory.treeOf(who.tenant()), registers.of(who.tenant()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static String said(FigureRefusal why, FigureWords words) {
        return switch (why) {
            case FigureRefusal.Unknown _ -> t("reporting.figures.unknown");
            case FigureRefusal.FieldNotYours(var field) -> t("reporting.figures.barred", FigureWords.field(field));
            case FigureRefusal.BeforeTheLedger(var asOf, var began) -> t("reporting.figures.began", Days.full(began), Days.full(asOf));
            case FigureRefusal.NothingWritten _ -> t("reporting.figures.nothing");
            case FigureRefusal.InTheFuture(var asOf) -> t("reporting.figures.future", Days.full(asOf));
        };
    }

    private FiguresPage.Asked asked(SignedIn who, String action, FigureQuery query, FigureWords words) {
        var today = today();
        var last = today.minusMonths(1);
        var periods = List.of(new Link(t("reporting.figures.month"), action + query.over(today.withDayOfMonth(1), today).address()),
                new Link(t("reporting.figures.last-month"), action + query.over(last.withDayOfMonth(1), last.withDayOfMonth(last.lengthOfMonth())).address()),
                new Link(t("reporting.figures.year"), action + query.over(today.withDayOfYear(1), today).address()));
        var register = query.narrowed().stream()
                .filter(one -> one.field() == Field.REGISTER && one.op() == Condition.Op.IS && one.values().size() == 1).findFirst();
        var others = query.narrowed().stream().filter(one -> register.map(it -> !it.equals(one)).orElse(true)).toList();
        return new FiguresPage.Asked(action, query.from().toString(), query.to().toString(), query.asOf().toString(),
                register.map(one -> one.values().getFirst()).orElse(""),
                registers.of(who.tenant()).stream().map(it -> new Choice(it.code(), it.name(LocaleContextHolder.getLocale()))).toList(), periods,
                others.stream().map(one -> new Link(words.said(one), action + query.without(one))).toList(), others.stream().map(FigureQuery::plain).toList(),
                query.errors());
    }
}
