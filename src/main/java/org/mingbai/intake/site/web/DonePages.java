package org.mingbai.intake.site.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.Publishing;
import org.mingbai.intake.site.Sites;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Everybody reads what became of what others raised.
@Controller
@Needs(Right.PUBLIC)
class DonePages {

    private static final int ROWS = 20;
    private static final int ASKED_MAX = 100;
    private static final Duration PICTURE_KEPT = Duration.ofMinutes(10);

    private final Sites sites;
    private final Publishing publishing;

    DonePages(Sites sites, Publishing publishing) {
        this.sites = sites;
        this.publishing = publishing;
    }

    @GetMapping("/p/{tenant}/done")
    ModelAndView list(@PathVariable String tenant, @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from) {
        var site = sites.of(tenant);
        var where = asked(place);
        var what = asked(kind);
        var page = publishing.shown(site.tenant(), where, what, from(from), ROWS);
        var next = page.next().map(it -> site.href() + "/done?place=" + encoded(where) + "&kind=" + encoded(what) + "&from=" + it.closedOn() + "."
                + it.matter()).orElse("");
        return View.of("intake/site/done", new DonePage(site, page.shown(),
                publishing.categories(site.tenant()).stream().map(it -> new Choice(it, it)).toList(), where, what, next));
    }

    /// Only what was released, and drawn anew for it.
    @GetMapping("/p/{tenant}/done/{matter}/{sha256}.jpg")
    ResponseEntity<Resource> picture(@PathVariable String tenant, @PathVariable String matter, @PathVariable String sha256) {
        var site = sites.of(tenant);
        return Optional.of(matter).filter(it -> it.matches("[0-9]{1,18}"))
                .flatMap(it -> publishing.picture(site.tenant(), new MatterId(Long.parseLong(it)), sha256))
                .map(it -> ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(CacheControl.maxAge(PICTURE_KEPT))
                .<Resource>body(new FileSystemResource(it))).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<Publishing.From> from(String text) {
        try {
            int dot = text.indexOf('.');
            return dot < 0 ? Optional.empty()
                    : Optional.of(new Publishing.From(LocalDate.parse(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1))))
                            .filter(it -> it.closedOn().getYear() > 1900 && it.closedOn().getYear() < 3000);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String asked(String text) {
        var plain = text.replace("\0", "").strip();
        return plain.length() > ASKED_MAX ? "" : plain;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
