package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.activity.Campaign;
import org.mingbai.activity.Campaigns;
import org.mingbai.activity.Milestone;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.reporting.CampaignStanding;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.Periods;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.LightSign;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The board of a campaign. Units stand side by side, people never.
@Controller
@Needs(Right.SEE_MATTERS)
class CampaignBoardPages {

    static final String CAMPAIGN = BoardPages.ALL + "/campaign/";

    private static final List<String> TILES = List.of("open", "late", "at-risk", "parked", "listed", "closed", "reopened", "measures-done", "measures-late",
            "slips-sent", "slips-waiting", "slips-lapsed");
    private static final List<Map.Entry<String, String>> COMING_AND_ENDED = List.of(Map.entry("listed", "edge"), Map.entry("closed", "ink-2"));
    private static final List<Map.Entry<String, String>> OUTCOMES = List.of(Map.entry("solved", "on-track"), Map.entry("partly-solved", "at-risk"),
            Map.entry("explained", "edge"), Map.entry("solved-share", ""), Map.entry("on-time", ""));
    private static final List<Map.Entry<String, String>> WORK = List.of(Map.entry("measures-done", "ink-2"), Map.entry("slips-sent", "late"));

    private final Campaigns campaigns;
    private final CampaignStanding standing;
    private final Figures figures;
    private final FigurePages pages;
    private final Directory directory;
    private final Clock clock;

    CampaignBoardPages(Campaigns campaigns, CampaignStanding standing, Figures figures, FigurePages pages, Directory directory, Clock clock) {
        this.campaigns = campaigns;
        this.standing = standing;
        this.figures = figures;
        this.pages = pages;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(CAMPAIGN + "{id}")
    ModelAndView board(SignedIn who, @PathVariable long id) {
        var campaign = campaigns.campaign(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var today = LocalDate.now(clock);
        var words = pages.words(who);
        var open = figure("open");
        var saying = standing.begun(campaign) ? figures.refusal(who, standing.question(open, campaign)).map(why -> FigurePages.said(why, words))
                : Optional.of(t("reporting.campaign.not-begun", Days.full(campaign.plan().from())));
        var tiles = new ArrayList<BoardPage.Tile>();
        var charts = new ArrayList<BoardPage.Chart>();
        boolean incomplete = false;
        if (saying.isEmpty()) {
            var whole = asked(who, campaign, TILES, new Periods(List.of(campaign.plan().from()), campaign.countedTo(today)));
            incomplete = whole.values().stream().flatMap(List::stream).anyMatch(answer -> !answer.complete());
            TILES.forEach(code -> tiles.add(BoardCells.tile(answers(whole, code).getFirst(), new BoardPage.Cell("", "", ""))));
            charts.addAll(charts(who, campaign, words, today));
        }
        var others = List.of(new Link(t("reporting.campaign.page"), "/campaigns/" + id), new Link(t("reporting.map.title"), CAMPAIGN + id + "/map"));
        return View.of("reporting/campaignboard", new CampaignBoardPage(campaign.plan().name(), way(),
                t("reporting.board.what", Days.full(campaign.countedTo(today))), others, saying, incomplete, campaign.plan().goal(), goal(who, campaign),
                campaign.milestones().isEmpty() ? "" : t("reporting.map.counted", campaign.milestones().size(), campaign.reached(),
                        campaign.behind(today).size()), steps(who, campaign, today),
                t("reporting.campaign.span", BoardCells.span(campaign.plan().from(), campaign.countedTo(today), today)), tiles, charts));
    }

    static List<Link> way() {
        return List.of(new Link(t("reporting.board.title"), BoardPages.ALL));
    }

    /// Where boards of campaigns are: those that run, or ended lately.
    static List<Link> links(List<Campaign> all, LocalDate today) {
        return all.stream().filter(one -> !one.countedTo(today).isBefore(today.minusMonths(1)))
                .map(one -> new Link(one.plan().name(), CAMPAIGN + one.id())).toList();
    }

    private Map<String, List<FigureAnswer>> asked(SignedIn who, Campaign campaign, List<String> codes, Periods periods) {
        return figures.series(who, codes.stream().map(CampaignBoardPages::figure).toList(), periods, periods.to(), CampaignStanding.conditions(campaign));
    }

    private List<BoardPage.Chart> charts(SignedIn who, Campaign campaign, FigureWords words, LocalDate today) {
        var months = months(campaign, today);
        var codes = Stream.of(COMING_AND_ENDED, OUTCOMES, WORK).flatMap(List::stream).map(Map.Entry::getKey).toList();
        var answers = new LinkedHashMap<>(asked(who, campaign, codes, months));
        return List.of(BoardCells.byUnit(figures.sides(who, standing.question(figure("late-share"), campaign), Field.UNIT_OF), words, Figures.SIDES_MAX),
                BoardCells.byMonth("months", t("reporting.board.months"), BoardPage.Kind.BARS, months, answers, COMING_AND_ENDED),
                BoardCells.byMonth("outcomes", t("reporting.campaign.outcomes"), BoardPage.Kind.BARS, months, answers, OUTCOMES),
                BoardCells.byMonth("work", t("reporting.campaign.work"), BoardPage.Kind.BARS, months, answers, WORK));
    }

    /// The first and the last as far as they belong to it.
    private static Periods months(Campaign campaign, LocalDate today) {
        var to = campaign.countedTo(today);
        var starts = new ArrayList<LocalDate>();
        starts.add(campaign.plan().from());
        for (var month = YearMonth.from(campaign.plan().from()).plusMonths(1); !month.atDay(1).isAfter(to); month = month.plusMonths(1)) {
            starts.add(month.atDay(1));
        }
        return new Periods(starts, to);
    }

    private Optional<CampaignBoardPage.Goal> goal(SignedIn who, Campaign campaign) {
        return standing.goal(who, campaign).map(goal -> new CampaignBoardPage.Goal(CampaignStanding.asked(goal), CampaignStanding.told(goal), goal.percent(),
                goal.now().map(answer -> BoardCells.cell(answer).href()).orElse(""), goal.reached()));
    }

    private List<CampaignBoardPage.Step> steps(SignedIn who, Campaign campaign, LocalDate today) {
        var tree = directory.treeOf(who.tenant());
        return campaign.milestones().stream().map(one -> step(one, campaign.stateOf(one, today), tree, today)).toList();
    }

    private static CampaignBoardPage.Step step(Milestone one, Milestone.State state, OrganisationTree tree, LocalDate today) {
        var reached = one.reached();
        return new CampaignBoardPage.Step(one.words(), tree.unit(one.owner()).map(OrganisationTree.Unit::name).orElse(""), Days.day(one.due(), today),
                switch (state) {
                    case REACHED, REACHED_LATE -> LightSign.CLOSED;
                    case AHEAD -> LightSign.ON_TRACK;
                    case BEHIND -> LightSign.LATE;
                    case LEFT -> LightSign.PARKED;
                }, t("activity.milestone.state." + state), reached != null ? Days.day(reached.on(), today) : state == Milestone.State.LEFT ? ""
                : Days.left(one.due(), today));
    }

    private static List<FigureAnswer> answers(Map<String, List<FigureAnswer>> all, String code) {
        return Objects.requireNonNull(all.get(code));
    }

    private static Figure figure(String code) {
        return Catalogue.figure(code).orElseThrow();
    }
}
