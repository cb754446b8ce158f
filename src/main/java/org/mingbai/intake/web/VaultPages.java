package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Vault;
import org.mingbai.intake.VaultAct;
import org.mingbai.intake.VaultFilter;
import org.mingbai.intake.VaultLine;
import org.mingbai.intake.Voice;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.shell.page.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Looking at who raised a matter, and the log of who looked.
@Controller
class VaultPages {

    private static final int PAGE_ROWS = 100;
    private static final int MOST = 5;
    private static final List<String> FILTER = List.of("person", "act", "from", "until", "before");

    private final Vault vault;
    private final Voices voices;
    private final Directory directory;
    private final Clock clock;

    VaultPages(Vault vault, Voices voices, Directory directory, Clock clock) {
        this.vault = vault;
        this.voices = voices;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/matters/{id}/voices/{no}/identity")
    @Needs(Right.REVEAL_REPORTER)
    ModelAndView form(SignedIn who, @PathVariable long id, @PathVariable int no) {
        var voice = voice(who, id, no);
        return View.of("intake/reveal", new RevealPage(matter(who, voice), action(voice), "", UUID.randomUUID().toString(), FieldErrors.none()));
    }

    /// Answered on the spot, not by another page: what is shown has no address it could be opened at again.
    @PostMapping("/matters/{id}/voices/{no}/identity")
    @Needs(Right.REVEAL_REPORTER)
    ModelAndView reveal(SignedIn who, @PathVariable long id, @PathVariable int no, @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String key) {
        var voice = voice(who, id, no);
        return switch (vault.reveal(who, voice.matter(), no, purpose.strip(), FormKey.of(key))) {
            case VoiceAnswer.Done(var identity) -> View.of("intake/revealed", new RevealedPage(matter(who, voice), purpose.strip(), identity));
            case VoiceAnswer.Refused(var why) -> refused(who, voice, purpose, key, why);
        };
    }

    private ModelAndView refused(SignedIn who, Voice voice, String purpose, String key, VoiceRefusal why) {
        var errors = FieldErrors.none().with(why.field(), said(why), why.field().isEmpty() ? "" : t("intake.reveal.purpose"));
        var next = why instanceof VoiceRefusal.RevealedAlready || key.isEmpty() ? UUID.randomUUID().toString() : key;
        return View.of("intake/reveal", new RevealPage(matter(who, voice), action(voice), purpose, next, errors),
                errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    private static String said(VoiceRefusal why) {
        return why instanceof VoiceRefusal.OfLedger(var of) && of instanceof org.mingbai.ledger.Refusal.Missing ? t("intake.refusal.Missing")
                : t(why.key(), why.args().toArray());
    }

    @GetMapping("/vault-log")
    @Needs(Right.SEE_VAULT_LOG)
    ModelAndView log(SignedIn who, @RequestParam Map<String, String> asked) {
        var errors = Stream.of("from", "until").filter(field -> !text(asked, field).isEmpty() && day(asked, field) == null)
                .reduce(FieldErrors.none(), (found, field) -> found.with(field, t("intake.vault.no-day"), t("intake.vault." + field)), (one, _) -> one);
        var filter = new VaultFilter(number(asked, "person").map(PersonId::new).orElse(null), act(asked), start(day(asked, "from"), 0),
                start(day(asked, "until"), 1));
        var before = number(asked, "before");
        var lines = vault.log(who, filter, before, PAGE_ROWS);
        var looks = vault.looks(who, filter).entrySet().stream()
                .sorted(Map.Entry.<PersonId, Integer>comparingByValue().reversed().thenComparing(it -> it.getKey().value())).toList();
        var names = directory.personNames(who.tenant(), Stream.concat(lines.stream().flatMap(line -> line.by().stream()),
                looks.stream().map(Map.Entry::getKey)).distinct().toList());
        var older = lines.isEmpty() ? Optional.<String>empty() : Optional.of(lines.getLast().id())
                .filter(id -> !vault.log(who, filter, Optional.of(id), 1).isEmpty()).map(id -> href(asked, "before", id.toString()));
        var most = looks.stream().limit(MOST).map(it -> new VaultLogPage.Most(new Link(names.getOrDefault(it.getKey(), ""),
                href(asked, "person", Long.toString(it.getKey().value()))), it.getValue())).toList();
        return View.of("intake/vaultlog", new VaultLogPage(lines.stream().map(line -> row(line, names)).toList(), most,
                looks.stream().map(it -> new Choice(Long.toString(it.getKey().value()), names.getOrDefault(it.getKey(), ""))).toList(),
                Arrays.stream(VaultAct.values()).map(act -> new Choice(act.name(), t("intake.vault.act." + act))).toList(), asked, errors,
                new Pager(before.map(_ -> href(asked, "before", "")), older, t("intake.vault.shown", lines.size()))),
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /// The same filter, with one part of it set otherwise.
    private static String href(Map<String, String> asked, String part, String value) {
        var parts = new TreeMap<String, String>();
        FILTER.forEach(name -> parts.put(name, text(asked, name)));
        parts.remove("before");
        parts.put(part, value);
        var uri = UriComponentsBuilder.fromPath("/vault-log");
        parts.values().removeIf(String::isEmpty);
        parts.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(parts).toUriString();
    }

    private static String text(Map<String, String> asked, String field) {
        return asked.getOrDefault(field, "").replace("\0", "").strip();
    }

    private static Optional<Long> number(Map<String, String> asked, String field) {
        return Optional.of(text(asked, field)).filter(it -> it.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    private static @Nullable VaultAct act(Map<String, String> asked) {
        return Arrays.stream(VaultAct.values()).filter(it -> it.name().equals(asked.get("act"))).findFirst().orElse(null);
    }

    private static @Nullable LocalDate day(Map<String, String> asked, String field) {
        try {
            return text(asked, field).isEmpty() ? null : Days.typed(text(asked, field));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private @Nullable OffsetDateTime start(@Nullable LocalDate day, int later) {
        return day == null ? null : day.plusDays(later).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static VaultLogPage.Row row(VaultLine line, Map<PersonId, String> names) {
        var matter = line.matter().map(id -> new Link(line.voice().map(no -> t("intake.vault.number", Long.toString(id.value()), no))
                .orElseGet(() -> t("ledger.matter.numbered", Long.toString(id.value()))), "/matters/" + id.value()));
        var by = line.by().map(names::get).orElseGet(() -> t(line.act() == VaultAct.DISCLOSED ? "intake.vault.themselves" : "intake.vault.program"));
        return new VaultLogPage.Row(line.at(), by, t("intake.vault.act." + line.act()), matter, isKey(line.act()) ? t(line.purpose()) : line.purpose());
    }

    /// Of these the log keeps which words it is, not the words.
    private static boolean isKey(VaultAct act) {
        return act == VaultAct.REFUSED || act == VaultAct.REQUESTED || act == VaultAct.DISCLOSED
                || act == VaultAct.ADDRESSED;
    }

    private Voice voice(SignedIn who, long id, int no) {
        return voices.voice(who, new MatterId(id), no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// The page they came from: where it was joined to another, the reader may see only that one.
    private Link matter(SignedIn who, Voice voice) {
        return voices.workedOn(who, voice).map(matter -> new Link(matter.subject().title(), "/matters/" + matter.id().value())).orElseThrow();
    }

    private static String action(Voice voice) {
        return "/matters/" + voice.matter().value() + "/voices/" + voice.no() + "/identity";
    }
}
