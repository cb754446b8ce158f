package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.reporting.brief.BriefCheck;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Holds a Word file against the report it was made from. Nothing of it is kept.
@Controller
@Needs(Right.SEE_SUPERVISION)
class BriefCheckPages {

    private static final long FILE_MAX = 20L << 20;

    private final BriefCheck check;

    BriefCheckPages(BriefCheck check) {
        this.check = check;
    }

    @GetMapping(BriefPages.ALL + "/check")
    ModelAndView form() {
        return View.of("reporting/briefcheck", page(Optional.empty(), FieldErrors.none()));
    }

    private static BriefCheckPage page(Optional<BriefCheckPage.Result> result, FieldErrors errors) {
        return new BriefCheckPage(List.of(new Link(t("reporting.briefs.title"), BriefPages.ALL)), result, errors);
    }

    @PostMapping(BriefPages.ALL + "/check")
    ModelAndView check(SignedIn who, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty() || file.getSize() > FILE_MAX) {
            return wrong(file != null && file.getSize() > FILE_MAX ? t("reporting.check.too-large", FILE_MAX >> 20) : t("reporting.check.not-a-paper"));
        }
        var place = Files.createTempFile("brief", ".docx");
        try {
            file.transferTo(place);
            return switch (check.check(who, place)) {
                case BriefCheck.Result.NotAPaper _ -> wrong(t("reporting.check.not-a-paper"));
                case BriefCheck.Result.NotOurs _ -> wrong(t("reporting.check.not-ours"));
                case BriefCheck.Result.Checked checked -> View.of("reporting/briefcheck", page(Optional.of(result(checked)), FieldErrors.none()));
            };
        } finally {
            Files.deleteIfExists(place);
        }
    }

    private static BriefCheckPage.Result result(BriefCheck.Result.Checked checked) {
        var lines = checked.findings().stream()
                .map(one -> new BriefCheckPage.Line(t("reporting.check.kind." + one.kind()), one.name(), one.says(), one.should())).toList();
        var none = checked.asked() ? "reporting.check.none" : "reporting.check.none.unasked";
        return new BriefCheckPage.Result(new Link(checked.brief().body().title(), BriefPages.ALL + "/" + checked.brief().id()),
                lines.isEmpty() ? t(none, checked.figures()) : t("reporting.check.found", checked.figures(), lines.size()), lines);
    }

    private static ModelAndView wrong(String why) {
        return View.of("reporting/briefcheck", page(Optional.empty(), FieldErrors.none().with("file", why, t("reporting.check.file"))),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
