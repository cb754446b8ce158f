package org.mingbai.reporting.web;

import static java.util.stream.Collectors.toMap;
import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.reporting.Case;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.Question;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.CsvLines;
import org.mingbai.shell.page.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The cases behind a figure, as a list and as a file: exactly those it counts.
@Controller
@Needs(Right.SEE_MATTERS)
class FigureCasePages {

    private static final int ROWS = 50;

    private final FigurePages pages;
    private final Figures figures;
    private final Matters matters;
    private final AuditTrail audit;

    FigureCasePages(FigurePages pages, Figures figures, Matters matters, AuditTrail audit) {
        this.pages = pages;
        this.figures = figures;
        this.matters = matters;
        this.audit = audit;
    }

    @GetMapping(FigurePages.ALL + "/{code}/cases")
    ModelAndView cases(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> sent) {
        var asked = asked(who, code, sent);
        var question = asked.question();
        var words = pages.words(who);
        var refusal = figures.refusal(who, question);
        if (refusal.isPresent()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, FigurePages.said(refusal.get(), words));
        }
        var found = figures.cases(who, question, asked.portion(), after(question.figure(), sent.getFirst("after")), ROWS + 1);
        var here = found.subList(0, Math.min(ROWS, found.size()));
        var named = named(who, here);
        var columns = columns(question.figure());
        var at = figures.standpoint(who.tenant(), question.asOf()).now();
        var rows = here.stream().map(one -> new FigureCasesPage.Row(
                new Link(title(named.get(one.matter())), "/matters/" + one.matter().value()),
                columns.stream().map(field -> cell(one, field, at, words)).toList()))
                .toList();
        var address = FigurePages.ALL + "/" + code + "/cases" + asked.query().address() + "&portion=" + asked.portion();
        Optional<String> next = found.size() > ROWS ? Optional.of(address + "&after=" + here.getLast().matter().value() + "." + here.getLast().no())
                : Optional.empty();
        var answer = figures.answer(who, question);
        long all = switch (asked.portion()) {
            case ALL -> answer.cases();
            case PART -> answer.part();
            case REST -> answer.cases() - answer.part();
        };
        var span = t("reporting.cases.span", Days.full(question.from()), Days.full(question.to()), Days.full(question.asOf()),
                t("reporting.cases.portion." + asked.portion()));
        return View.of("reporting/cases", new FigureCasesPage(t("reporting.cases.title", FigureWords.name(question.figure())),
                Stream.concat(FigurePages.way(asked.query()).stream(),
                        Stream.of(new Link(FigureWords.name(question.figure()), FigurePages.ALL + "/" + code + asked.query().address()))).toList(),
                span, question.narrowed().isEmpty() ? "" : words.said(question.narrowed()), columns.stream().map(FigureWords::field).toList(), rows,
                new Pager(sent.containsKey("after") ? Optional.of(address) : Optional.empty(), next,
                        t("reporting.cases.shown", Words.number(here.size()), Words.number(all))),
                FigurePages.ALL + "/" + code + "/cases.csv" + asked.query().address() + "&portion=" + asked.portion()));
    }

    /// All of them, page by page, so that it takes no more memory for a million. It leaves a line in the audit trail before the first byte goes out.
    @GetMapping(FigurePages.ALL + "/{code}/cases.csv")
    @Needs(Right.EXPORT_LEDGER)
    void csv(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) throws IOException {
        var asked = asked(who, code, sent);
        var words = pages.words(who);
        if (figures.refusal(who, asked.question()).isPresent()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.casesExported(Keeper.of(who), code, Map.of("file", "csv", "query", asked.query().address() + "&portion=" + asked.portion()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + code + ".csv\"");
        var columns = columns(asked.question().figure());
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        var lines = new CsvLines(out);
        lines.write(Stream.concat(Stream.of(t("reporting.cases.number"), t("reporting.cases.matter"), t("reporting.cases.portion")),
                columns.stream().map(FigureWords::field)).toList());
        var at = figures.standpoint(who.tenant(), asked.question().asOf()).now();
        var part = Optional.<Case.Id>empty();
        List<Case> page;
        do {
            page = figures.cases(who, asked.question(), asked.portion(), part, Figures.CASES_MAX);
            var named = named(who, page);
            for (var one : page) {
                var matter = named.get(one.matter());
                var cells = new ArrayList<>(List.of(matter == null ? "" : MatterNumber.of(matter).printed(), CsvLines.harmless(title(matter)),
                        one.kind().name().toLowerCase(Locale.ROOT) + " " + one.no()));
                columns.forEach(field -> cells.add(CsvLines.harmless(cell(one, field, at, words))));
                lines.write(cells);
            }
            part = page.isEmpty() ? part : Optional.of(page.getLast().id());
        } while (page.size() == Figures.CASES_MAX);
        // Closed it would be whole, also where it broke off.
        out.flush();
    }

    private record Asked(Question question, FigureQuery query, Figures.Portion portion) {}

    private Asked asked(SignedIn who, String code, MultiValueMap<String, String> sent) {
        var query = FigureQuery.read(sent, pages.today());
        if (query.errors().any()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, query.errors().all().getFirst().message());
        }
        var portion = Stream.of(Figures.Portion.values()).filter(one -> one.name().equals(sent.getFirst("portion"))).findFirst().orElse(Figures.Portion.ALL);
        return new Asked(query.of(pages.figure(who, code)), query, portion);
    }

    private Map<MatterId, Matter> named(SignedIn who, List<Case> cases) {
        return matters.these(who, cases.stream().map(Case::matter).distinct().toList()).stream().collect(toMap(Matter::id, matter -> matter));
    }

    private static String title(@Nullable Matter matter) {
        return matter == null ? t("reporting.cases.gone") : matter.subject().title();
    }

    private static Optional<Case.Id> after(Figure figure, @Nullable String written) {
        if (written == null || !written.matches("\\d{1,18}\\.\\d{1,18}")) {
            return Optional.empty();
        }
        var parts = written.split("\\.");
        return Optional.of(new Case.Id(figure.of(), new MatterId(Long.parseLong(parts[0])), Long.parseLong(parts[1])));
    }

    /// What is shown of a case, with the day that puts it into the period.
    private static List<Field> columns(Figure figure) {
        var fields = switch (figure.of()) {
            case ROUND -> Stream.of(Field.UNIT_OF, Field.ROUND_NO, Field.LIGHT, Field.DUE, Field.OUTCOME);
            case MEASURE -> Stream.of(Field.UNIT_OF, Field.MEASURE_KIND, Field.PERCENT, Field.DUE, Field.DONE_ON);
            case ANSWER -> Stream.of(Field.UNIT_OF, Field.ASKED_ON, Field.CONTACTED, Field.SOLVED, Field.SATISFIED, Field.CLAIMED);
            case SLIP -> Stream.of(Field.UNIT_OF, Field.SLIP_KIND, Field.SENT_ON, Field.ANSWER_BY, Field.ANSWERED_ON);
        };
        return Stream.concat(fields, figure.fields().stream().filter(field -> field.type() == Field.Type.DAY || field.type() == Field.Type.FLAG)).distinct()
                .toList();
    }

    private static String cell(Case one, Field field, OffsetDateTime at, FigureWords words) {
        if (field == Field.LIGHT) {
            return words.value(field, one.lightAt(at).name());
        }
        return switch (one.fact(field)) {
            case null -> "";
            case LocalDate day -> day.toString();
            case Object value -> words.value(field, value.toString());
        };
    }
}
