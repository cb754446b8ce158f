package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Publication;
import org.mingbai.intake.Publishing;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Somebody reads an outcome through and lays it before everybody, or takes it back.
@Controller
@Needs(Right.PUBLISH_OUTCOMES)
class PublishingPages {

    private final Publishing publishing;
    private final Voices voices;
    private final Registers registers;

    PublishingPages(Publishing publishing, Voices voices, Registers registers) {
        this.publishing = publishing;
        this.voices = voices;
        this.registers = registers;
    }

    @GetMapping("/publishing")
    ModelAndView offered(SignedIn who, @RequestParam(required = false) @Nullable Long before) {
        var page = publishing.offered(who, before);
        var rows = page.drafts().stream().map(draft -> new PublishingPage.Row(draft.matter().id().value(),
                MatterNumber.of(draft.matter()).printed(), draft.matter().subject().title(), draft.closedOn(), t("intake.outcome." + draft.outcome()),
                draft.released().isPresent())).toList();
        var pager = new Pager(before == null ? Optional.empty() : Optional.of("/publishing"), page.older().map(id -> "/publishing?before=" + id),
                t("intake.publishing.shown", rows.size()));
        return View.of("intake/publishing", new PublishingPage.Offered(rows, pager, before != null || page.older().isPresent(),
                registers.of(who.tenant()).stream().anyMatch(Register::published)));
    }

    @GetMapping("/publishing/{id}")
    ModelAndView form(SignedIn who, @PathVariable long id) {
        var draft = draft(who, id);
        var proposed = draft.released().map(it -> new Publishing.Release(it.title(), it.text(), it.place() == null ? "" : it.place(), List.of(), List.of()))
                .orElseGet(() -> new Publishing.Release(draft.matter().subject().title(), draft.text(),
                        draft.matter().subject().place() == null ? "" : draft.matter().subject().place(), List.of(), List.of()));
        return View.of("intake/publish", page(who, draft, proposed, FieldErrors.none()));
    }

    @PostMapping("/publishing/{id}")
    ModelAndView release(SignedIn who, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
        var said = new Publishing.Release(one(sent, "title"), one(sent, "text"), one(sent, "place"), sent.getOrDefault("before", List.of()),
                sent.getOrDefault("after", List.of()));
        return switch (publishing.release(who, new MatterId(id), said)) {
            case VoiceAnswer.Done<Publication> _ -> View.seeOther("/publishing", t("intake.publishing.released"));
            case VoiceAnswer.Refused<Publication>(var why) -> View.of("intake/publish", page(who, draft(who, id), said,
                    FieldErrors.none().with(why.field(), t(why.key(), why.args().toArray()))), why instanceof VoiceRefusal.AtField
                            ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/publishing/{id}/withdrawal")
    ModelAndView takeBack(SignedIn who, @PathVariable long id) {
        return switch (publishing.takeBack(who, new MatterId(id))) {
            case VoiceAnswer.Done<MatterId> _ -> View.seeOther("/publishing", t("intake.publishing.taken-back"));
            case VoiceAnswer.Refused<MatterId> _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Publishing.Draft draft(SignedIn who, long id) {
        return publishing.draft(who, new MatterId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PublishingPage page(SignedIn who, Publishing.Draft draft, Publishing.Release typed, FieldErrors errors) {
        var before = voices.of(who, draft.matter().id()).stream().flatMap(seen -> seen.files().stream()
                .filter(draft.before()::contains)
                .map(file -> new PublishingPage.Picture(file.sha256(), file.name(), VoiceFiles.href(seen.voice(), file),
                        typed.before().contains(file.sha256())))).distinct().toList();
        var after = draft.after().stream().map(file -> new PublishingPage.Picture(file.sha256(), file.name(),
                "/matters/" + draft.matter().id().value() + "/files/" + file.sha256(), typed.after().contains(file.sha256()))).toList();
        return new PublishingPage(draft, typed, before, after, errors);
    }

    private static String one(MultiValueMap<String, String> sent, String field) {
        return Optional.ofNullable(sent.getFirst(field)).orElse("").replace("\r\n", "\n").strip();
    }
}
