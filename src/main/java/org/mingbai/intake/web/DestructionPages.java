package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Destruction;
import org.mingbai.intake.Destructions;
import org.mingbai.intake.Voice;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who is kept longer than they were to be is destroyed here, by two people.
@Controller
@Needs(Right.KEEP_REQUESTS)
class DestructionPages {

    private static final String ALL = "/rights/destruction";
    private static final int DECIDED_SHOWN = 50;
    private static final Pattern VALUE = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");

    private final Destructions destructions;
    private final Voices voices;
    private final Directory directory;
    private final RefusalsTold refusals;
    private final Clock clock;

    DestructionPages(Destructions destructions, Voices voices, Directory directory, RefusalsTold refusals, Clock clock) {
        this.destructions = destructions;
        this.voices = voices;
        this.directory = directory;
        this.refusals = refusals;
        this.clock = clock;
    }

    /// What was typed into a form and what is wrong with it.
    /// @param at the proposal whose form it was; nothing for the form of a proposal
    private record Typed(Set<String> chosen, String reason, long at, String decision, FieldErrors errors) {

        static final Typed NOTHING = new Typed(Set.of(), "", 0, "", FieldErrors.none());
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who) {
        return View.of("intake/destructions", page(who, Typed.NOTHING));
    }

    @PostMapping(ALL)
    ModelAndView propose(SignedIn who, @RequestParam(required = false) List<String> chosen, @RequestParam(defaultValue = "") String reason) {
        var values = new LinkedHashSet<>(chosen == null ? List.of() : chosen);
        var which = values.stream().map(VALUE::matcher).filter(it -> it.matches())
                .map(it -> new Destructions.Which(new MatterId(Long.parseLong(it.group(1))), Integer.parseInt(it.group(2))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return switch (destructions.propose(who, which, plain(reason))) {
            case VoiceAnswer.Done<Integer>(var count) -> View.seeOther(ALL, t("intake.destruction.proposed", count));
            case VoiceAnswer.Refused<Integer>(var why) -> {
                var errors = told(who, why, why.field());
                yield View.of("intake/destructions", page(who, new Typed(values, plain(reason), 0, "", errors)), status(errors));
            }
        };
    }

    @PostMapping(ALL + "/{no}/destroyed")
    ModelAndView carryOut(SignedIn who, @PathVariable long no) {
        return after(who, no, destructions.carryOut(who, no), "");
    }

    @PostMapping(ALL + "/{no}/refused")
    ModelAndView refuse(SignedIn who, @PathVariable long no, @RequestParam Map<String, String> sent) {
        var decision = plain(sent.getOrDefault("decision" + no, ""));
        return after(who, no, destructions.refuse(who, no, decision), decision);
    }

    private ModelAndView after(SignedIn who, long no, VoiceAnswer<Destruction> answer, String decision) {
        return switch (answer) {
            case VoiceAnswer.Done<Destruction>(var it) -> View.seeOther(ALL, t("intake.destruction.done." + it.outcome()));
            case VoiceAnswer.Refused<Destruction>(var why) -> {
                var errors = told(who, why, why.field().isEmpty() ? "" : "decision" + no);
                yield View.of("intake/destructions", page(who, new Typed(Set.of(), "", no, decision, errors)), status(errors));
            }
        };
    }

    private DestructionsPage page(SignedIn who, Typed typed) {
        var waiting = destructions.waiting(who);
        var decided = destructions.decided(who, DECIDED_SHOWN);
        var names = directory.personNames(who.tenant(), Stream.concat(waiting.stream(), decided.stream())
                .flatMap(it -> Stream.of(it.proposedBy(), it.decidedBy())).filter(Objects::nonNull).distinct().toList());
        var tree = directory.treeOf(who.tenant());
        return new DestructionsPage(
                destructions.overdue(who).stream().map(it -> new DestructionsPage.Overdue(it.voice().matter().value() + "-" + it.voice().no(),
                        matter(who, it.voice()).label(), voice(it.voice()), Days.full(it.until()),
                        it.hindrance().map(why -> refusals.of(why, tree)).orElse(""))).toList(),
                waiting.stream().map(it -> waiting(who, it, names, typed)).toList(),
                decided.stream().map(it -> decided(who, it, names)).toList(), typed.chosen(),
                typed.reason().isEmpty() && (typed.at() > 0 || !typed.errors().any()) ? t("intake.destruction.reason.law") : typed.reason(), typed.errors());
    }

    private DestructionsPage.Waiting waiting(SignedIn who, Destruction it, Map<PersonId, String> names, Typed typed) {
        var voice = destructions.voiceOf(who, it);
        return new DestructionsPage.Waiting(it.no(), matter(who, voice), voice(voice), Days.full(it.keptUntil()),
                t("intake.destruction.by", names.getOrDefault(it.proposedBy(), ""), day(it.proposedAt())), it.reason(), it.proposedBy().equals(who.person()),
                typed.at() == it.no() ? typed.decision() : "");
    }

    private DestructionsPage.Decided decided(SignedIn who, Destruction it, Map<PersonId, String> names) {
        var voice = destructions.voiceOf(who, it);
        return new DestructionsPage.Decided(matter(who, voice), voice(voice), t("intake.destruction.outcome." + it.outcome(),
                names.getOrDefault(it.decidedBy(), ""), day(Objects.requireNonNull(it.decidedAt())), names.getOrDefault(it.proposedBy(), "")),
                it.decision() == null ? it.reason() : it.decision());
    }

    private Link matter(SignedIn who, Voice voice) {
        var matter = voices.workedOn(who, voice).orElseThrow();
        return new Link(MatterNumber.of(matter).printed() + " " + matter.subject().title(), "/matters/" + matter.id().value());
    }

    private String voice(Voice voice) {
        return t("intake.destruction.voice", voice.no(), day(voice.receivedAt()));
    }

    private String day(OffsetDateTime at) {
        return Days.full(at.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    /// @param at the field of the page it concerns
    private FieldErrors told(SignedIn who, VoiceRefusal why, String at) {
        return FieldErrors.none().with(at, refusals.of(why, directory.treeOf(who.tenant())),
                why.field().isEmpty() ? "" : t("intake.destruction." + why.field()));
    }

    private static HttpStatus status(FieldErrors errors) {
        return errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").replace("\0", "").strip();
    }
}
