package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Destructions;
import org.mingbai.intake.Identity;
import org.mingbai.intake.RightsLimit;
import org.mingbai.intake.RightsLimits;
import org.mingbai.intake.RightsRequest;
import org.mingbai.intake.RightsRequest.Outcome;
import org.mingbai.intake.RightsRequest.Wish;
import org.mingbai.intake.RightsRequests;
import org.mingbai.intake.Voice;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What persons ask of their own data: taken down at the desk, listed by due date, decided with a reason.
@Controller
class RightsPages {

    private static final String ALL = "/rights";
    private static final int PAGE = 50;

    private final RightsRequests requests;
    private final RightsLimits limits;
    private final Destructions destructions;
    private final Voices voices;
    private final Directory directory;
    private final RefusalsTold refusals;
    private final Clock clock;

    RightsPages(RightsRequests requests, RightsLimits limits, Destructions destructions, Voices voices, Directory directory,
            RefusalsTold refusals, Clock clock) {
        this.requests = requests;
        this.limits = limits;
        this.destructions = destructions;
        this.voices = voices;
        this.directory = directory;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping(ALL)
    @Needs(Right.KEEP_REQUESTS)
    ModelAndView list(SignedIn who, @RequestParam(required = false) Long before) {
        var answered = requests.answered(who, before == null ? Long.MAX_VALUE : before, PAGE);
        var more = answered.isEmpty() ? Optional.<String>empty() : Optional.of(answered.getLast().no())
                .filter(no -> !requests.answered(who, no, 1).isEmpty()).map(no -> ALL + "?before=" + no);
        return View.of("intake/rightslist", new RightsListPage(requests.waiting(who).stream().map(it -> row(who, it)).toList(),
                answered.stream().map(it -> row(who, it)).toList(), limit(limits.inForce(who.tenant())),
                destructions.overdue(who).size() + destructions.waiting(who).size(), more));
    }

    private RightsListPage.Row row(SignedIn who, RightsRequest it) {
        var today = LocalDate.now(clock);
        var due = it.outcome() == null ? t("intake.rights.due.left", Days.full(it.due()), Days.left(it.due(), today))
                : t("intake.rights.outcome." + it.outcome());
        return new RightsListPage.Row(new Link(t("intake.rights.numbered", Long.toString(it.no()), t("intake.rights.wish." + it.wish())), ALL + "/" + it.no()),
                matter(who, requests.voiceOf(who, it)).label(), day(it.askedAt()), due, it.isOpen() && it.due().isBefore(today));
    }

    @GetMapping(ALL + "/{no}")
    @Needs(Right.KEEP_REQUESTS)
    ModelAndView one(SignedIn who, @PathVariable long no) {
        return View.of("intake/rights", page(who, there(who, no), "", "", "", FieldErrors.none()));
    }

    @PostMapping(ALL + "/{no}/decision")
    @Needs(Right.KEEP_REQUESTS)
    ModelAndView decide(SignedIn who, @PathVariable long no, @RequestParam Map<String, String> sent) {
        var outcome = Arrays.stream(Outcome.values()).filter(it -> it.name().equals(sent.get("outcome"))).findFirst().orElse(null);
        var reason = text(sent, "reason");
        var law = text(sent, "law");
        return switch (requests.decide(who, no, outcome, reason, law)) {
            case VoiceAnswer.Done(_) -> View.seeOther(ALL + "/" + no, t("intake.rights.decided"));
            case VoiceAnswer.Refused(var why) -> {
                var errors = told(who, why);
                yield View.of("intake/rights", page(who, there(who, no), outcome == null ? "" : outcome.name(), reason, law, errors), status(errors));
            }
        };
    }

    private RightsRequest there(SignedIn who, long no) {
        return requests.find(who, no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RightsPage page(SignedIn who, RightsRequest it, String outcome, String reason, String law, FieldErrors errors) {
        boolean deletion = it.wish() == Wish.DELETION;
        var outcomes = !it.isOpen() ? List.<Choice>of() : Arrays.stream(Outcome.values()).filter(one -> deletion || one != Outcome.STORED_ONLY)
                .map(one -> new Choice(one.name(), t("intake.rights.outcome." + one), t("intake.rights.then." + it.wish() + "." + one))).toList();
        return new RightsPage(it.no(), t("intake.rights.numbered", Long.toString(it.no()), t("intake.rights.wish." + it.wish())),
                matter(who, requests.voiceOf(who, it)), facts(who, it), outcomes, outcome, reason, law, deletion, errors);
    }

    private List<RightsPage.Fact> facts(SignedIn who, RightsRequest it) {
        var names = directory.personNames(who.tenant(), Stream.of(it.askedBy(), it.decidedBy()).filter(Objects::nonNull).toList());
        var today = LocalDate.now(clock);
        var facts = new ArrayList<RightsPage.Fact>();
        facts.add(fact("asked", it.checked() == null ? t("intake.rights.by-code", day(it.askedAt()))
                : t("intake.rights.by-desk", day(it.askedAt()), names.getOrDefault(it.askedBy(), ""))));
        facts.add(fact("checked", it.checked() == null ? t("intake.rights.checked.code") : it.checked()));
        if (!it.words().isEmpty()) {
            facts.add(fact("words", it.words()));
        }
        if (it.wish() == Wish.CORRECTION && it.outcome() != Outcome.REFUSED) {
            var masked = requests.proposed(who, it);
            facts.add(fact("proposed", Stream.of(masked.name(), masked.phone()).filter(Objects::nonNull).collect(Collectors.joining(" "))));
        }
        facts.add(fact("due", it.isOpen() ? t("intake.rights.due.left", Days.full(it.due()), Days.left(it.due(), today)) : Days.full(it.due())));
        limits.version(who.tenant(), it.limitVersion()).ifPresent(limit -> facts.add(fact("limit", limit(limit))));
        if (it.outcome() != null) {
            facts.add(fact("outcome", t("intake.rights.outcome." + it.outcome())));
            facts.add(fact("reason", Objects.requireNonNull(it.reason())));
            if (it.law() != null) {
                facts.add(fact("law", it.law()));
            }
            facts.add(fact("decider", t("intake.rights.decided-by", names.getOrDefault(it.decidedBy(), ""),
                    day(Objects.requireNonNull(it.decidedAt())))));
        }
        return List.copyOf(facts);
    }

    private String day(OffsetDateTime at) {
        return Days.full(at.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    private static RightsPage.Fact fact(String key, String text) {
        return new RightsPage.Fact(t("intake.rights." + key), text);
    }

    private static String limit(RightsLimit limit) {
        return t("intake.rights.limit.is", limit.days(), basis(limit));
    }

    private static String basis(RightsLimit limit) {
        return limit.basis() == null ? t("intake.rights.limit.shipped") : limit.basis();
    }

    @GetMapping(ALL + "/limit")
    @Needs(Right.KEEP_REQUESTS)
    ModelAndView limit(SignedIn who) {
        return View.of("intake/rightslimit", limitPage(who, Map.of("validFrom", LocalDate.now(clock).toString()), FieldErrors.none()));
    }

    @PostMapping(ALL + "/limit")
    @Needs(Right.KEEP_REQUESTS)
    ModelAndView setLimit(SignedIn who, @RequestParam Map<String, String> sent) {
        var days = text(sent, "days").matches("[0-9]{1,4}") ? Integer.valueOf(text(sent, "days")) : null;
        return switch (limits.write(who, days, text(sent, "basis"), day(text(sent, "validFrom")), FormKey.of(sent.getOrDefault("key", "")))) {
            case VoiceAnswer.Done(_) -> View.seeOther(ALL + "/limit", t("intake.rights.limit.written"));
            case VoiceAnswer.Refused(var why) -> {
                var errors = told(who, why);
                yield View.of("intake/rightslimit", limitPage(who, sent, errors), status(errors));
            }
        };
    }

    private RightsLimitPage limitPage(SignedIn who, Map<String, String> typed, FieldErrors errors) {
        var now = limits.inForce(who.tenant());
        return new RightsLimitPage(limits.of(who.tenant()).stream().map(it -> new RightsLimitPage.Row(t("intake.rights.limit.version", it.version()),
                t("intake.rights.limit.days", it.days()), basis(it), it.validFrom() == null ? "" : Days.full(it.validFrom()),
                it.version() == now.version())).toList(), keyed(typed, errors), errors);
    }

    @GetMapping("/matters/{id}/voices/{no}/rights")
    @Needs(Right.RAISE)
    ModelAndView blank(SignedIn who, @PathVariable long id, @PathVariable int no) {
        var voice = voice(who, id, no);
        return View.of("intake/rightsask", askPage(who, voice, Map.of(), FieldErrors.none()));
    }

    @PostMapping("/matters/{id}/voices/{no}/rights")
    @Needs(Right.RAISE)
    ModelAndView ask(SignedIn who, @PathVariable long id, @PathVariable int no, @RequestParam Map<String, String> sent) {
        var voice = voice(who, id, no);
        return switch (requests.ask(who, voice.matter(), no, asked(sent), text(sent, "checked"))) {
            case VoiceAnswer.Done(var it) -> View.seeOther(requests.find(who, it.no()).map(_ -> ALL + "/" + it.no()).orElse(matter(who, voice).href()),
                    t("intake.rights.taken-down", Days.full(it.due())));
            case VoiceAnswer.Refused(var why) -> {
                var errors = told(who, why);
                yield View.of("intake/rightsask", askPage(who, voice, sent, errors), status(errors));
            }
        };
    }

    private static RightsRequests.Asked asked(Map<String, String> sent) {
        var wish = Arrays.stream(Wish.values()).filter(it -> it.name().equals(sent.get("wish"))).findFirst().orElse(null);
        var right = new Identity(maybe(sent, "name"), maybe(sent, "phone"), maybe(sent, "email"), maybe(sent, "address"), null);
        return new RightsRequests.Asked(wish, text(sent, "words"), wish == Wish.CORRECTION ? right : null, FormKey.of(sent.getOrDefault("key", "")));
    }

    private RightsAskPage askPage(SignedIn who, Voice voice, Map<String, String> typed, FieldErrors errors) {
        var wishes = Arrays.stream(Wish.values()).filter(wish -> !voice.anonymous() || wish == Wish.ACCESS || wish == Wish.COPY)
                .map(wish -> new Choice(wish.name(), t("intake.rights.wish." + wish), t("intake.rights.wish." + wish + ".help"))).toList();
        return new RightsAskPage(matter(who, voice), "/matters/" + voice.matter().value() + "/voices/" + voice.no() + "/rights", wishes,
                keyed(typed, errors), errors);
    }

    private static Map<String, String> keyed(Map<String, String> typed, FieldErrors errors) {
        var form = new HashMap<>(typed);
        if (!errors.atFields() || form.getOrDefault("key", "").isEmpty()) {
            form.put("key", UUID.randomUUID().toString());
        }
        return form;
    }

    private Voice voice(SignedIn who, long id, int no) {
        return voices.voice(who, new MatterId(id), no).filter(it -> requests.mayTakeDown(who, it))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Link matter(SignedIn who, Voice voice) {
        Matter matter = voices.workedOn(who, voice).orElseThrow();
        return new Link(MatterNumber.of(matter).printed() + " " + matter.subject().title(), "/matters/" + matter.id().value());
    }

    private FieldErrors told(SignedIn who, VoiceRefusal why) {
        var label = switch (why.field()) {
            case "" -> "";
            case "name", "phone", "email", "address" -> t("intake.reveal." + why.field());
            case "days" -> t("intake.rights.limit.within");
            case "basis", "validFrom" -> t("intake.rights.limit." + why.field());
            default -> t("intake.rights." + why.field());
        };
        return FieldErrors.none().with(why.field(), refusals.of(why, directory.treeOf(who.tenant())), label);
    }

    private static HttpStatus status(FieldErrors errors) {
        return errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }

    private static String text(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static @Nullable String maybe(Map<String, String> sent, String field) {
        var text = text(sent, field);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : Days.typed(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
