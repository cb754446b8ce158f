package org.mingbai.intake.site.web;

import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.site.Notice;
import org.mingbai.shell.View;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The first page of the public site, and its notice.
@Controller
@Needs(Right.PUBLIC)
class HomePages {

    private final Sites sites;

    HomePages(Sites sites) {
        this.sites = sites;
    }

    @GetMapping("/p")
    ModelAndView choice() {
        var all = sites.all();
        return all.size() == 1 ? View.seeOther(all.getFirst().href()) : View.of("intake/site/choice", new HomePage.Choice(all));
    }

    @GetMapping("/p/{tenant}")
    ModelAndView home(@PathVariable String tenant) {
        return View.of("intake/site/home", sites.of(tenant));
    }

    @GetMapping("/p/{tenant}/notice")
    ModelAndView notice(@PathVariable String tenant) {
        return View.of("intake/site/notice", new HomePage.Told(sites.of(tenant), Notice.latest(LocaleContextHolder.getLocale().getLanguage())));
    }
}
