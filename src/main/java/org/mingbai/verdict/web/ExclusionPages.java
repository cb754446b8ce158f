package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.library.StoredFile;
import org.mingbai.library.web.HandedOut;
import org.mingbai.library.web.Uploads;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FileChip;
import org.mingbai.shell.page.FormKey;
import org.mingbai.shell.page.Tab;
import org.mingbai.verdict.Answer;
import org.mingbai.verdict.Verdicts;
import org.mingbai.verdict.exclusion.Exclusion;
import org.mingbai.verdict.exclusion.Exclusion.State;
import org.mingbai.verdict.exclusion.ExclusionAnswer;
import org.mingbai.verdict.exclusion.ExclusionRefusal;
import org.mingbai.verdict.exclusion.Exclusions;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Exclusions: the list for everybody who sees the matters, the application of a unit, and the ruling of another.
@Controller
@Needs(Right.SEE_MATTERS)
class ExclusionPages {

    static final String ALL = "/exclusions";
    static final String TO_DECIDE = ALL + "?state=yours";
    private static final int QUOTE_MAX = 40;

    private final Exclusions exclusions;
    private final Verdicts verdicts;
    private final Matters matters;
    private final Directory directory;
    private final Uploads uploads;
    private final Clock clock;

    ExclusionPages(Exclusions exclusions, Verdicts verdicts, Matters matters, Directory directory, Uploads uploads, Clock clock) {
        this.exclusions = exclusions;
        this.verdicts = verdicts;
        this.matters = matters;
        this.directory = directory;
        this.uploads = uploads;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView list(SignedIn who, @RequestParam(defaultValue = "") String state) {
        var asked = one(State.values(), state.toUpperCase(Locale.ROOT));
        boolean yours = state.equals("yours");
        var toDecide = exclusions.toDecide(who);
        var all = exclusions.latest(who);
        var tabs = new ArrayList<Tab>();
        if (Access.may(who, Right.DECIDE_EXCLUSION)) {
            tabs.add(new Tab(t("verdict.exclusion.yours"), TO_DECIDE, yours, OptionalLong.of(toDecide.size())));
        }
        tabs.add(new Tab(t("verdict.exclusion.all"), ALL, asked.isEmpty() && !yours, OptionalLong.of(all.size())));
        for (var one : State.values()) {
            tabs.add(new Tab(t("verdict.exclusion.state." + one), ALL + "?state=" + one.name().toLowerCase(Locale.ROOT), asked.filter(one::equals).isPresent(),
                    OptionalLong.of(all.stream().filter(it -> it.state() == one).count())));
        }
        var shown = yours ? toDecide : all.stream().filter(it -> asked.isEmpty() || it.state() == asked.get()).toList();
        var tree = directory.treeOf(who.tenant());
        var titles = matters.these(who, shown.stream().map(Exclusion::matter).distinct().toList());
        var rows = shown.stream().map(it -> new ExclusionListPage.Row(new Link(title(titles, it.matter()), ALL + "/" + it.id()), name(tree, it.unit()),
                t("ledger.exclusion." + it.reason()), t("verdict.exclusion.state." + it.state()),
                Days.full(it.askedAt().atZoneSameInstant(clock.getZone()).toLocalDate()),
                toDecide.stream().anyMatch(one -> one.id() == it.id()))).toList();
        return View.of("verdict/exclusions", new ExclusionListPage(tabs, rows));
    }

    private static String title(List<Matter> all, MatterId id) {
        return all.stream().filter(matter -> matter.id().equals(id)).map(matter -> matter.subject().title()).findFirst().orElse("");
    }

    @GetMapping(ALL + "/new")
    @Needs(Right.ASK_EXCLUSION)
    ModelAndView form(SignedIn who, @RequestParam(defaultValue = "0") long matter, @RequestParam(defaultValue = "0") int verdict) {
        var answer = answer(who, matter, verdict);
        var why = exclusions.whyNot(who, answer);
        var errors = why.map(no -> FieldErrors.none().with("", say(no))).orElse(FieldErrors.none());
        var form = form(who, answer, "", "", "", List.of(), UUID.randomUUID().toString(), errors);
        return why.isEmpty() ? View.of("verdict/exclusionform", form) : View.of("verdict/exclusionform", form, HttpStatus.CONFLICT);
    }

    private Answer answer(SignedIn who, long matter, int askedSeq) {
        return verdicts.ofMatter(who, new MatterId(matter)).stream().filter(it -> it.askedSeq() == askedSeq).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ExclusionForm form(SignedIn who, Answer answer, String reason, String words, String evidence, List<StoredFile> files, String key,
            FieldErrors errors) {
        var matter = matters.these(who, List.of(answer.matter())).getFirst();
        var reasons = Arrays.stream(Exclusion.Reason.values()).map(one -> new Choice(one.name(), t("ledger.exclusion." + one))).toList();
        var entries = exclusions.evidence(who, answer.matter()).reversed().stream()
                .map(line -> new Choice(Integer.toString(line.seq()), entry(line))).toList();
        return new ExclusionForm(link(matter), RatesPages.said(answer), Long.toString(answer.matter().value()), Integer.toString(answer.askedSeq()), reasons,
                reason, words, entries, evidence, files.stream().map(file -> new Choice(file.sha256() + " " + file.name(), file.name())).toList(), key, errors);
    }

    private String entry(Line line) {
        var quote = switch (line.entry()) {
            case Entry.EvidenceAttached e -> e.note() == null ? e.files().stream().map(file -> file.name()).findFirst().orElse("") : e.note();
            case Entry.ProgressReported e -> e.text();
            case Entry.Contacted e -> e.words();
            case Entry.Told e -> e.received();
            case Entry.Noted e -> e.text();
            case Entry.Redirected e -> e.reason();
            case Entry.Joined e -> t("ledger.matter.numbered", e.other().value());
            default -> "";
        };
        var text = quote.codePointCount(0, quote.length()) > QUOTE_MAX ? quote.substring(0, quote.offsetByCodePoints(0, QUOTE_MAX)) + "…" : quote;
        return t("verdict.exclusion.entry", line.seq(), Days.full(line.day()), t("verdict.exclusion.entry." + line.entry().getClass().getSimpleName()), text);
    }

    @PostMapping(ALL)
    @Needs(Right.ASK_EXCLUSION)
    ModelAndView ask(SignedIn who, @RequestParam(defaultValue = "0") long matter, @RequestParam(defaultValue = "0") int verdict,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String evidence,
            @RequestParam(required = false) @Nullable List<String> kept, @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String key) {
        var said = text(words);
        var taken = uploads.take(who, Objects.requireNonNullElse(kept, List.of()), Objects.requireNonNullElse(files, List.of()));
        if (taken.errors().any()) {
            return View.of("verdict/exclusionform", form(who, answer(who, matter, verdict), reason, said, evidence, taken.files(), key, taken.errors()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var asked = new Exclusions.Asked(new MatterId(matter), verdict, one(Exclusion.Reason.values(), reason).orElse(null), said,
                evidence.matches("[0-9]{1,9}") ? Integer.valueOf(evidence) : null, taken.files());
        return switch (exclusions.ask(who, asked, FormKey.of(key))) {
            case ExclusionAnswer.Done(var done) -> View.seeOther(ALL + "/" + done.id(), t("verdict.exclusion.done.ASKED"));
            case ExclusionAnswer.Refused(ExclusionRefusal.NoSuchVerdict _) -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case ExclusionAnswer.Refused(var why) -> View.of("verdict/exclusionform",
                    form(who, answer(who, matter, verdict), reason, said, evidence, taken.files(), key, errors(why)), status(why));
        };
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView one(SignedIn who, @PathVariable long id) {
        return View.of("verdict/exclusion", page(who, id, "", "", "", UUID.randomUUID().toString(), FieldErrors.none()));
    }

    private ExclusionPage page(SignedIn who, long id, String ruling, String words, String told, String key, FieldErrors errors) {
        var it = exclusions.find(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var tree = directory.treeOf(who.tenant());
        var matter = matters.these(who, List.of(it.matter())).getFirst();
        var verdict = verdicts.ofMatter(who, it.matter()).stream().filter(answer -> answer.askedSeq() == it.askedSeq()).findFirst().map(RatesPages::said)
                .orElse("");
        var rulings = it.rulings().stream().map(one -> new ExclusionPage.Ruled(one.at(), name(tree, one.unit()), t("verdict.exclusion.state." + one.ruling()),
                one.words(), one.told() == null ? "" : one.told())).toList();
        var possible = possible(who, it);
        return new ExclusionPage(ALL + "/" + id + "/rulings", link(matter), name(tree, it.unit()), verdict, t("ledger.exclusion." + it.reason()), it.words(),
                it.evidenceSeq() == null ? null : new Link(t("verdict.exclusion.evidence.at", it.evidenceSeq()), "/matters/" + it.matter().value()),
                it.files().stream().map(file -> new FileChip(file.name(), ALL + "/" + id + "/files/" + file.sha256(), file.size(), file.sha256())).toList(),
                it.askedAt(),
                t("verdict.exclusion.state." + it.state()), rulings, it.state() == State.ASKED ? t("verdict.exclusion.who-decides") : "",
                possible.isEmpty() ? Optional.empty() : Optional.of(new ExclusionPage.Form(
                        possible.stream().map(one -> new Choice(one.name(), t("verdict.exclusion.verb." + one))).toList(), ruling, words, told, key, errors)));
    }

    @GetMapping(ALL + "/{id}/files/{sha256}")
    ResponseEntity<Resource> file(SignedIn who, @PathVariable long id, @PathVariable String sha256) {
        return exclusions.file(who, id, sha256).map(found -> HandedOut.of(found.file(), found.bytes()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<State> possible(SignedIn who, Exclusion it) {
        return Stream.of(State.AGREED, State.REFUSED, State.WITHDRAWN).filter(state -> state == State.WITHDRAWN ? it.live() : it.state() == State.ASKED)
                .filter(state -> exclusions.seatFor(who, it, state).isPresent()).toList();
    }

    /// Whoever asked may take it back, so asking is enough to come here; whether they may rule so is the verb's to say.
    @PostMapping(ALL + "/{id}/rulings")
    @Needs(Right.ACT_ON_MATTERS)
    ModelAndView rule(SignedIn who, Keeper by, @PathVariable long id, @RequestParam(defaultValue = "") String ruling,
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String told, @RequestParam(defaultValue = "") String key) {
        var state = one(State.values(), ruling).filter(it -> it != State.ASKED);
        if (state.isEmpty()) {
            return View.of("verdict/exclusion", page(who, id, ruling, text(words), text(told), key,
                    errors(new ExclusionRefusal.Missing("ruling"))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (exclusions.rule(who, by, id, new Exclusions.Ruled(state.get(), text(words), text(told)), FormKey.of(key))) {
            case ExclusionAnswer.Done _ -> View.seeOther(ALL + "/" + id, t("verdict.exclusion.done." + state.get()));
            case ExclusionAnswer.Refused(ExclusionRefusal.NoSuchExclusion _) -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case ExclusionAnswer.Refused(var why) -> View.of("verdict/exclusion", page(who, id, ruling, text(words), text(told), key, errors(why)),
                    status(why));
        };
    }

    private static Link link(Matter matter) {
        return new Link(matter.subject().title(), "/matters/" + matter.id().value());
    }

    private static String text(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    private static FieldErrors errors(ExclusionRefusal why) {
        return FieldErrors.none().with(why.at(), say(why), why.at().isEmpty() ? "" : t("verdict.exclusion." + why.at()));
    }

    private static HttpStatus status(ExclusionRefusal why) {
        return why.at().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static String say(ExclusionRefusal why) {
        var key = "verdict.exclusion.refusal." + why.getClass().getSimpleName();
        return switch (why) {
            case ExclusionRefusal.TooLong(_, var max) -> t(key, max);
            case ExclusionRefusal.TooManyFiles(_, var max) -> t(key, max);
            default -> t(key);
        };
    }

    private static String name(OrganisationTree tree, @Nullable OrganisationId unit) {
        return unit == null ? "" : tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
