package org.mingbai.intake.site.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Sites;
import org.mingbai.shell.ErrorPage;
import org.mingbai.shell.OtherFrame;
import org.mingbai.shell.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What went wrong, told to the public on a page of the public's: nobody without an account is shown the way to the sign-in.
@Component
class LostPages implements OtherFrame {

    private static final Pattern OF_A_BODY = Pattern.compile("/p/([^/]+)(?:/.*)?");

    private final Sites sites;

    LostPages(Sites sites) {
        this.sites = sites;
    }

    @Override
    public boolean holds(String path) {
        return path.equals("/p") || path.startsWith("/p/");
    }

    @Override
    public ModelAndView told(ErrorPage page, HttpStatus status, String path) {
        var site = status.is5xxServerError() ? Optional.<Site>empty() : siteAt(path);
        return View.of("intake/site/lost", new LostPage(page, site.orElse(null)), status);
    }

    private Optional<Site> siteAt(String path) {
        var named = OF_A_BODY.matcher(path);
        return named.matches() ? sites.find(named.group(1)) : Optional.empty();
    }
}
