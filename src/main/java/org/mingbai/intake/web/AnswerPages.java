package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.AnswerAtHand;
import org.mingbai.intake.AnswerDraft;
import org.mingbai.intake.AnswersAtHand;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.Matter;
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
import org.springframework.web.util.UriComponentsBuilder;

/// The answers kept at hand: who works at the desk reads them, units write them, others approve them.
@Controller
class AnswerPages {

    private static final String ALL = "/answers";
    private static final int PAGE = 50;

    private final AnswersAtHand answers;
    private final Directory directory;
    private final RefusalsTold refusals;
    private final Clock clock;

    AnswerPages(AnswersAtHand answers, Directory directory, RefusalsTold refusals, Clock clock) {
        this.answers = answers;
        this.directory = directory;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping(ALL)
    @Needs(Right.RAISE)
    ModelAndView list(SignedIn who, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") long after) {
        var words = q.replace("\0", "").strip();
        var found = answers.latest(who.tenant(), words, Math.max(0, after), PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var next = found.size() > PAGE ? Optional.of(UriComponentsBuilder.fromPath(ALL).queryParam("q", "{q}").queryParam("after", shown.getLast().no())
                .encode().buildAndExpand(words).toUriString()) : Optional.<String>empty();
        return View.of("intake/answers", new AnswerList(words, rows(who, shown), rows(who, answers.waitingFor(who)),
                Access.may(who, Right.WRITE_ANSWERS), next));
    }

    @GetMapping(ALL + "/new")
    @Needs(Right.WRITE_ANSWERS)
    ModelAndView blank(SignedIn who) {
        return View.of("intake/answer", page(who, List.of(), Map.of("validFrom", LocalDate.now(clock).toString(), "unit", ownUnit(who)), FieldErrors.none()));
    }

    @PostMapping(ALL)
    @Needs(Right.WRITE_ANSWERS)
    ModelAndView write(SignedIn who, @RequestParam Map<String, String> sent) {
        return faultIn(sent).map(errors -> refused(who, List.of(), sent, errors))
                .orElseGet(() -> switch (answers.write(who, draft(sent))) {
                    case VoiceAnswer.Done(var it) -> View.seeOther(ALL + "/" + it.no(), t("intake.answers.written"));
                    case VoiceAnswer.Refused(var why) -> refused(who, List.of(), sent, told(who, why));
                });
    }

    @GetMapping(ALL + "/{no}")
    @Needs(Right.RAISE)
    ModelAndView one(SignedIn who, @PathVariable long no) {
        var versions = answers.versions(who.tenant(), no);
        return View.of("intake/answer", page(who, there(versions), typed(versions.getFirst()), FieldErrors.none()));
    }

    @PostMapping(ALL + "/{no}")
    @Needs(Right.WRITE_ANSWERS)
    ModelAndView change(SignedIn who, @PathVariable long no, @RequestParam Map<String, String> sent) {
        var versions = there(answers.versions(who.tenant(), no));
        return faultIn(sent).map(errors -> refused(who, versions, sent, errors))
                .orElseGet(() -> switch (answers.change(who, no, number(sent.get("seen")), draft(sent))) {
                    case VoiceAnswer.Done(var it) -> View.seeOther(ALL + "/" + it.no(), t("intake.answers.written"));
                    case VoiceAnswer.Refused(var why) -> refused(who, versions, sent, told(who, why));
                });
    }

    @PostMapping(ALL + "/{no}/approval")
    @Needs(Right.APPROVE_ANSWERS)
    ModelAndView approve(SignedIn who, @PathVariable long no, @RequestParam(defaultValue = "") String version) {
        return decided(who, no, answers.approve(who, no, number(version)), t("intake.answers.approved"));
    }

    @PostMapping(ALL + "/{no}/ending")
    @Needs(Right.WRITE_ANSWERS)
    ModelAndView end(SignedIn who, @PathVariable long no) {
        return decided(who, no, answers.end(who, no), t("intake.answers.ended"));
    }

    private static List<AnswerAtHand> there(List<AnswerAtHand> versions) {
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return versions;
    }

    private ModelAndView decided(SignedIn who, long no, VoiceAnswer<AnswerAtHand> answer, String notice) {
        return switch (answer) {
            case VoiceAnswer.Done(_) -> View.seeOther(ALL + "/" + no, notice);
            case VoiceAnswer.Refused(var why) -> {
                var versions = there(answers.versions(who.tenant(), no));
                yield refused(who, versions, typed(versions.getFirst()), told(who, why));
            }
        };
    }

    private static Optional<FieldErrors> faultIn(Map<String, String> sent) {
        return Stream.of("validFrom", "validUntil").filter(field -> !text(sent, field).isEmpty() && day(sent, field) == null).findFirst()
                .map(field -> FieldErrors.none().with(field, t("intake.answers.no-day"), t("intake.answers." + field)));
    }

    private static AnswerDraft draft(Map<String, String> sent) {
        var unit = text(sent, "unit");
        return new AnswerDraft(text(sent, "question"), text(sent, "answer"), text(sent, "basis"),
                unit.matches("[0-9]{1,18}") ? new OrganisationId(Long.parseLong(unit)) : null,
                day(sent, "validFrom"), day(sent, "validUntil"), FormKey.of(sent.getOrDefault("key", "")));
    }

    private FieldErrors told(SignedIn who, VoiceRefusal why) {
        return FieldErrors.none().with(why.field(), refusals.of(why, directory.treeOf(who.tenant())),
                why.field().isEmpty() ? "" : t("intake.answers." + why.field()));
    }

    private ModelAndView refused(SignedIn who, List<AnswerAtHand> versions, Map<String, String> typed, FieldErrors errors) {
        return View.of("intake/answer", page(who, versions, typed, errors), errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    private AnswerPage page(SignedIn who, List<AnswerAtHand> versions, Map<String, String> typed, FieldErrors errors) {
        var form = new HashMap<>(typed);
        boolean used = form.getOrDefault("key", "").isEmpty() || !errors.atFields() && !versions.isEmpty();
        form.put("key", used ? UUID.randomUUID().toString() : form.get("key"));
        if (versions.isEmpty()) {
            return new AnswerPage("", t("intake.answers.new"), List.of(), List.of(), false, false, true, false, form, units(who), errors);
        }
        var newest = versions.getFirst();
        form.put("seen", Integer.toString(newest.version()));
        var names = directory.personNames(who.tenant(), versions.stream().flatMap(it -> Stream.of(it.writtenBy(), it.approvedBy()))
                .filter(Objects::nonNull).toList());
        var uses = answers.uses(who, List.of(newest.no())).getOrDefault(newest.no(), List.of());
        var told = answers.inForce(who.tenant(), newest.no());
        var tree = directory.treeOf(who.tenant());
        return new AnswerPage(Long.toString(newest.no()), newest.question(), versions.stream().map(it -> new AnswerPage.Version(it.version(), it.question(),
                        it.answer(), it.basis(), unit(tree, it.unit()), validity(it),
                        names.getOrDefault(it.writtenBy(), ""), it.writtenAt(),
                        it.approvedBy() == null ? "" : names.getOrDefault(it.approvedBy(), ""), it.approvedAt(), standing(it, told))).toList(),
                uses.stream().map(AnswerPages::link).toList(), uses.size() == AnswersAtHand.USES_MAX, answers.mayApprove(who, newest),
                !newest.ended() && answers.mayWriteFor(who, newest.unit()), newest.ended(), form, units(who), errors);
    }

    private List<AnswerList.Row> rows(SignedIn who, List<AnswerAtHand> shown) {
        var uses = answers.uses(who, shown.stream().map(AnswerAtHand::no).toList());
        var tree = directory.treeOf(who.tenant());
        return shown.stream().map(it -> {
            int used = uses.getOrDefault(it.no(), List.of()).size();
            return new AnswerList.Row(ALL + "/" + it.no(), it.question(), it.answer(), unit(tree, it.unit()),
                    standing(it, answers.inForce(who.tenant(), it.no())), validity(it), used == AnswersAtHand.USES_MAX ? used + "+" : Integer.toString(used));
        }).toList();
    }

    private String standing(AnswerAtHand it, Optional<AnswerAtHand> told) {
        if (it.ended()) {
            return t("intake.answers.standing.ended");
        }
        if (it.approvedBy() == null) {
            return t("intake.answers.standing.waiting");
        }
        if (told.filter(one -> one.version() == it.version()).isPresent()) {
            return t("intake.answers.standing.told");
        }
        return t(it.validFrom().isAfter(LocalDate.now(clock)) ? "intake.answers.standing.later" : "intake.answers.standing.over");
    }

    private static String validity(AnswerAtHand it) {
        return it.validUntil() == null ? t("intake.answers.validity.open", Days.full(it.validFrom()))
                : t("intake.answers.validity", Days.full(it.validFrom()), Days.full(it.validUntil()));
    }

    private static Map<String, String> typed(AnswerAtHand it) {
        return Map.of("question", it.question(), "answer", it.answer(), "basis", it.basis(), "unit", Long.toString(it.unit().value()),
                "validFrom", it.validFrom().toString(), "validUntil", it.validUntil() == null ? "" : it.validUntil().toString());
    }

    private static String ownUnit(SignedIn who) {
        return Access.unitsWhere(who, Right.WRITE_ANSWERS).stream().findFirst().map(it -> Long.toString(it.value())).orElse("");
    }

    private List<Choice> units(SignedIn who) {
        return directory.organisations(who.tenant()).stream().filter(it -> answers.mayWriteFor(who, it.id()))
                .map(it -> new Choice(Long.toString(it.id().value()), it.name())).sorted(Comparator.comparing(Choice::label)).toList();
    }

    private static String unit(OrganisationTree tree, OrganisationId id) {
        return tree.unit(id).map(OrganisationTree.Unit::name).orElse("");
    }

    private static Link link(Matter matter) {
        return new Link(MatterNumber.of(matter).printed() + " " + matter.subject().title(), "/matters/" + matter.id().value());
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static @Nullable LocalDate day(Map<String, String> sent, String name) {
        try {
            return Days.typed(text(sent, name));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
