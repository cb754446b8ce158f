package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Report;
import org.mingbai.reporting.ReportFile;
import org.mingbai.reporting.ReportLint;
import org.mingbai.shell.View;
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
    private static final String ENDS = "。！？\n";

    @GetMapping(ALL)
    ModelAndView form() {
        return View.of("reporting/lint", new LintPage("", Optional.empty(), FieldErrors.none()));
    }

    @PostMapping(ALL)
    ModelAndView lint(@RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file != null && !file.isEmpty()) {
            return brought(text, file);
        }
        if (text.isBlank()) {
            return wrong(text, "text", t("reporting.lint.nothing"));
        }
        return text.length() > TEXT_MAX ? wrong(text.substring(0, TEXT_MAX), "text", t("reporting.lint.too-long", TEXT_MAX))
                : shown(text, "", new Report(text));
    }

    private static ModelAndView brought(String text, MultipartFile file) throws IOException {
        if (file.getSize() > FILE_MAX) {
            return wrong(text, "file", t("reporting.lint.too-large", FILE_MAX >> 20));
        }
        var place = Files.createTempFile("report", "");
        try {
            file.transferTo(place);
            return switch (ReportFile.read(place)) {
                case ReportFile.Read.Done(var report) -> shown(text, Optional.ofNullable(file.getOriginalFilename()).orElse(""), report);
                case ReportFile.Read.TooLarge _ -> wrong(text, "file", t("reporting.lint.too-large", FILE_MAX >> 20));
                case ReportFile.Read.Unreadable _ -> wrong(text, "file", t("reporting.lint.unreadable"));
            };
        } finally {
            Files.deleteIfExists(place);
        }
    }

    private static ModelAndView shown(String text, String name, Report report) {
        var lines = ReportLint.of(report).stream().map(doubt -> line(report, doubt)).toList();
        var sentence = lines.isEmpty() ? t("reporting.lint.none") : t("reporting.lint.found", lines.size());
        return View.of("reporting/lint", new LintPage(text, Optional.of(new LintPage.Result(name, sentence, lines)), FieldErrors.none()));
    }

    private static LintPage.Line line(Report report, Doubt doubt) {
        var text = report.text();
        int from = doubt.begin();
        while (from > 0 && doubt.begin() - from < SHOWN_BEFORE && ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = doubt.end();
        while (to < text.length() && to - doubt.end() < SHOWN_AFTER && ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return new LintPage.Line(t("reporting.lint.where", report.line(doubt.begin()), report.column(doubt.begin())), text.substring(from, doubt.begin()),
                text.substring(doubt.begin(), doubt.end()), text.substring(doubt.end(), to), t("reporting.lint." + doubt.rule(), doubt.args().toArray()));
    }

    private static ModelAndView wrong(String text, String field, String why) {
        return View.of("reporting/lint", new LintPage(text, Optional.empty(), FieldErrors.none().with(field, why, t("reporting.lint." + field))),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
