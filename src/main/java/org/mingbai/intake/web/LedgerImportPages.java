package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Import;
import org.mingbai.intake.Imports;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Progress;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Bringing a ledger: drop it, look at what was understood, correct it, take it over, see what came of it.
@Controller
@Needs(Right.IMPORT_LEDGER)
class LedgerImportPages {

    private static final int PAST_SHOWN = 20;

    private final Imports imports;
    private final Previewing previewing;
    private final Registers registers;
    private final Directory directory;

    LedgerImportPages(Imports imports, Previewing previewing, Registers registers, Directory directory) {
        this.imports = imports;
        this.previewing = previewing;
        this.registers = registers;
        this.directory = directory;
    }

    @GetMapping("/imports")
    ModelAndView start(SignedIn who, @RequestParam(defaultValue = "") String register) {
        return start(who, register, FieldErrors.none(), HttpStatus.OK);
    }

    private ModelAndView start(SignedIn who, String register, FieldErrors errors, HttpStatus status) {
        var choices = registers.of(who.tenant()).stream().filter(found -> imports.takesOver(who, found))
                .map(found -> new Choice(found.code(), found.name(locale()))).toList();
        var past = imports.newest(who, PAST_SHOWN).stream()
                .map(made -> new ImportStart.Past(href(made), made.fileName(), name(who, made.register()), made.startedAt(),
                        t("intake.stage." + made.stage())))
                .toList();
        return View.of("intake/start", new ImportStart(choices, register, errors, past), status);
    }

    @PostMapping("/imports")
    ModelAndView bring(SignedIn who, @RequestParam(defaultValue = "") String register, @RequestParam(required = false) MultipartFile file)
            throws IOException {
        var errors = FieldErrors.none();
        if (registers.register(who.tenant(), register).filter(found -> imports.takesOver(who, found)).isEmpty()) {
            errors = errors.with("register", t("intake.start.no-register"));
        }
        if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()) {
            errors = errors.with("file", t("intake.start.no-file"));
        }
        if (errors.any()) {
            return start(who, register, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try (var content = file.getInputStream()) {
            return switch (imports.bring(who, register, plainName(file.getOriginalFilename()), content)) {
                case Imports.Brought.Kept(var made) -> View.seeOther(href(made));
                case Imports.Brought.Refused(var why) -> start(who, register,
                        FieldErrors.none().with("file", t(why.key(), why.arguments().toArray())), HttpStatus.UNPROCESSABLE_CONTENT);
            };
        }
    }

    @GetMapping("/imports/{id}")
    ModelAndView show(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String show) {
        var made = found(who, id);
        boolean beingTaken = made.stage() == Import.Stage.DONE || made.stage() == Import.Stage.RUNNING || !imports.isKept(who, made);
        return beingTaken || made.stage() == Import.Stage.FAILED && show.isEmpty()
                ? View.of("intake/outcome", outcome(who, made))
                : preview(who, made, show, FieldErrors.none(), HttpStatus.OK);
    }

    /// The meaning of columns and unit names, as the person corrected it.
    @PostMapping("/imports/{id}/reading")
    ModelAndView correct(SignedIn who, @PathVariable long id, @RequestParam Map<String, String> form) {
        var made = found(who, id);
        var headings = new HashMap<>(made.headings());
        var units = new HashMap<>(made.units());
        form.forEach((name, value) -> {
            if (name.startsWith("column:") && !value.isEmpty()) {
                field(value).ifPresent(field -> headings.put(name.substring("column:".length()), field));
            }
            if (name.startsWith("unit:") && value.matches("[0-9]{1,18}")) {
                var unit = new OrganisationId(Long.parseLong(value));
                directory.organisation(who.tenant(), unit).ifPresent(known -> units.put(name.substring("unit:".length()), unit));
            }
        });
        return imports.correct(who, id, headings, units)
                ? View.seeOther(href(made) + "?show=new", t("intake.preview.read-again"))
                : View.seeOther(href(made));
    }

    @PostMapping("/imports/{id}/taking-over")
    ModelAndView takeOver(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "false") boolean changes) {
        var made = found(who, id);
        if (imports.isKept(who, made) && imports.begin(Keeper.of(who), who, made)) {
            Thread.ofVirtual().name("import-" + id).start(() -> imports.run(who, id, changes));
        }
        return View.seeOther(href(made));
    }

    @PostMapping("/imports/{id}/cancellation")
    ModelAndView cancel(SignedIn who, @PathVariable long id) {
        var made = found(who, id);
        imports.cancel(who, id);
        return View.seeOther(href(made));
    }

    private ModelAndView preview(SignedIn who, Import made, String show, FieldErrors errors, HttpStatus status) {
        return View.of("intake/preview", previewing.of(who, made, href(made), name(who, made.register()), show, errors), status);
    }

    private ImportOutcome outcome(SignedIn who, Import made) {
        var result = made.result();
        Optional<Progress> progress = made.stage() == Import.Stage.RUNNING
                ? Optional.of(new Progress(t("intake.outcome.running"), made.done(), made.total(), href(made), Optional.of(href(made) + "/cancellation")))
                : Optional.empty();
        var refused = result.map(Import.Result::refused).orElse(List.of()).stream()
                .map(row -> t("intake.outcome.refused-row", row.sheet() == null ? "" : row.sheet(), row.row(),
                        t("intake.refused." + row.why().substring(row.why().lastIndexOf('.') + 1))))
                .toList();
        return new ImportOutcome(href(made), made.fileName(), name(who, made.register()), "/registers/" + made.register(), progress, imports.isKept(who, made),
                failure(who, made),  result.map(Import.Result::added).orElse(0),
                result.map(Import.Result::changed).orElse(0), result.map(Import.Result::same).orElse(0),
                result.map(Import.Result::livesHere).orElse(0), refused);
    }

    private Optional<String> failure(SignedIn who, Import made) {
        boolean gone = made.stage() != Import.Stage.DONE && made.stage() != Import.Stage.RUNNING && !imports.isKept(who, made);
        return gone ? Optional.of(t("intake.import.gone"))
                : made.result().filter(it -> it.failure() != null).map(it -> t(it.failure(), it.failedAt().toArray()));
    }

    private Import found(SignedIn who, long id) {
        return imports.find(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<Field> field(String name) {
        return java.util.Arrays.stream(Field.values()).filter(field -> field.name().equals(name)).findFirst();
    }

    private String name(SignedIn who, String code) {
        return registers.register(who.tenant(), code).map((Register register) -> register.name(locale())).orElse(code);
    }

    /// A browser may send a whole path; only the last part is the file's name.
    private static String plainName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "");
        return last.length() <= 200 ? last : last.substring(last.length() - 200);
    }

    private static String href(Import made) {
        return "/imports/" + made.id();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
