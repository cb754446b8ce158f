package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.reporting.LedgerLint;
import org.mingbai.reporting.Report;
import org.mingbai.reporting.ReportFile;
import org.mingbai.reporting.ReportLint;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Lays a report before the product before it goes out. Nothing of it is kept.
@Controller
@Needs(Right.SEE_MATTERS)
class LintPages {

    static final String ALL = "/reports/lint";

    private static final int TEXT_MAX = 200_000;
    private static final long FILE_MAX = 20L << 20;
    private static final int SHOWN_BEFORE = 40;
    private static final int SHOWN_AFTER = 20;
    private static final int WORDS_SHOWN = 40;
    private static final String ENDS = "。！？\n";

    private final LedgerLint ledger;
    private final Clock clock;

    LintPages(LedgerLint ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What was filled in beside the report.
    /// @param against whether it is held against the ledger
    /// @param unit nothing for the whole body; @param written when that cannot be read, today
    private record Asked(SignedIn who, String text, boolean against, Optional<OrganisationId> unit, LocalDate written, LintPage.Comparing comparing,
            FieldErrors errors) {}

    @GetMapping(ALL)
    ModelAndView form(SignedIn who) {
        return View.of("reporting/lint", new LintPage("", asked(who, "", false, "", "").comparing(), Optional.empty(), FieldErrors.none()));
    }

    @PostMapping(ALL)
    ModelAndView lint(SignedIn who, @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean against, @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String written) throws IOException {
        var asked = asked(who, text, against, unit, written);
        if (asked.errors().any()) {
            return wrong(asked, asked.errors());
        }
        if (file != null && !file.isEmpty()) {
            return brought(asked, file);
        }
        if (text.isBlank()) {
            return wrong(asked, "text", t("reporting.lint.nothing"));
        }
        return text.length() > TEXT_MAX ? wrong(asked, "text", t("reporting.lint.too-long", TEXT_MAX)) : shown(asked, "", new Report(text));
    }

    private Asked asked(SignedIn who, String text, boolean against, String unit, String written) {
        var today = LocalDate.now(clock);
        var units = ledger.units(who);
        boolean whole = ledger.seesAll(who);
        var chosen = units.stream().map(Organisation::id).filter(id -> Long.toString(id.value()).equals(unit)).findFirst();
        var errors = FieldErrors.none();
        var day = today;
        if (against && chosen.isEmpty() && !(unit.isEmpty() && whole)) {
            errors = errors.with("unit", t("reporting.lint.unit.choose"), t("reporting.lint.unit"));
        }
        try {
            day = written.isBlank() ? today : Days.typed(written);
            if (against && day.isAfter(today)) {
                errors = errors.with("written", t("reporting.figures.future", Days.full(day)), t("reporting.lint.written"));
            }
        } catch (DateTimeException e) {
            if (against) {
                errors = errors.with("written", t("reporting.figures.bad-day", written.length() > WORDS_SHOWN ? written.substring(0, WORDS_SHOWN) : written),
                        t("reporting.lint.written"));
            }
        }
        var choices = units.stream().map(it -> new Choice(Long.toString(it.id().value()), it.name())).toList();
        return new Asked(who, text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text, against, chosen, day,
                new LintPage.Comparing(against, choices, unit, whole, written.isBlank() ? today.toString() : written), errors);
    }

    private ModelAndView brought(Asked asked, MultipartFile file) throws IOException {
        if (file.getSize() > FILE_MAX) {
            return wrong(asked, "file", t("reporting.lint.too-large", FILE_MAX >> 20));
        }
        var place = Files.createTempFile("report", "");
        try {
            file.transferTo(place);
            return switch (ReportFile.read(place)) {
                case ReportFile.Read.Done(var report) -> shown(asked, Optional.ofNullable(file.getOriginalFilename()).orElse(""), report);
                case ReportFile.Read.TooLarge _ -> wrong(asked, "file", t("reporting.lint.too-large", FILE_MAX >> 20));
                case ReportFile.Read.Unreadable _ -> wrong(asked, "file", t("reporting.lint.unreadable"));
            };
        } finally {
            Files.deleteIfExists(place);
        }
    }

    /// A line of the answer with the place it stands at.
    private record Placed(int begin, LintPage.Line line) {}

    private ModelAndView shown(Asked asked, String name, Report report) {
        var own = ReportLint.of(report).stream().map(doubt -> new Placed(doubt.begin(), line(report, doubt.begin(), doubt.end(),
                t("reporting.lint." + doubt.rule(), doubt.args().toArray()), List.of())));
        var held = asked.against() ? Optional.of(ledger.of(asked.who(), report, asked.unit(), asked.written())) : Optional.<LedgerLint.Held>empty();
        var differing = held.stream().flatMap(it -> it.differing().stream()).map(one -> new Placed(one.begin(), line(report, one)));
        var lines = Stream.concat(own, differing).sorted(Comparator.comparingInt(Placed::begin)).map(Placed::line).toList();
        var sentence = lines.isEmpty() ? t("reporting.lint.none") : t("reporting.lint.found", lines.size());
        var compared = held.map(it -> t(it.cut() ? "reporting.lint.compared.cut" : "reporting.lint.compared", it.compared())).orElse("");
        return View.of("reporting/lint", new LintPage(asked.text(), asked.comparing(), Optional.of(new LintPage.Result(name, sentence, compared, lines)),
                FieldErrors.none()));
    }

    private static LintPage.Line line(Report report, LedgerLint.Differs one) {
        var question = one.answer().question();
        var address = FigurePages.ALL + "/" + question.figure().code();
        var query = new FigureQuery(question.from(), question.to(), question.asOf(), question.narrowed(), FieldErrors.none()).address();
        var links = new ArrayList<>(List.of(new Link(FigureWords.name(question.figure()), address + query)));
        if (one.answer().cases() > 0) {
            links.add(new Link(t("reporting.figure.cases", Words.number(one.answer().cases())), address + "/cases" + query));
        }
        var span = question.figure().window() == null ? t("reporting.lint.differs.at", Days.full(question.asOf()))
                : t("reporting.lint.differs.span", Days.full(question.from()), Days.full(question.to()), Days.full(question.asOf()));
        return line(report, one.begin(), one.end(), t("reporting.lint.differs", FigureWords.name(question.figure()), FigureWords.value(one.answer()), span,
                one.told()), links);
    }

    private static LintPage.Line line(Report report, int begin, int end, String why, List<Link> links) {
        var text = report.text();
        int from = begin;
        while (from > 0 && begin - from < SHOWN_BEFORE && ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < SHOWN_AFTER && ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return new LintPage.Line(t("reporting.lint.where", report.line(begin), report.column(begin)), text.substring(from, begin), text.substring(begin, end),
                text.substring(end, to), why, links);
    }

    private static ModelAndView wrong(Asked asked, String field, String why) {
        return wrong(asked, FieldErrors.none().with(field, why, t("reporting.lint." + field)));
    }

    private static ModelAndView wrong(Asked asked, FieldErrors errors) {
        return View.of("reporting/lint", new LintPage(asked.text(), asked.comparing(), Optional.empty(), errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
