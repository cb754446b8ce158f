package org.mingbai.ledger.web;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Ledger;
import org.mingbai.shell.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page of one matter.
@Controller
@Needs(Right.SEE_MATTERS)
class MatterPages {

    private final Sightings sightings;
    private final Ledger ledger;
    private final Panels panels;

    MatterPages(Sightings sightings, Ledger ledger, Panels panels) {
        this.sightings = sightings;
        this.ledger = ledger;
        this.panels = panels;
    }

    /// @param by the number of a unit whose entries alone are told; what else stands there tells all
    @GetMapping("/matters/{id}")
    ModelAndView matter(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String what) {
        var seen = sightings.of(who, id);
        return View.of("ledger/matter", new MatterPageMaker(seen, ledger, panels.of(seen), number(by), kind(what)).page());
    }

    private static @Nullable Long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private static Story.@Nullable What kind(String text) {
        return Stream.of(Story.What.values()).filter(it -> it.name().equals(text)).findFirst().orElse(null);
    }
}
