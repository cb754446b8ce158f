package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Refusal;
import org.mingbai.library.FileRefused;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.api.ForPrograms;
import org.mingbai.shell.api.RequestNames;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;

/// Matters for programs: the same verbs as the pages, refusals as problem+json in the caller's language.
@RestController
@RequestMapping("/api/v1")
class MatterApi {

    private static final int BODY_MAX = 1 << 20;
    private static final int PAGE_MAX = 200;

    private final Sightings sightings;
    private final Ledger ledger;
    private final Directory directory;
    private final EvidenceUploads uploads;
    private final Clock clock;

    MatterApi(Sightings sightings, Ledger ledger, Directory directory, EvidenceUploads uploads, Clock clock) {
        this.sightings = sightings;
        this.ledger = ledger;
        this.directory = directory;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Needs(Right.SEE_MATTERS)
    @ForPrograms(says = "ledger.api.matter", refuses = {400, 404})
    @GetMapping("/matters/{id}")
    ResponseEntity<MatterJson> matter(SignedIn who, @PathVariable long id) {
        return told(HttpStatus.OK, sightings.of(who, id));
    }

    /// @param after the number of the last entry the caller has
    @Needs(Right.SEE_MATTERS)
    @ForPrograms(says = "ledger.api.journal", refuses = {400, 404})
    @GetMapping("/matters/{id}/journal")
    MatterJson.Journal journal(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        var seen = sightings.of(who, id);
        var rest = seen.journal().stream().filter(line -> line.seq() > after).toList();
        var page = rest.subList(0, Math.min(Math.clamp(limit, 1, PAGE_MAX), rest.size()));
        var locale = LocaleContextHolder.getLocale();
        return new MatterJson.Journal(page.stream().map(line -> MatterJson.entry(seen, line, locale)).toList(),
                page.size() < rest.size() ? Optional.of(page.getLast().seq()) : Optional.empty());
    }

    @Needs(Right.RAISE)
    @ForPrograms(says = "ledger.api.raise", takes = ActJson.Raising.class, gives = MatterJson.class, done = {200, 201}, refuses = {400, 409, 413, 422},
            codes = Refusal.class)
    @PostMapping("/matters")
    ResponseEntity<?> raise(SignedIn who, HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var raising = ActJson.raising(body(request)).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return switch (ledger.raise(who, raising.register(), raising.subject(), key(who, key))) {
            case Answer.Done(var matter, var again) -> {
                var seen = sightings.of(who, matter.id().value());
                yield again ? told(HttpStatus.OK, seen) : told(HttpStatus.CREATED, seen);
            }
            case Answer.Refused(var why, _) -> refused(why, new Folk(directory, who, LocalDate.now(clock), List.of()), "", false);
        };
    }

    /// @param ifMatch the ETag the caller saw: what came since refuses the act with 412
    @Needs(Right.ACT_ON_MATTERS)
    @ForPrograms(says = "ledger.api.act", gives = MatterJson.class, refuses = {400, 404, 409, 412, 413, 422}, codes = Refusal.class)
    @PostMapping("/matters/{id}/acts/{noun}")
    ResponseEntity<?> act(SignedIn who, @PathVariable long id, @PathVariable String noun, HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var kind = ActPages.kind(noun);
        var seen = sightings.of(who, id);
        var act = ActJson.act(kind, body(request)).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return switch (ledger.act(who, seen.matter().id(), act, key(who, key), RequestNames.seen(ifMatch))) {
            case Answer.Done _ -> told(HttpStatus.OK, sightings.of(who, id));
            case Answer.Refused(var why, _) -> ResponseEntity.status(status(why, ifMatch != null)).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(why, status(why, ifMatch != null), ActPages.say(seen, ledger, why, kind)));
        };
    }

    /// Keeps a file so that an act can name it.
    @Needs(Right.ACT_ON_MATTERS)
    @ForPrograms(says = "ledger.api.file", gives = StoredFile.class, done = 201, refuses = {400, 413, 422})
    @PostMapping("/files")
    ResponseEntity<?> file(SignedIn who, @RequestParam MultipartFile file) {
        try {
            StoredFile kept = uploads.keep(who, file);
            return ResponseEntity.status(HttpStatus.CREATED).body(kept);
        } catch (FileRefused e) {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, t(e.key(), e.argument()));
            problem.setProperty("code", "FileRefused");
            problem.setProperty("field", "file");
            return ResponseEntity.unprocessableContent().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(JacksonException e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, t("ledger.api.unreadable"));
        problem.setProperty("code", "Unreadable");
        e.getPath().stream().map(JacksonException.Reference::getPropertyName).filter(java.util.Objects::nonNull)
                .reduce((_, last) -> last).ifPresent(field -> problem.setProperty("field", field));
        return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static ResponseEntity<MatterJson> told(HttpStatus status, Seen seen) {
        var answer = ResponseEntity.status(status).eTag(String.valueOf(seen.matter().seq()));
        return (status == HttpStatus.CREATED ? answer.location(URI.create("/api/v1" + seen.href())) : answer).body(MatterJson.of(seen));
    }

    private static ResponseEntity<ProblemDetail> refused(Refusal why, Folk folk, String doers, boolean conditional) {
        var status = status(why, conditional);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(why, status, RefusalWords.of(why, null, folk, doers)));
    }

    private static ProblemDetail problem(Refusal why, HttpStatus status, String words) {
        var problem = ProblemDetail.forStatusAndDetail(status, words);
        problem.setProperty("code", why.getClass().getSimpleName());
        if (!why.field().isEmpty()) {
            problem.setProperty("field", why.field());
        }
        return problem;
    }

    private static HttpStatus status(Refusal why, boolean conditional) {
        return switch (why) {
            case Refusal.NoSuchMatter _ -> HttpStatus.NOT_FOUND;
            case Refusal.ChangedMeanwhile _ -> conditional ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT;
            case Refusal.KeyUsedBefore _ -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static UUID key(SignedIn who, @Nullable String name) {
        return RequestNames.key(who.tenant().value() + "/" + who.person().value(), name);
    }


    private static byte[] body(HttpServletRequest request) {
        try {
            var body = request.getInputStream().readNBytes(BODY_MAX + 1);
            if (body.length > BODY_MAX) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
            }
            return body;
        } catch (IOException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
