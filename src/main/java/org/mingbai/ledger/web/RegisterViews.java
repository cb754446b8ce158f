package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.store.SavedViews;
import org.mingbai.shell.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The questions somebody wants to ask a register again.
@Controller
@Needs(Right.SEE_MATTERS)
class RegisterViews {

    private final SavedViews views;
    private final Registers registers;

    RegisterViews(SavedViews views, Registers registers) {
        this.views = views;
        this.registers = registers;
    }

    @PostMapping("/registers/{code}/views")
    ModelAndView save(SignedIn who, @PathVariable String code, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query) {
        known(who, code);
        var asked = BulkPages.backTo(code, query.replaceAll("(?<=[?&])(after|before)=[^&]*&?", ""));
        var here = "/registers/" + code + asked;
        var called = name.strip();
        if (!Register.canBeCalled(called)) {
            return View.seeOther(here, t("ledger.register.view.nameless", Register.NAME_MAX));
        }
        boolean saved = views.save(who.tenant(), who.person(), code, new SavedViews.View(called, asked));
        return View.seeOther(here, saved ? t("ledger.register.view.saved", called) : t("ledger.register.view.too-many", SavedViews.VIEWS_MAX));
    }

    @PostMapping("/registers/{code}/views/dropped")
    ModelAndView drop(SignedIn who, @PathVariable String code, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back) {
        known(who, code);
        if (name.codePoints().noneMatch(Character::isISOControl)) {
            views.drop(who.tenant(), who.person(), code, name);
        }
        return View.seeOther("/registers/" + code + BulkPages.backTo(code, back), t("ledger.register.view.dropped", name));
    }

    private void known(SignedIn who, String code) {
        registers.register(who.tenant(), code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
