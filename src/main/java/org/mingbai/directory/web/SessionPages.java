package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where one is signed in oneself, and the way to end it there.
@Controller
@Needs(Right.OWN_ACCOUNT)
class SessionPages {

    static final String PATH = "/me/sessions";

    private final OpenSessions open;
    private final Sessions sessions;
    private final Accounts accounts;

    SessionPages(OpenSessions open, Sessions sessions, Accounts accounts) {
        this.open = open;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @GetMapping(PATH)
    ModelAndView all(HttpServletRequest request) {
        var rows = open.of(Gate.ticketOn(request), request.getSession()).stream().map(it -> new SessionsPage.Row(it.id(), it.address(),
                it.browser().words(), it.since().atOffset(ZoneOffset.UTC), it.seen().atOffset(ZoneOffset.UTC), it.here())).toList();
        return View.of("directory/sessions", new SessionsPage(rows));
    }

    @PostMapping(PATH + "/{id}/end")
    ModelAndView end(Keeper by, @PathVariable String id, HttpServletRequest request) {
        if (!open.end(Gate.ticketOn(request), id)) {
            return View.seeOther(PATH, Words.t("directory.sessions.gone"));
        }
        accounts.sessionEnded(by);
        return View.seeOther(PATH, Words.t("directory.sessions.ended"));
    }

    /// On every node: the others hold a ticket that opens nothing any more.
    @PostMapping(PATH + "/others/end")
    ModelAndView endOthers(Keeper by, HttpServletRequest request, HttpServletResponse response) {
        var before = Gate.ticketOn(request);
        var after = accounts.endOtherSessions(by, before).orThrow();
        open.endOthers(before, request.getSession());
        Gate.goOn(request.getSession(), () -> sessions.begin(after, request, response));
        return View.seeOther(PATH, Words.t("directory.sessions.others-ended"));
    }
}
