package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.activity.Campaigns;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.Periods;
import org.mingbai.reporting.Question;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Boards: of everything a reader may see, of one unit, and for a wall. Each number is a figure's answer and opens its cases.
@Controller
@Needs(Right.SEE_MATTERS)
class BoardPages {

    static final String ALL = "/boards";
    static final String UNIT = ALL + "/unit/";

    private static final int MONTHS = 12;
    private static final int WALL_UNITS = 8;

    private static final List<String> STANDING = List.of("open", "late", "slips-waiting");
    private static final List<String> ALL_BY_MONTH =
            List.of("listed", "closed", "on-time", "looked-back", "relapsed", "relapse-share", "response", "solution", "satisfaction");
    private static final List<String> UNIT_BY_MONTH =
            List.of("listed", "closed", "on-time", "days-median", "looked-back", "relapsed", "relapse-share", "response", "solution", "satisfaction");
    private static final List<String> OF_ALL = List.of("open", "late", "slips-waiting", "listed", "closed", "on-time", "solution", "satisfaction");
    private static final List<String> OF_A_UNIT = List.of("open", "late", "slips-waiting", "closed", "on-time", "days-median", "solution", "satisfaction");
    private static final List<String> ON_THE_WALL = List.of("open", "late", "closed", "on-time", "satisfaction");

    private static final List<Map.Entry<String, String>> COMING_AND_ENDED = List.of(Map.entry("listed", "edge"), Map.entry("closed", "ink-2"));
    private static final List<Map.Entry<String, String>> THREE_RATES =
            List.of(Map.entry("response", "ink"), Map.entry("solution", "lamp-blue"), Map.entry("satisfaction", "on-track"));

    private final FigurePages pages;
    private final Figures figures;
    private final Campaigns campaigns;
    private final Directory directory;
    private final Clock clock;

    BoardPages(FigurePages pages, Figures figures, Campaigns campaigns, Directory directory, Clock clock) {
        this.pages = pages;
        this.figures = figures;
        this.campaigns = campaigns;
        this.directory = directory;
        this.clock = clock;
    }

    /// Everything a board shows, asked once.
    /// @param asOf today, or the last day of a month that is over
    private record Asked(YearMonth month, LocalDate asOf, List<Condition> narrowed) {

        Question question(Figure figure) {
            return new Question(figure, month.atDay(1), asOf, asOf, narrowed);
        }

        Periods months(int count) {
            return Periods.months(count, month, asOf);
        }
    }

    private Asked asked(@Nullable String written, List<Condition> narrowed) {
        var today = pages.today();
        var current = YearMonth.from(today);
        var month = month(written).filter(one -> !one.isAfter(current) && one.getYear() >= 1949).orElse(current);
        return new Asked(month, month.equals(current) ? today : month.atEndOfMonth(), narrowed);
    }

    private static Optional<YearMonth> month(@Nullable String written) {
        try {
            return Optional.ofNullable(written).map(YearMonth::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who, @RequestParam(required = false) String month) {
        var asked = asked(month, List.of());
        var others = Stream.concat(
                who.seats().stream().map(Seat::unit).distinct().flatMap(unit -> directory.treeOf(who.tenant()).unit(unit).stream())
                        .map(unit -> new Link(unit.name(), UNIT + unit.id().value())),
                Stream.concat(CampaignBoardPages.links(campaigns.of(who), pages.today()).stream(),
                        Stream.of(new Link(t("reporting.wall.title"), ALL + "/wall")))).toList();
        return board(who, asked, new Head(t("reporting.board.title"), List.of(), ALL, others, OF_ALL));
    }

    @GetMapping(UNIT + "{id}")
    ModelAndView unit(SignedIn who, @PathVariable long id, @RequestParam(required = false) String month) {
        var unit = directory.treeOf(who.tenant()).unit(new OrganisationId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var asked = asked(month, List.of(Condition.is(Field.UNIT_OF, Long.toString(id))));
        return board(who, asked, new Head(unit.name(), List.of(new Link(t("reporting.board.title"), ALL)), UNIT + id, List.of(), OF_A_UNIT));
    }

    /// @param here its own address
    /// @param others boards that are beside it
    /// @param tiles the figures that stand at its top
    private record Head(String title, List<Link> way, String here, List<Link> others, List<String> tiles) {}

    private ModelAndView board(SignedIn who, Asked asked, Head head) {
        var today = pages.today();
        var words = pages.words(who);
        var refusal = figures.refusal(who, asked.question(figure("open")));
        var tiles = new ArrayList<BoardPage.Tile>();
        var charts = new ArrayList<BoardPage.Chart>();
        boolean incomplete = false;
        if (refusal.isEmpty()) {
            var answers = answers(who, asked, asked.narrowed().isEmpty() ? ALL_BY_MONTH : UNIT_BY_MONTH);
            incomplete = answers.values().stream().flatMap(List::stream).anyMatch(answer -> !answer.complete());
            tiles.addAll(tiles(who, asked, answers, head.tiles()));
            charts.addAll(asked.narrowed().isEmpty() ? ofAll(who, asked, answers, words, Figures.SIDES_MAX) : ofUnit(asked, answers));
        }
        var last = asked.month().minusMonths(1);
        return View.of("reporting/board", new BoardPage(head.title(), head.way(), t("reporting.board.what", Days.full(asked.asOf())),
                months(asked.month(), YearMonth.from(today), head.here()), head.others(), refusal.map(why -> FigurePages.said(why, words)), incomplete,
                BoardCells.span(asked.month().atDay(1), asked.asOf(), today), BoardCells.span(last.atDay(1), last.atEndOfMonth(), today), tiles, charts));
    }

    private static List<Link> months(YearMonth month, YearMonth current, String here) {
        var links = new ArrayList<Link>();
        links.add(new Link("‹ " + BoardCells.month(month.minusMonths(1).atDay(1), "reporting.board.month"), here + "?month=" + month.minusMonths(1)));
        if (month.isBefore(current)) {
            links.add(new Link(BoardCells.month(month.plusMonths(1).atDay(1), "reporting.board.month") + " ›", here + "?month=" + month.plusMonths(1)));
        }
        return links;
    }

    /// What stands at the end of this month and of the last, and what happened month by month.
    private Map<String, List<FigureAnswer>> answers(SignedIn who, Asked asked, List<String> byMonth) {
        var all = new LinkedHashMap<>(figures.series(who, all(byMonth), asked.months(MONTHS), asked.asOf(), asked.narrowed()));
        all.putAll(figures.series(who, all(STANDING), asked.months(2), asked.asOf(), asked.narrowed()));
        return all;
    }

    private List<BoardPage.Tile> tiles(SignedIn who, Asked asked, Map<String, List<FigureAnswer>> answers, List<String> codes) {
        return codes.stream().map(code -> {
            var those = Objects.requireNonNull(answers.get(code));
            var before = those.get(those.size() - 2);
            return BoardCells.tile(those.getLast(), figures.refusal(who, before.question()).isEmpty() ? BoardCells.cell(before) : BoardCells.noData());
        }).toList();
    }

    private List<BoardPage.Chart> ofAll(SignedIn who, Asked asked, Map<String, List<FigureAnswer>> answers, FigureWords words, int units) {
        return List.of(BoardCells.byUnit(figures.sides(who, asked.question(figure("late-share")), Field.UNIT_OF), words, units),
                BoardCells.byMonth("months", t("reporting.board.months"), BoardPage.Kind.BARS, asked.months(MONTHS), answers, COMING_AND_ENDED),
                rates(asked, answers),
                BoardCells.byMonth("relapses", t("reporting.board.relapses"), BoardPage.Kind.BARS, asked.months(MONTHS), answers,
                        List.of(Map.entry("looked-back", "edge"), Map.entry("relapsed", "late"), Map.entry("relapse-share", ""))));
    }

    private static List<BoardPage.Chart> ofUnit(Asked asked, Map<String, List<FigureAnswer>> answers) {
        return List.of(BoardCells.byMonth("months", t("reporting.board.months"), BoardPage.Kind.BARS, asked.months(MONTHS), answers, COMING_AND_ENDED),
                BoardCells.byMonth("on-time", t("reporting.figure.is.on-time"), BoardPage.Kind.LINES, asked.months(MONTHS), answers,
                        List.of(Map.entry("on-time", "ink"))),
                BoardCells.byMonth("days", t("reporting.figure.is.days-median"), BoardPage.Kind.LINES, asked.months(MONTHS), answers,
                        List.of(Map.entry("days-median", "ink"))),
                rates(asked, answers));
    }

    private static BoardPage.Chart rates(Asked asked, Map<String, List<FigureAnswer>> answers) {
        return BoardCells.byMonth("rates", t("reporting.board.rates"), BoardPage.Kind.LINES, asked.months(MONTHS), answers, THREE_RATES);
    }

    @GetMapping(ALL + "/wall")
    ModelAndView wall(SignedIn who) {
        var asked = asked(null, List.of());
        var words = pages.words(who);
        var refusal = figures.refusal(who, asked.question(figure("open")));
        var tiles = new ArrayList<BoardPage.Tile>();
        var charts = new ArrayList<BoardPage.Chart>();
        if (refusal.isEmpty()) {
            var answers = answers(who, asked, List.of("listed", "closed", "on-time", "satisfaction"));
            tiles.addAll(tiles(who, asked, answers, ON_THE_WALL));
            charts.add(BoardCells.byUnit(figures.sides(who, asked.question(figure("late-share")), Field.UNIT_OF), words, WALL_UNITS));
            charts.add(BoardCells.byMonth("months", t("reporting.board.months"), BoardPage.Kind.BARS, asked.months(MONTHS), answers, COMING_AND_ENDED));
        }
        return View.of("reporting/wall", new WallPage(t("reporting.wall.title"), OffsetDateTime.now(clock), refusal.map(why -> FigurePages.said(why, words)),
                tiles, charts));
    }

    private static List<Figure> all(List<String> codes) {
        return codes.stream().map(BoardPages::figure).toList();
    }

    private static Figure figure(String code) {
        return Catalogue.figure(code).orElseThrow();
    }
}
