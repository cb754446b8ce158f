package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.Publishing;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Sites;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.reporting.PublicFigures;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Open data: a body's own figures and the outcomes it released, for programs and spreadsheets, with a dictionary of what each column means.
@Controller
@Needs(Right.PUBLIC)
class OpenDataPages {

    static final String PART = "/data";

    private static final String HERE = "/p/{tenant}" + PART;
    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();
    private static final int READ_AT_ONCE = 100;

    private final Sites sites;
    private final PublicFigures figures;
    private final Publishing publishing;
    private final Registers registers;
    private final DataPace pace;

    OpenDataPages(Sites sites, PublicFigures figures, Publishing publishing, Registers registers, DataPace pace) {
        this.sites = sites;
        this.figures = figures;
        this.publishing = publishing;
        this.registers = registers;
        this.pace = pace;
    }

    @GetMapping(HERE)
    ModelAndView all(@PathVariable String tenant) {
        return View.of("reporting/publicdata", page(sites.of(tenant), "", "", FieldErrors.none()));
    }

    @GetMapping(HERE + "/dictionary")
    ModelAndView dictionary(@PathVariable String tenant) {
        return View.of("reporting/publicdictionary", new OpenDataPage.Dictionary(sites.of(tenant), OpenData.SETS.stream()
                .map(set -> new OpenDataPage.Set(set.name(), t("reporting.data." + set.name()), columns(set))).toList()));
    }

    private static List<OpenDataPage.Column> columns(OpenData.Set<?> set) {
        return set.columns().stream().map(column -> new OpenDataPage.Column(column.key(), t("reporting.data.type." + column.type()), t(means(set, column)),
                Words.has(unit(set, column)) ? t(unit(set, column)) : "", t("reporting.data.source." + column.source()))).toList();
    }

    private static String means(OpenData.Set<?> set, OpenData.Column<?> column) {
        return "reporting.data." + set.name() + "." + column.key();
    }

    private static String unit(OpenData.Set<?> set, OpenData.Column<?> column) {
        return "reporting.data.unit." + set.name() + "." + column.key();
    }

    /// The same in both languages, for programs.
    @GetMapping(HERE + "/data-dictionary.json")
    ResponseEntity<Object> dictionaryFile(@PathVariable String tenant) {
        var site = sites.of(tenant);
        var sets = OpenData.SETS.stream().map(set -> Map.of("name", set.name(),
                "files", List.of(site.href() + PART + "/" + set.name() + ".csv", site.href() + PART + "/" + set.name() + ".json"),
                "title", both("reporting.data." + set.name()), "columns", set.columns().stream().map(column -> said(set, column)).toList())).toList();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(KEPT)
                .body(Map.of("body", site.name(), "terms", both("reporting.data.terms"), "sets", sets));
    }

    private static Map<String, Object> said(OpenData.Set<?> set, OpenData.Column<?> column) {
        var said = new LinkedHashMap<String, Object>();
        said.put("name", column.key());
        said.put("type", column.type().name().toLowerCase(Locale.ROOT));
        said.put("means", both(means(set, column)));
        if (Words.has(unit(set, column))) {
            said.put("unit", both(unit(set, column)));
        }
        said.put("source", both("reporting.data.source." + column.source()));
        return said;
    }

    private static Map<String, String> both(String key) {
        return Map.of("zh", Words.in(Locale.CHINESE).of(key), "en", Words.in(Locale.ENGLISH).of(key));
    }

    @GetMapping(HERE + "/figures.csv")
    Object figuresCsv(@PathVariable String tenant, @RequestParam(defaultValue = "") String figure, @RequestParam(defaultValue = "") String month,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        return figures(tenant, figure, month, OpenDataFile.Form.CSV, request, response);
    }

    @GetMapping(HERE + "/figures.json")
    Object figuresJson(@PathVariable String tenant, @RequestParam(defaultValue = "") String figure, @RequestParam(defaultValue = "") String month,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        return figures(tenant, figure, month, OpenDataFile.Form.JSON, request, response);
    }

    private Object figures(String tenant, String code, String month, OpenDataFile.Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var site = sites.of(tenant);
        pace.take(request, response);
        var shown = figures.of(site.tenant());
        var months = figures.months(site.tenant());
        var asked = code.isBlank() ? shown : shown.stream().filter(one -> one.code().equals(code.strip())).toList();
        if (!code.isBlank() && asked.isEmpty()) {
            return View.of("reporting/publicdata", page(site, code, month, FieldErrors.none().with("figure", t("reporting.data.no-figure"),
                    t("reporting.data.figure"))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var only = PublicFigurePages.month(month, months);
        if (!month.isBlank() && only.isEmpty()) {
            return View.of("reporting/publicdata", page(site, code, month, FieldErrors.none().with("month", PublicFigurePages.noSuchMonth(month, months),
                    t("reporting.public.month"))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var rows = figures.told(site.tenant(), asked, only.map(List::of).orElse(months));
        var bytes = file(rows, form);
        boolean complete = rows.stream().flatMap(row -> row.months().stream()).allMatch(told -> told.answer().complete());
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(form.type)).cacheControl(complete ? KEPT : CacheControl.noStore())
                .eTag("\"" + digest(bytes) + "\"").header(HttpHeaders.CONTENT_DISPOSITION, named(OpenData.FIGURES, form)).body(bytes);
    }

    /// As large as there are figures and months at most, so that it can be compared with what somebody has already.
    private static byte[] file(List<PublicFigures.Row> rows, OpenDataFile.Form form) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var file = form.to(bytes, OpenData.FIGURES);
        for (var row : rows) {
            for (var told : row.months()) {
                file.write(new OpenData.FigureRow(told.month(), told));
            }
        }
        file.end();
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String named(OpenData.Set<?> set, OpenDataFile.Form form) {
        return ContentDisposition.attachment().filename(set.name() + "." + form.name().toLowerCase(Locale.ROOT)).build().toString();
    }

    @GetMapping(HERE + "/outcomes.csv")
    void outcomesCsv(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) throws IOException {
        outcomes(tenant, OpenDataFile.Form.CSV, request, response);
    }

    @GetMapping(HERE + "/outcomes.json")
    void outcomesJson(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) throws IOException {
        outcomes(tenant, OpenDataFile.Form.JSON, request, response);
    }

    /// Page by page, each held against its matter as it is when it is written.
    private void outcomes(String number, OpenDataFile.Form form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = sites.of(number);
        pace.take(request, response);
        response.setContentType(form.type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT.getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(OpenData.OUTCOMES, form));
        var kept = registers.of(site.tenant());
        var file = form.to(response.getOutputStream(), OpenData.OUTCOMES);
        var from = Optional.<Publishing.From>empty();
        do {
            var page = publishing.shown(site.tenant(), "", "", from, READ_AT_ONCE);
            for (var shown : page.shown()) {
                file.write(new OpenData.OutcomeRow(shown, register(kept, shown)));
            }
            from = page.next();
        } while (from.isPresent());
        file.end();
    }

    private static Optional<Register> register(List<Register> kept, Publishing.Shown shown) {
        return kept.stream().filter(register -> register.code().equals(shown.publication().register())).findFirst();
    }

    private OpenDataPage page(Site site, String figure, String month, FieldErrors errors) {
        return new OpenDataPage(site, figures.of(site.tenant()).stream().map(one -> new Choice(one.code(), FigureWords.name(one))).toList(), figure,
                figures.months(site.tenant()).reversed().stream().map(one -> new Choice(one.toString(), PublicFigurePages.said(one))).toList(), month, errors);
    }
}
