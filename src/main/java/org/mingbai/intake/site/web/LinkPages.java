package org.mingbai.intake.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.Followed;
import org.mingbai.intake.Following;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.SiteSettings;
import org.mingbai.intake.site.Sites;
import org.mingbai.shell.Pace;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Whoever was sent a link says whether it is solved. A link that was never sent and one that has ended look the same.
@Controller
@Needs(Right.PUBLIC)
class LinkPages {

    private final Sites sites;
    private final Following following;
    private final Pace pace;

    LinkPages(Sites sites, Following following, SiteSettings settings, Clock clock) {
        this.sites = sites;
        this.following = following;
        this.pace = new Pace(settings.codesPerHour(), clock);
    }

    @GetMapping("/p/{tenant}/a/{secret}")
    ModelAndView open(@PathVariable String tenant, @PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        var late = pace.take(request.getRemoteAddr());
        if (late.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(late.get().toSeconds() + 1));
            return ended(site, HttpStatus.TOO_MANY_REQUESTS);
        }
        return shown(site, secret, request, FollowPage.Typed.NOTHING, FieldErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/p/{tenant}/a/{secret}")
    ModelAndView judge(@PathVariable String tenant, @PathVariable String secret, FollowPages.Judged sent, HttpServletRequest request,
            HttpServletResponse response) {
        var site = sites.of(tenant);
        var late = pace.take(request.getRemoteAddr());
        if (late.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(late.get().toSeconds() + 1));
            return ended(site, HttpStatus.TOO_MANY_REQUESTS);
        }
        return switch (following.judgeLinked(site.tenant(), secret, sent.verdict(), FormKey.of(sent.key()))) {
            case VoiceAnswer.Done<Followed> _ -> {
                pace.giveBack(request.getRemoteAddr());
                yield View.seeOther(href(site, secret));
            }
            case VoiceAnswer.Refused<Followed>(VoiceRefusal.NoSuchReceipt _) -> ended(site, HttpStatus.NOT_FOUND);
            case VoiceAnswer.Refused<Followed>(var why) -> shown(site, secret, request, sent.typed(), sent.typed().ticked().errors(why),
                    why instanceof VoiceRefusal.AnsweredAlready || why instanceof VoiceRefusal.NotAsked ? HttpStatus.CONFLICT
                            : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView shown(Site site, String secret, HttpServletRequest request, FollowPage.Typed typed, FieldErrors errors, HttpStatus status) {
        return switch (following.linked(site.tenant(), secret)) {
            case VoiceAnswer.Refused<Followed> _ -> ended(site, HttpStatus.NOT_FOUND);
            case VoiceAnswer.Done<Followed>(var told) -> {
                pace.giveBack(request.getRemoteAddr());
                yield View.of("intake/site/link", new LinkPage(site, new FollowPage(site, told, "", UUID.randomUUID().toString(), typed, List.of(),
                        errors, ""), href(site, secret)), status);
            }
        };
    }

    private static ModelAndView ended(Site site, HttpStatus status) {
        return View.of("intake/site/link", new LinkPage(site, null, ""), status);
    }

    private static String href(Site site, String secret) {
        return site.href() + "/a/" + secret;
    }
}
