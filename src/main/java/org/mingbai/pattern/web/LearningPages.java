package org.mingbai.pattern.web;

import static org.mingbai.shell.Words.t;

import java.util.Optional;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Registers;
import org.mingbai.pattern.dispatch.DispatchLearning;
import org.mingbai.pattern.dispatch.LearningLimits;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What closed matters teach, for all who dispatch; when it is enough, for those who coordinate a register.
@Controller
@Needs(Right.LIST_AND_ASSIGN)
class LearningPages {

    static final String ALL = DispatchPages.ALL + "/learning";

    private final DispatchLearning learning;
    private final Registers registers;

    LearningPages(DispatchLearning learning, Registers registers) {
        this.learning = learning;
        this.registers = registers;
    }

    @GetMapping(ALL)
    ModelAndView one(Presence present) {
        var limits = learning.limits(present.who().tenant());
        return View.of("pattern/learning", page(present, new LearningPage.Typed(Integer.toString(limits.closedMin()), Integer.toString(limits.unitMin()),
                limits.reason()), FieldErrors.none()));
    }

    /// In a sentence: whether units are guessed, and what is missing where they are not.
    static String standing(Optional<DispatchLearning.Learnt> known, LearningLimits limits) {
        return known.map(it -> it.ready() ? t("pattern.dispatch.learning.ready", it.closed(), it.units())
                : t("pattern.dispatch.learning.too-few", it.closed(), limits.closedMin(), it.units(), limits.unitMin()))
                .orElseGet(() -> t("pattern.dispatch.learning.not-yet"));
    }

    private LearningPage page(Presence present, LearningPage.Typed typed, FieldErrors errors) {
        var tenant = present.who().tenant();
        var known = learning.of(tenant);
        var limits = learning.limits(tenant);
        return new LearningPage(DispatchTabs.at(ALL), standing(known, limits),
                known.filter(it -> it.tried() > 0).map(it -> t("pattern.dispatch.learning.held", it.tried(), it.held(),
                        DispatchWords.percent(it.held() / (double) it.tried()))).orElse(""),
                known.map(DispatchLearning.Learnt::at),
                limits.reason().isEmpty() ? t("pattern.dispatch.learning.limits.shipped", limits.closedMin(), limits.unitMin())
                        : t("pattern.dispatch.learning.limits", limits.closedMin(), limits.unitMin(), limits.reason()),
                CataloguePages.keeps(registers, present.who()), typed, errors);
    }

    /// Learns anew now.
    @Needs(Right.KEEP_DISPATCH)
    @PostMapping(ALL)
    ModelAndView learn(SignedIn who) {
        CataloguePages.mustKeep(registers, who);
        return View.seeOther(ALL, standing(Optional.of(learning.learn(who.tenant())), learning.limits(who.tenant())));
    }

    @Needs(Right.KEEP_DISPATCH)
    @PostMapping(ALL + "/limits")
    ModelAndView set(Presence present, Keeper by, @RequestParam MultiValueMap<String, String> form) {
        CataloguePages.mustKeep(registers, present.who());
        var typed = new LearningPage.Typed(DispatchPages.one(form, "closedMin"), DispatchPages.one(form, "unitMin"), DispatchPages.one(form, "reason"));
        var why = learning.set(by, new LearningLimits(number(typed.closedMin()), number(typed.unitMin()), typed.reason()));
        return why.isEmpty() ? View.seeOther(ALL, t("pattern.dispatch.learning.set"))
                : View.of("pattern/learning", page(present, typed, DispatchWords.errors(why)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// What is no whole number is out of range, and refused as that.
    private static int number(String text) {
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : -1;
    }
}
