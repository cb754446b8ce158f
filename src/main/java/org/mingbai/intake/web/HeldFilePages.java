package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.HeldFile;
import org.mingbai.intake.Quarantine;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.StoredFile;
import org.mingbai.library.web.HandedOut;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Visible;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Deciding on a file that came with a voice and cannot be read here.
@Controller
class HeldFilePages {

    private static final String ONE = "/matters/{id}/voices/{no}/files/{sha256}/apart";

    private final Quarantine quarantine;
    private final Voices voices;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    HeldFilePages(Quarantine quarantine, Voices voices, Ledger ledger, Directory directory, Clock clock) {
        this.quarantine = quarantine;
        this.voices = voices;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    static String state(HeldFile held) {
        return held.decision() == null ? t("intake.apart.waiting") : t("intake.apart.decision." + held.decision());
    }

    @Needs(Right.SEE_MATTERS)
    @GetMapping(ONE)
    ModelAndView one(SignedIn who, @PathVariable long id, @PathVariable int no, @PathVariable String sha256) {
        return View.of("intake/apart", page(who, id, no, there(who, id, no, sha256), "", "", FieldErrors.none()));
    }

    @Needs(Right.LIST_AND_ASSIGN)
    @PostMapping(ONE)
    ModelAndView decide(SignedIn who, @PathVariable long id, @PathVariable int no, @PathVariable String sha256,
            @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason) {
        var held = there(who, id, no, sha256);
        var chosen = Arrays.stream(HeldFile.Decision.values()).filter(it -> it.name().equals(decision)).findFirst().orElse(null);
        return switch (quarantine.decide(who, new MatterId(id), no, sha256, chosen, reason.strip())) {
            case VoiceAnswer.Done<HeldFile> _ -> View.seeOther("/matters/" + id, t("intake.apart.decided", held.file().name()));
            case VoiceAnswer.Refused<HeldFile>(var why) -> View.of("intake/apart",
                    page(who, id, no, there(who, id, no, sha256), decision, reason, told(why, chosen, reason)),
                    why.field().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /// What is missing is told all at once.
    private static FieldErrors told(VoiceRefusal why, HeldFile.@Nullable Decision chosen, String reason) {
        if (!(why instanceof VoiceRefusal.Missing)) {
            return with(FieldErrors.none(), why);
        }
        var errors = chosen == null ? with(FieldErrors.none(), new VoiceRefusal.Missing("decision")) : FieldErrors.none();
        return !Visible.says(reason) ? with(errors, new VoiceRefusal.Missing("reason")) : errors;
    }

    private static FieldErrors with(FieldErrors errors, VoiceRefusal why) {
        return errors.with(why.field(), t(why.key(), why.args().toArray()), why.field().isEmpty() ? "" : t("intake.apart." + why.field()));
    }

    /// For looking at it where it can do no harm; its name warns whoever opens it by mistake.
    @Needs(Right.LIST_AND_ASSIGN)
    @GetMapping(ONE + "/content")
    ResponseEntity<Resource> content(SignedIn who, @PathVariable long id, @PathVariable int no, @PathVariable String sha256) {
        var file = there(who, id, no, sha256).file();
        var bytes = quarantine.toLookAt(who, new MatterId(id), no, sha256).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        voices.opened(who, new MatterId(id), no, file);
        return HandedOut.of(new StoredFile(sha256, file.name() + ".unchecked", VoiceFiles.UNREAD, file.size()), bytes);
    }

    private HeldFile there(SignedIn who, long id, int no, String sha256) {
        return quarantine.file(who, new MatterId(id), no, sha256).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private HeldFilePage page(SignedIn who, long id, int no, HeldFile held, String decision, String reason, FieldErrors errors) {
        boolean open = held.decision() == null && quarantine.mayDecide(who);
        var action = "/matters/" + id + "/voices/" + no + "/files/" + held.file().sha256() + "/apart";
        var decisions = Arrays.stream(HeldFile.Decision.values()).map(it -> new Choice(it.name(), t("intake.apart.decision." + it))).toList();
        return new HeldFilePage(matter(who, id), held.file().name(), facts(who, held), action, open ? decisions : List.of(), decision, reason,
                quarantine.mayDecide(who) ? Optional.of(action + "/content") : Optional.empty(), errors);
    }

    private List<HeldFilePage.Fact> facts(SignedIn who, HeldFile held) {
        var facts = new ArrayList<HeldFilePage.Fact>();
        facts.add(new HeldFilePage.Fact(t("intake.apart.why"), t("intake.apart.why." + held.why())));
        facts.add(new HeldFilePage.Fact(t("intake.apart.since"), day(held.since())));
        facts.add(new HeldFilePage.Fact(t("intake.apart.state"), state(held)));
        if (held.by() != null) {
            var name = Objects.requireNonNullElse(directory.personNames(who.tenant(), List.of(held.by())).get(held.by()), "");
            facts.add(new HeldFilePage.Fact(t("intake.apart.by"), t("intake.apart.by.at", name, day(held.at()))));
            facts.add(new HeldFilePage.Fact(t("intake.apart.reason"), held.reason()));
        }
        return facts;
    }

    private String day(OffsetDateTime at) {
        return Days.full(at.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    private Link matter(SignedIn who, long id) {
        return ledger.matter(who, new MatterId(id)).map(matter -> new Link(matter.subject().title(), "/matters/" + id))
                .orElseGet(() -> new Link(t("intake.apart.matter"), "/matters/" + id));
    }
}
