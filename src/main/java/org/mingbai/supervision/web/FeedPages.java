package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OwnPlace;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.shell.View;
import org.mingbai.supervision.telling.Feeds;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// One's own deadlines in the calendar of one's phone.
@Controller
@Needs(Right.OWN_ACCOUNT)
class FeedPages {

    private static final String PATH = "/me/calendar";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Feeds feeds;
    private final TellingSettings settings;

    FeedPages(Feeds feeds, TellingSettings settings) {
        this.feeds = feeds;
        this.settings = settings;
    }

    @Bean
    static OwnPlace feedPlace() {
        return new OwnPlace("supervision.tell.feed.title", PATH);
    }

    @GetMapping(PATH)
    ModelAndView page(SignedIn who) {
        return View.of("supervision/feed", new FeedPage(feeds.madeAt(who), Optional.empty()));
    }

    /// Answers with the page itself: the address is told this once and kept nowhere.
    @PostMapping(PATH)
    ModelAndView renew(SignedIn who) {
        var address = settings.linkTo(PATH + "/" + feeds.renew(who) + ".ics");
        return View.of("supervision/feed", new FeedPage(feeds.madeAt(who), Optional.of(address)));
    }

    @PostMapping(PATH + "/end")
    ModelAndView end(SignedIn who) {
        feeds.end(who);
        return View.seeOther(PATH, t("supervision.tell.feed.ended"));
    }

    /// Asked by programs that cannot sign in: the address is the key.
    @GetMapping(PATH + "/{token}.ics")
    @Needs(Right.PUBLIC)
    ResponseEntity<byte[]> read(@PathVariable String token) {
        return feeds.read(token)
                .map(calendar -> ResponseEntity.ok().cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8)).body(calendar.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
