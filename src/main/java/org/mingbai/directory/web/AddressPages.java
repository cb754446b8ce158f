package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.telling.Reaches;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where the link in a letter leads that asks to confirm an address. Letters are read on telephones that are not signed in; and programs that
/// look at every link of a letter only look, so looking confirms nothing.
@Controller
@Needs(Right.PUBLIC)
class AddressPages {

    private static final String PATH = "/address/{code}";

    private final Reaches reaches;

    AddressPages(Reaches reaches) {
        this.reaches = reaches;
    }

    @GetMapping(PATH)
    ModelAndView look(@PathVariable String code) {
        return reaches.awaited(code).map(address -> View.of("directory/address", new AddressPage(code, Optional.of(address))))
                .orElseGet(AddressPages::noSuch);
    }

    @PostMapping(PATH)
    ModelAndView confirm(@PathVariable String code, HttpServletRequest request) {
        var on = Gate.presenceOn(request).isPresent() ? "/me/reach" : "/sign-in";
        return reaches.confirm(code).map(address -> View.seeOther(on, Words.t("directory.address.done", address))).orElseGet(AddressPages::noSuch);
    }

    private static ModelAndView noSuch() {
        return View.of("directory/address", new AddressPage("", Optional.empty()), HttpStatus.NOT_FOUND);
    }
}
