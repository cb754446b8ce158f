package org.mingbai.directory.web;

import java.util.Optional;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Deliveries;
import org.mingbai.directory.telling.Reaches;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where the keeper of the system sees which letters did not arrive, and has them tried again.
@Controller
@Needs(Right.KEEP_DELIVERY)
class DeliveryPages {

    private static final String PATH = "/administration/deliveries";
    private static final int PAGE_ROWS = 50;

    private final Deliveries deliveries;
    private final Reaches reaches;

    DeliveryPages(Deliveries deliveries, Reaches reaches) {
        this.deliveries = deliveries;
        this.reaches = reaches;
    }

    @GetMapping(PATH)
    ModelAndView list(SignedIn who, @RequestParam(required = false) Long before) {
        var found = deliveries.undelivered(who.tenant(), before == null ? Long.MAX_VALUE : before, PAGE_ROWS + 1);
        var shown = found.stream().limit(PAGE_ROWS).map(DeliveriesPage.Row::of).toList();
        var older = found.size() > PAGE_ROWS ? Optional.of(PATH + "?before=" + shown.getLast().id()) : Optional.<String>empty();
        return View.of("directory/deliveries", new DeliveriesPage(shown, older, reaches.hasServer()));
    }

    @PostMapping(PATH + "/{id}/again")
    ModelAndView again(Keeper by, @PathVariable long id) {
        return View.seeOther(PATH, Words.t(deliveries.again(by, id) ? "directory.delivery.again.done" : "directory.delivery.again.not"));
    }
}
