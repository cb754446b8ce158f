package org.mingbai.intake.site.web;

import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.Notices;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Sites;
import org.mingbai.shell.View;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The first page of the public site, and its notice.
@Controller
@Needs(Right.PUBLIC)
class HomePages {

    private final Sites sites;
    private final Notices notices;

    HomePages(Sites sites, Notices notices) {
        this.sites = sites;
        this.notices = notices;
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
        var site = sites.of(tenant);
        return notice(site, notices.inForce(site.tenant()).version());
    }

    /// An earlier version stays where it was, for those it held for.
    @GetMapping("/p/{tenant}/notice/{version}")
    ModelAndView notice(@PathVariable String tenant, @PathVariable String version) {
        return notice(sites.of(tenant), version.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(version) : 0);
    }

    private ModelAndView notice(Site site, int version) {
        var begun = notices.begun(site.tenant());
        var asked = begun.stream().filter(it -> it.version() == version).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return View.of("intake/site/notice", new HomePage.Told(site, LocaleContextHolder.getLocale().getLanguage(), asked,
                asked.version() == begun.getFirst().version(), begun.stream().filter(it -> it.version() != version).toList()));
    }
}
