package org.mingbai.directory.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Answer;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.DirectoryImport;
import org.mingbai.directory.DirectoryImport.Outcome;
import org.mingbai.directory.DirectoryImport.Parts;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.SheetUploads;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Brings a sheet, shows what it would do cell by cell, and does it.
@Controller
@Needs(Right.IMPORT_DIRECTORY)
class DirectoryImportPages {

    private static final String ALL = "/administration/directory-imports";
    private static final int ROWS_SHOWN_MAX = 200;

    private final DirectoryImport imports;
    private final SheetUploads uploads;

    DirectoryImportPages(DirectoryImport imports, SheetUploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    @GetMapping(ALL + "/new")
    ModelAndView form() {
        return View.of("directory/import", bring(FieldErrors.none()));
    }

    @PostMapping(ALL)
    ModelAndView bring(SignedIn who, Keeper by, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(List.of(new Refusal.Missing("file")));
        }
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var content = file.getBytes();
        return switch (imports.preview(by, Parts.of(who), content, name)) {
            case Answer.Refused<Outcome>(var refusals) -> refused(refusals);
            case Answer.Done<Outcome> readable -> View.seeOther(ALL + "/" + uploads.keep(who, FormReader.kept(name).replace("\0", ""), content));
        };
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView preview(SignedIn who, Keeper by, @PathVariable String id) {
        var key = FormReader.key(id).orElseThrow(DirectoryPages::notThere);
        var upload = uploads.find(who, key).orElseThrow(DirectoryPages::notThere);
        return shown(key, upload.fileName(), imports.preview(by, Parts.of(who), upload.content(), upload.fileName()), false);
    }

    @PostMapping(ALL + "/{id}/application")
    ModelAndView apply(SignedIn who, Keeper by, @PathVariable String id) {
        var key = FormReader.key(id).orElseThrow(DirectoryPages::notThere);
        var upload = uploads.find(who, key).orElseThrow(DirectoryPages::notThere);
        var answer = imports.apply(by, Parts.of(who), upload.content(), upload.fileName());
        boolean done = answer instanceof Answer.Done<Outcome>(var outcome) && outcome.flaws().isEmpty();
        if (done) {
            uploads.forget(who, key);
        }
        return shown(key, upload.fileName(), answer, done);
    }

    private static ModelAndView shown(UUID id, String fileName, Answer<Outcome> answer, boolean done) {
        return switch (answer) {
            case Answer.Refused<Outcome>(var refusals) -> refused(refusals);
            case Answer.Done<Outcome>(var outcome) -> View.of("directory/import",
                    new ImportPage(Optional.of(fileName), ALL + "/" + id + "/application", Optional.of(told(outcome)), done, FieldErrors.none()),
                    outcome.flaws().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView refused(List<Refusal> refusals) {
        return View.of("directory/import", bring(Refused.shown(refusals)), Refused.status(refusals));
    }

    private static ImportPage bring(FieldErrors errors) {
        return new ImportPage(Optional.empty(), ALL, Optional.empty(), false, errors);
    }

    private static ImportPage.Shown told(Outcome outcome) {
        var counts = new EnumMap<AuditAct, Integer>(AuditAct.class);
        outcome.steps().forEach(step -> counts.merge(step.act(), 1, Integer::sum));
        var sums = new ArrayList<String>();
        counts.forEach((act, count) -> sums.add(Words.t("directory.import.sum", Words.t("directory.act." + act), count)));
        if (outcome.unchanged() > 0) {
            sums.add(Words.t("directory.import.unchanged", outcome.unchanged()));
        }
        if (outcome.left() > 0) {
            sums.add(Words.t("directory.import.left", outcome.left()));
        }
        var flaws = outcome.flaws().stream().limit(ROWS_SHOWN_MAX)
                .map(flaw -> new ImportPage.Row(flaw.cell().sheet(), flaw.cell().address(), Refused.words(flaw.refusal()))).toList();
        var steps = outcome.steps().stream().limit(ROWS_SHOWN_MAX)
                .map(step -> new ImportPage.Row(step.cell().sheet(), step.cell().address(),
                        Words.t("directory.import.step", Words.t("directory.act." + step.act()), step.subject()))).toList();
        return new ImportPage.Shown(sums, flaws, outcome.flaws().size() - flaws.size(), steps, outcome.steps().size() - steps.size(),
                outcome.firstPasswords());
    }
}
