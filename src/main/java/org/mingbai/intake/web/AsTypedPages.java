package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.AsTyped;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Opening for a purpose what another unit took down.
@Controller
@Needs(Right.REVEAL_REPORTER)
class AsTypedPages {

    private final AsTyped texts;
    private final Ledger ledger;

    AsTypedPages(AsTyped texts, Ledger ledger) {
        this.texts = texts;
        this.ledger = ledger;
    }

    @GetMapping("/matters/{id}/as-typed")
    ModelAndView form(SignedIn who, @PathVariable long id) {
        return form(matter(who, id), "", FieldErrors.none(), HttpStatus.OK);
    }

    /// Answered on the spot, as who raised it is: what is shown has no address it could be opened at again.
    @PostMapping("/matters/{id}/as-typed")
    ModelAndView open(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String purpose) {
        var matter = matter(who, id);
        return switch (texts.open(who, new MatterId(id), purpose.strip())) {
            case VoiceAnswer.Done(var opened) -> View.of("intake/astyped", new AsTypedPage(matter, purpose.strip(), List.copyOf(opened)));
            case VoiceAnswer.Refused(var why) -> form(matter, purpose, said(why),
                    why.field().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView form(Link matter, String purpose, FieldErrors errors, HttpStatus status) {
        return View.of("intake/unmask", new RevealPage(matter, matter.href() + "/as-typed", purpose, "", errors), status);
    }

    private static FieldErrors said(VoiceRefusal why) {
        return FieldErrors.none().with(why.field(), t(why.key(), why.args().toArray()), why.field().isEmpty() ? "" : t("intake.reveal.purpose"));
    }

    private Link matter(SignedIn who, long id) {
        return ledger.matter(who, new MatterId(id)).map(matter -> new Link(matter.subject().title(), "/matters/" + id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
