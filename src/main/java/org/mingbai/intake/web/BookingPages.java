package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.util.Optional;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.ReceptionWords;
import org.mingbai.intake.Receptions;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
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

/// A clerk books a time on a reception day for somebody who raised something, or calls it off.
@Controller
@Needs(Right.RAISE)
class BookingPages {

    private final Receptions receptions;
    private final Directory directory;
    private final RefusalsTold refusals;

    BookingPages(Receptions receptions, Directory directory, RefusalsTold refusals) {
        this.receptions = receptions;
        this.directory = directory;
        this.refusals = refusals;
    }

    @GetMapping("/matters/{id}/voices/{no}/reception")
    ModelAndView blank(SignedIn who, @PathVariable long id, @PathVariable int no) {
        return View.of("intake/booking", page(who, id, no, "", FieldErrors.none()));
    }

    @PostMapping("/matters/{id}/voices/{no}/reception")
    ModelAndView book(SignedIn who, @PathVariable long id, @PathVariable int no, @RequestParam(defaultValue = "") String slot) {
        var chosen = ReceptionWords.chosen(slot);
        var answer = receptions.book(who, new MatterId(id), no, chosen.map(ReceptionWords.Chosen::day).orElse(0L),
                chosen.map(ReceptionWords.Chosen::slot).orElse(null));
        return after(who, id, no, answer, slot, "intake.reception.own.done");
    }

    @PostMapping("/matters/{id}/voices/{no}/reception/cancelled")
    ModelAndView cancel(SignedIn who, @PathVariable long id, @PathVariable int no) {
        return after(who, id, no, receptions.cancel(who, new MatterId(id), no), "", "intake.reception.own.cancelled.done");
    }

    private ModelAndView after(SignedIn who, long id, int no, VoiceAnswer<Receptions.Own> answer, String slot, String done) {
        return switch (answer) {
            case VoiceAnswer.Done<Receptions.Own> _ -> View.seeOther("/matters/" + id + "/voices/" + no + "/reception", t(done));
            case VoiceAnswer.Refused<Receptions.Own>(VoiceRefusal.NoSuchVoice _) -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case VoiceAnswer.Refused<Receptions.Own>(var why) -> {
                var errors = FieldErrors.none().with(why.field(), refusals.of(why, directory.treeOf(who.tenant())),
                        why.field().isEmpty() ? "" : t("intake.reception.slot.label"));
                yield View.of("intake/booking", page(who, id, no, slot, errors),
                        errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            }
        };
    }

    private BookingPage page(SignedIn who, long id, int no, String slot, FieldErrors errors) {
        var own = Optional.of(receptions.own(who, new MatterId(id), no)).flatMap(it -> it instanceof VoiceAnswer.Done<Receptions.Own>(var found)
                ? Optional.of(found) : Optional.empty()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new BookingPage(new Link(own.title(), "/matters/" + id), "/matters/" + id + "/voices/" + no + "/reception",
                own.booked().stream().map(ReceptionWords::told).toList(), BookingPage.stands(own), ReceptionWords.choices(own.free()), slot, errors);
    }
}
