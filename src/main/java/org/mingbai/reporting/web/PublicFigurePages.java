package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.Publication;
import org.mingbai.intake.Publishing;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Sites;
import org.mingbai.reporting.CaseKind;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.PublicFigures;
import org.mingbai.reporting.Tally;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A body's own figures, for everybody.
@Controller
@Needs(Right.PUBLIC)
class PublicFigurePages {

    static final String PART = "/figures";
    static final int MONTHS_SHOWN = 12;

    private static final int LISTED_MAX = 20;
    private static final int READ_AT_ONCE = 50;
    private static final int READ_MAX = 500;
    private static final int TALL = 100;
    private static final int LONG = 1000;
    private static final int ASKED_SHOWN = 20;

    private final Sites sites;
    private final PublicFigures figures;
    private final Figures asking;
    private final Publishing publishing;
    private final DataPace pace;

    PublicFigurePages(Sites sites, PublicFigures figures, Figures asking, Publishing publishing, DataPace pace) {
        this.sites = sites;
        this.figures = figures;
        this.asking = asking;
        this.publishing = publishing;
        this.pace = pace;
    }

    @GetMapping("/p/{tenant}" + PART)
    ModelAndView all(@PathVariable String tenant, @RequestParam(defaultValue = "") String month, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        pace.take(request, response);
        var months = figures.months(site.tenant());
        var asked = asked(site.href() + PART, months, month);
        var shown = until(months, asked);
        var rows = figures.told(site.tenant(), figures.of(site.tenant()), shown);
        return View.of("reporting/publicfigures", new PublicFigurePage.All(site, shown.isEmpty() ? "" : said(shown.getLast()), asked,
                beside(site, shown, rows), rows.stream().map(row -> one(site, row)).toList()),
                asked.errors().any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @GetMapping("/p/{tenant}" + PART + "/{code}")
    ModelAndView single(@PathVariable String tenant, @PathVariable String code, @RequestParam(defaultValue = "") String month, HttpServletRequest request,
            HttpServletResponse response) {
        var site = sites.of(tenant);
        pace.take(request, response);
        var figure = figures.of(site.tenant()).stream().filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var months = figures.months(site.tenant());
        var asked = asked(site.href() + PART + "/" + code, months, month);
        var shown = until(months, asked);
        var row = figures.told(site.tenant(), List.of(figure), shown).getFirst();
        var latest = row.months().isEmpty() ? Optional.<FigureAnswer>empty() : Optional.of(row.months().getLast().answer());
        var published = latest.map(it -> published(site.tenant(), it)).orElse(List.of());
        var counted = readable(figure) && latest.isPresent() ? t("reporting.public.cases.of", published.size()) : "";
        var cases = published.stream().limit(LISTED_MAX).map(it -> new Link(it.title(), href(site, it))).toList();
        var of = shown.isEmpty() ? "" : said(shown.getLast());
        return View.of("reporting/publicfigure", new PublicFigurePage.Single(site, one(site, row), of, asked, beside(site, shown, List.of(row)),
                definition(figure, latest), latest.map(FigureAnswer::cutOff), counted, cases),
                asked.errors().any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private PublicFigurePage.Beside beside(Site site, List<YearMonth> shown, List<PublicFigures.Row> rows) {
        return new PublicFigurePage.Beside(rows.stream().flatMap(row -> row.months().stream()).anyMatch(told -> !told.answer().complete()),
                figures.beganWithin(site.tenant(), shown).map(day -> t("reporting.public.began", Days.full(day))).orElse(""));
    }

    /// The list of outcomes, beginning with this one.
    private static String href(Site site, Publication it) {
        return site.href() + "/done?from=" + it.closedOn() + "." + (it.matter().value() + 1);
    }

    /// Whether what it counts are endings, which somebody may have released.
    private static boolean readable(Figure figure) {
        return figure.of() == CaseKind.ROUND && figure.window() == Field.ENDED_ON;
    }

    /// The outcomes everybody may read that are among those counted, the newest first.
    private List<Publication> published(TenantId tenant, FigureAnswer answer) {
        var question = answer.question();
        if (!readable(question.figure())) {
            return List.of();
        }
        var found = new ArrayList<Publication>();
        var from = Optional.of(new Publishing.From(question.to().plusDays(1), 0));
        for (int read = 0; from.isPresent() && read < READ_MAX; read += READ_AT_ONCE) {
            var page = publishing.shown(tenant, "", "", from, READ_AT_ONCE);
            page.shown().stream().map(Publishing.Shown::publication).filter(it -> !it.closedOn().isBefore(question.from())).forEach(found::add);
            from = page.next().filter(next -> !next.closedOn().isBefore(question.from()));
        }
        var counted = found.isEmpty() ? List.<String>of()
                : asking.forEverybody(tenant, question, found.stream().map(Publication::matter).distinct().toList()).stream()
                        .map(one -> one.matter().value() + "." + one.no()).toList();
        return found.stream().filter(it -> counted.contains(it.matter().value() + "." + it.round())).toList();
    }

    private static PublicFigurePage.Asked asked(String action, List<YearMonth> months, String written) {
        var choices = months.reversed().stream().map(month -> new Choice(month.toString(), said(month))).toList();
        var chosen = written.isBlank() ? Optional.<YearMonth>empty() : month(written, months);
        var errors = written.isBlank() || chosen.isPresent() ? FieldErrors.none()
                : FieldErrors.none().with("month", noSuchMonth(written, months), t("reporting.public.month"));
        return new PublicFigurePage.Asked(action, choices, chosen.or(() -> last(months)).map(YearMonth::toString).orElse(""), errors);
    }

    static String noSuchMonth(String written, List<YearMonth> months) {
        var shown = written.length() > ASKED_SHOWN ? written.substring(0, ASKED_SHOWN) : written;
        return months.isEmpty() ? t("reporting.public.month.none", shown) : t("reporting.public.month.bad", shown, months.getFirst(), months.getLast());
    }

    static Optional<YearMonth> month(String written, List<YearMonth> months) {
        try {
            return Optional.of(YearMonth.parse(written.strip())).filter(months::contains);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> last(List<YearMonth> months) {
        return months.isEmpty() ? Optional.empty() : Optional.of(months.getLast());
    }

    private static List<YearMonth> until(List<YearMonth> months, PublicFigurePage.Asked asked) {
        return months.isEmpty() ? months : months.stream().filter(month -> !month.isAfter(YearMonth.parse(asked.month()))).toList()
                .reversed().stream().limit(MONTHS_SHOWN).toList().reversed();
    }

    static String said(YearMonth month) {
        var locale = LocaleContextHolder.getLocale();
        return month.format(locale.getLanguage().equals("en") ? DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH)
                : DateTimeFormatter.ofPattern("yyyy年M月", Locale.CHINESE));
    }

    private static PublicFigurePage.One one(Site site, PublicFigures.Row row) {
        var figure = row.figure();
        var most = figure.percent() ? BigDecimal.valueOf(TALL) : row.months().stream().filter(PublicFigures.Told::told)
                .flatMap(told -> told.answer().value().stream()).max(BigDecimal::compareTo).filter(it -> it.signum() > 0).orElse(BigDecimal.ONE);
        var bars = row.months().stream().map(told -> new PublicFigurePage.Bar(said(told.month()), value(told), beside(told), part(told, most, TALL),
                Math.max(0, part(told, most, LONG)))).toList();
        return new PublicFigurePage.One(FigureWords.name(figure), site.href() + PART + "/" + figure.code(), FigureWords.means(figure),
                bars.isEmpty() ? t("reporting.figures.none") : bars.getLast().value(), bars.isEmpty() ? "" : bars.getLast().beside(), bars);
    }

    private static int part(PublicFigures.Told told, BigDecimal most, int of) {
        return told.told() ? told.answer().value().map(it -> it.multiply(BigDecimal.valueOf(of)).divide(most, 0, RoundingMode.HALF_UP).intValue()).orElse(-1)
                : -1;
    }

    static String value(PublicFigures.Told told) {
        return told.state() == PublicFigures.Told.State.FEW ? t("reporting.public.few", PublicFigures.CASES_LEAST) : FigureWords.value(told.answer());
    }

    private static String beside(PublicFigures.Told told) {
        return told.answer().question().figure().tally() instanceof Tally.Count || !told.told() ? ""
                : t("reporting.figures.of", Words.number(told.answer().cases()));
    }

    private static List<FigurePage.Said> definition(Figure figure, Optional<FigureAnswer> latest) {
        var said = new ArrayList<FigurePage.Said>();
        add(said, t("reporting.figures.means"), FigureWords.means(figure));
        add(said, t("reporting.figure.excluded"), FigureWords.excludes(figure));
        add(said, t("reporting.figure.tally"), latest.map(it -> FigureWords.howCounted(figure, it)).orElse(""));
        add(said, t("reporting.figure.window"), figure.window() == null ? t("reporting.public.window.none")
                : t("reporting.figure.window.of", FigureWords.field(figure.window())));
        add(said, t("reporting.figure.version.label"), t("reporting.figure.version", figure.version()));
        return said;
    }

    private static void add(List<FigurePage.Said> said, String label, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            said.add(new FigurePage.Said(label, text));
        }
    }
}
