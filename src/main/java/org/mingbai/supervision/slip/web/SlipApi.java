package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.api.ForPrograms;
import org.mingbai.shell.api.RequestNames;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipAnswer;
import org.mingbai.supervision.slip.SlipEvent;
import org.mingbai.supervision.slip.SlipFilter;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRefusal;
import org.mingbai.supervision.slip.Slips;
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
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Slips for programs: the same verbs as the pages, refusals as problem+json in the caller's language.
@RestController
@RequestMapping("/api/v1/slips")
class SlipApi {

    private static final int BODY_MAX = 1 << 20;
    private static final int PAGE_MAX = 200;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Slips slips;
    private final Directory directory;
    private final Clock clock;

    SlipApi(Slips slips, Directory directory, Clock clock) {
        this.slips = slips;
        this.directory = directory;
        this.clock = clock;
    }

    /// @param before the id the page before ended with
    @Needs(Right.SEE_MATTERS)
    @ForPrograms(says = "supervision.slip.api.list", refuses = 400)
    @GetMapping
    SlipJson.SlipList slips(SignedIn who, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "0") long to, @RequestParam(defaultValue = "0") long before, @RequestParam(defaultValue = "50") int limit) {
        var filter = new SlipFilter(choice(SlipKind.class, kind), choice(SlipFilter.Group.class, group), to == 0 ? null : new OrganisationId(to),
                before == 0 ? null : before, null, Math.clamp(limit, 1, PAGE_MAX));
        var page = slips.page(who, filter);
        var names = names(who);
        return new SlipJson.SlipList(page.slips().stream().map(slip -> SlipJson.of(slip, names, today())).toList(),
                page.older() ? Optional.of(page.slips().getLast().id()) : Optional.empty());
    }

    @Needs(Right.SEE_MATTERS)
    @ForPrograms(says = "supervision.slip.api.one", refuses = {400, 404})
    @GetMapping("/{id}")
    ResponseEntity<SlipJson> slip(SignedIn who, @PathVariable long id) {
        return told(HttpStatus.OK, who, seen(who, id));
    }

    @Needs(Right.SEE_MATTERS)
    @ForPrograms(says = "supervision.slip.api.events", refuses = {400, 404})
    @GetMapping("/{id}/events")
    SlipJson.SlipStory slipEvents(SignedIn who, @PathVariable long id) {
        seen(who, id);
        var names = names(who);
        return new SlipJson.SlipStory(slips.story(who, id).stream().map(line -> new SlipJson.SlipHappening(line.seq(), kind(line.event()), line.at(),
                names.person(line.by()), SlipJson.unit(line.as().unit(), names))).toList());
    }

    private static String kind(SlipEvent event) {
        return event.getClass().getSimpleName();
    }

    @Needs(Right.DRAFT_SLIPS)
    @ForPrograms(says = "supervision.slip.api.draft", takes = SlipJson.SlipWriting.class, gives = SlipJson.class, done = {200, 201},
            refuses = {400, 404, 409, 413, 422}, codes = SlipRefusal.class)
    @PostMapping
    ResponseEntity<?> draftSlip(SignedIn who, HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var writing = read(request, SlipJson.SlipWriting.class);
        if (writing.kind() == null || writing.text() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return switch (slips.draft(who, writing.draft(), key(who, key))) {
            case SlipAnswer.Done(var slip, var again) -> told(again ? HttpStatus.OK : HttpStatus.CREATED, who, slip);
            case SlipAnswer.Refused(var why) -> refused(why, who, false);
        };
    }

    /// @param ifMatch the ETag the caller saw: what came since refuses the act with 412
    @Needs(Right.ACT_ON_MATTERS)
    @ForPrograms(says = "supervision.slip.api.act", gives = SlipJson.class, refuses = {400, 404, 409, 412, 413, 422}, codes = SlipRefusal.class)
    @PostMapping("/{id}/acts/{slipAct}")
    ResponseEntity<?> actOnSlip(SignedIn who, @PathVariable long id, @PathVariable String slipAct, HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var kind = Arrays.stream(SlipAct.Kind.values()).filter(it -> it != SlipAct.Kind.UPGRADE && it.noun().equals(slipAct)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        seen(who, id);
        var act = act(read(request, SlipJson.bodyOf(kind)));
        return switch (slips.act(who, id, act, key(who, key), RequestNames.seen(ifMatch))) {
            case SlipAnswer.Done(var slip, _) -> told(HttpStatus.OK, who, slip);
            case SlipAnswer.Refused(var why) -> refused(why, who, ifMatch != null);
        };
    }

    private static SlipAct act(SlipJson.Body body) {
        boolean empty = body instanceof SlipJson.ChangeSlip(var text) && text == null || body instanceof SlipJson.AnswerSlip(var report) && report == null;
        if (empty) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return body.act();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(JacksonException e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, t("supervision.slip.api.unreadable"));
        problem.setProperty("code", "Unreadable");
        e.getPath().stream().map(JacksonException.Reference::getPropertyName).filter(java.util.Objects::nonNull)
                .reduce((_, last) -> last).ifPresent(field -> problem.setProperty("field", field));
        return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private Slip seen(SignedIn who, long id) {
        return slips.slip(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<SlipJson> told(HttpStatus status, SignedIn who, Slip slip) {
        var answer = ResponseEntity.status(status).eTag(String.valueOf(slip.seq()));
        return (status == HttpStatus.CREATED ? answer.location(URI.create("/api/v1/slips/" + slip.id())) : answer)
                .body(SlipJson.of(slip, names(who), today()));
    }

    private ResponseEntity<ProblemDetail> refused(SlipRefusal why, SignedIn who, boolean conditional) {
        var status = why instanceof SlipRefusal.ChangedMeanwhile && conditional ? HttpStatus.PRECONDITION_FAILED : SlipForms.status(why);
        var problem = ProblemDetail.forStatusAndDetail(status, names(who).told(why));
        problem.setProperty("code", why.getClass().getSimpleName());
        if (!why.field().isEmpty()) {
            problem.setProperty("field", why.field());
        }
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static <T> T read(HttpServletRequest request, Class<T> type) {
        try {
            var body = request.getInputStream().readNBytes(BODY_MAX + 1);
            if (body.length > BODY_MAX) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
            }
            return Optional.ofNullable(JSON.readValue(body, type)).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        } catch (IOException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> choices, String name) {
        if (name.isEmpty()) {
            return null;
        }
        return Arrays.stream(choices.getEnumConstants()).filter(it -> it.name().equals(name)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static UUID key(SignedIn who, @Nullable String name) {
        return RequestNames.key(who.tenant().value() + "/" + who.person().value(), name);
    }


    private Names names(SignedIn who) {
        return new Names(directory, who.tenant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
