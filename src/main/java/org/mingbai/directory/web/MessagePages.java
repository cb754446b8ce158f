package org.mingbai.directory.web;

import java.util.Optional;
import org.mingbai.directory.Needs;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.Messages;
import org.mingbai.shell.Bell;
import org.mingbai.shell.View;
import org.mingbai.shell.Viewer;
import org.mingbai.shell.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What one was told, and the bell that says how much of it is unread.
@Controller
@Needs(Right.OWN_ACCOUNT)
class MessagePages implements Bell {

    private static final String PATH = "/messages";
    private static final int PAGE_ROWS = 50;

    private final Messages messages;

    MessagePages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String href() {
        return PATH;
    }

    @Override
    public int unread(Viewer viewer) {
        return messages.unread(new TenantId(viewer.tenant()), new PersonId(viewer.person()));
    }

    @GetMapping(PATH)
    ModelAndView list(SignedIn who, @RequestParam(required = false) Long before) {
        var found = messages.page(who, LocaleContextHolder.getLocale(), before == null ? Long.MAX_VALUE : before, PAGE_ROWS + 1);
        var shown = found.subList(0, Math.min(PAGE_ROWS, found.size()));
        var last = messages.unread(who.tenant(), who.person()) == 0 || shown.isEmpty() ? Optional.<Long>empty() : Optional.of(shown.getFirst().id());
        var older = found.size() > PAGE_ROWS ? Optional.of(PATH + "?before=" + shown.getLast().id()) : Optional.<String>empty();
        return View.of("directory/messages", new MessagesPage(shown, last, older));
    }

    /// On to what it is about; whoever goes there has read it.
    @GetMapping(PATH + "/{id}")
    ModelAndView open(SignedIn who, @PathVariable long id) {
        return View.seeOther(messages.open(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @PostMapping(PATH + "/read")
    ModelAndView read(SignedIn who, @RequestParam(defaultValue = "0") long last) {
        int read = messages.readUpTo(who, last);
        return View.seeOther(PATH, Words.t(read == 1 ? "directory.messages.done.one" : "directory.messages.done", read));
    }
}
