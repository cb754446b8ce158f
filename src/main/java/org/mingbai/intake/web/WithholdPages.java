package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Vault;
import org.mingbai.intake.Voice;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.Voices;
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

/// Makes the code of a receipt tell nothing any more: it fell into other hands, or following it would put somebody in danger.
@Controller
@Needs(Right.REVEAL_GUARDED)
class WithholdPages {

    private final Vault vault;
    private final Voices voices;

    WithholdPages(Vault vault, Voices voices) {
        this.vault = vault;
        this.voices = voices;
    }

    @GetMapping("/matters/{id}/voices/{no}/withholding")
    ModelAndView form(SignedIn who, @PathVariable long id, @PathVariable int no) {
        return View.of("intake/withhold", page(who, voice(who, id, no), "", FieldErrors.none()));
    }

    @PostMapping("/matters/{id}/voices/{no}/withholding")
    ModelAndView withhold(SignedIn who, @PathVariable long id, @PathVariable int no, @RequestParam(defaultValue = "") String reason) {
        var voice = voice(who, id, no);
        return switch (vault.withhold(who, voice.matter(), no, reason.strip())) {
            case VoiceAnswer.Done<Voice> _ -> View.seeOther(matter(who, voice).href(), t("intake.withhold.done"));
            case VoiceAnswer.Refused<Voice>(var why) -> {
                var errors = FieldErrors.none().with(why.field(), t(why.key(), why.args().toArray()), why.field().isEmpty() ? "" : t("intake.withhold.reason"));
                yield View.of("intake/withhold", page(who, voice, reason, errors),
                        errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            }
        };
    }

    private Voice voice(SignedIn who, long id, int no) {
        return voices.voice(who, new MatterId(id), no).filter(voice -> vault.mayWithhold(who, voice))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private WithholdPage page(SignedIn who, Voice voice, String reason, FieldErrors errors) {
        return new WithholdPage(matter(who, voice), "/matters/" + voice.matter().value() + "/voices/" + voice.no() + "/withholding", reason, errors);
    }

    private Link matter(SignedIn who, Voice voice) {
        var matter = voices.workedOn(who, voice).orElseThrow();
        return new Link(matter.subject().heading(), "/matters/" + matter.id().value());
    }
}
