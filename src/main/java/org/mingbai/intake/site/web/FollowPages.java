package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.Followed;
import org.mingbai.intake.Following;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.site.Plainly;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Sites;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.Pace;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Whoever holds a receipt reads what became of it, and says what there is to say. The code travels in the body of a form or in a cookie, never in
/// an address. A code that opens nothing costs one try; one that opens something costs none.
@Controller
@Needs(Right.PUBLIC)
class FollowPages {

    private static final int CODE_MAX = 60;
    private static final Set<String> DONE = Set.of("added", "withdrawn", "objected", "judged");

    private final Sites sites;
    private final Following following;
    private final Handed handed;
    private final Pace pace;
    private final Pace acts;

    FollowPages(Sites sites, Following following, Handed handed, Paces paces) {
        this.sites = sites;
        this.following = following;
        this.handed = handed;
        this.pace = paces.codes();
        this.acts = paces.acts();
    }

    @GetMapping("/p/{tenant}/r")
    ModelAndView ask(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        CodeCookie.ask(site, request, response);
        return View.of("intake/site/ask", new FollowPage.Asked(site, "", FieldErrors.none()));
    }

    @PostMapping("/p/{tenant}/r")
    ModelAndView open(@PathVariable String tenant, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        return tried(site, code, request, response, () -> following.follow(site.tenant(), code), told -> {
            if (CodeCookie.comesBack(request)) {
                CodeCookie.keep(site, code, request, response);
                return View.seeOther(site.href() + "/r/story");
            }
            return View.of("intake/site/story", page(site, told, code, FieldErrors.none(), FollowPage.Typed.NOTHING, ""));
        }, FollowPage.Typed.NOTHING);
    }

    @GetMapping("/p/{tenant}/r/story")
    ModelAndView story(@PathVariable String tenant, @RequestParam(defaultValue = "") String done, HttpServletRequest request,
            HttpServletResponse response) {
        var site = sites.of(tenant);
        var code = CodeCookie.code(request);
        return code.isEmpty() ? View.seeOther(site.href() + "/r") : tried(site, code.get(), request, response,
                () -> following.follow(site.tenant(), code.get()),
                told -> View.of("intake/site/story", page(site, told, "", FieldErrors.none(), FollowPage.Typed.NOTHING, DONE.contains(done) ? done : "")),
                FollowPage.Typed.NOTHING);
    }

    @PostMapping("/p/{tenant}/r/additions")
    ModelAndView add(@PathVariable String tenant, Sent sent, @RequestParam(name = "kept", required = false) @Nullable List<String> kept,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        var code = CodeCookie.code(request).orElse(sent.code());
        return acting(site, new FollowPage.Typed("added", sent.words(), List.of()), code, request, response, told -> {
            var brought = handed.take(site, kept == null ? List.of() : kept, files == null ? List.of() : files);
            if (brought.errors().any()) {
                return View.of("intake/site/story", page(site, told, CodeCookie.code(request).isPresent() ? "" : code, brought.errors(),
                        new FollowPage.Typed("added", sent.words(), brought.files()), ""), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return answered(site, new FollowPage.Typed("added", sent.words(), brought.files()), code, request, response,
                    it -> following.add(site.tenant(), it, sent.text(), brought.files(), FormKey.of(sent.key())));
        });
    }

    @PostMapping("/p/{tenant}/r/withdrawal")
    ModelAndView withdraw(@PathVariable String tenant, Sent sent, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        return said(site, new FollowPage.Typed("withdrawn", sent.words(), List.of()), CodeCookie.code(request).orElse(sent.code()), request, response,
                code -> following.withdraw(site.tenant(), code, sent.text(), FormKey.of(sent.key())));
    }

    @PostMapping("/p/{tenant}/r/objections")
    ModelAndView object(@PathVariable String tenant, Sent sent, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        return said(site, new FollowPage.Typed("objected", sent.words(), List.of()), CodeCookie.code(request).orElse(sent.code()), request, response,
                code -> following.object(site.tenant(), code, sent.text(), FormKey.of(sent.key())));
    }

    /// The questionnaire, as the browser sends it.
    record Judged(String code, String heard, String solved, String satisfied, String words, String key) {

        Judged {
            code = code == null ? "" : code;
            heard = heard == null ? "" : heard;
            solved = solved == null ? "" : solved;
            satisfied = satisfied == null ? "" : satisfied;
            words = words == null ? "" : words.replace("\r\n", "\n").strip();
            key = key == null ? "" : key;
        }

        Verdict verdict() {
            return new Verdict(true, FollowPage.one(Verdict.Solved.values(), solved), FollowPage.one(Verdict.Satisfied.values(), satisfied),
                    words.isEmpty() ? null : words, typed().ticked().heardFrom());
        }

        FollowPage.Typed typed() {
            return new FollowPage.Typed("judged", words, List.of(), new FollowPage.Ticked(heard, solved, satisfied));
        }
    }

    @PostMapping("/p/{tenant}/r/verdict")
    ModelAndView judge(@PathVariable String tenant, Judged sent, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        return said(site, sent.typed(), CodeCookie.code(request).orElse(sent.code()), request, response,
                code -> following.judge(site.tenant(), code, sent.verdict(), FormKey.of(sent.key())));
    }

    /// On a machine that is not one's own.
    @PostMapping("/p/{tenant}/r/end")
    ModelAndView end(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        CodeCookie.forget(site, request, response);
        return View.seeOther(site.href());
    }

    /// What one of the small forms on the story sends.
    record Sent(String code, String words, String key) {

        Sent {
            code = code == null ? "" : code;
            words = words == null ? "" : words;
            key = key == null ? "" : key;
        }

        String text() {
            return words.replace("\r\n", "\n").strip();
        }
    }

    private interface Asking {
        VoiceAnswer<Followed> of(String code);
    }

    private interface Asked {
        VoiceAnswer<Followed> answer();
    }

    private interface Shown {
        ModelAndView of(Followed told);
    }

    /// Who holds one receipt could fill a journal, or the disk, with it.
    private ModelAndView acting(Site site, FollowPage.Typed typed, String code, HttpServletRequest request, HttpServletResponse response, Shown shown) {
        return tried(site, code, request, response, () -> following.follow(site.tenant(), code), told -> {
            var late = acts.take(request.getRemoteAddr());
            if (late.isEmpty()) {
                return shown.of(told);
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(late.get().toSeconds() + 1));
            return View.of("intake/site/story", page(site, told, CodeCookie.code(request).isPresent() ? "" : code,
                    FieldErrors.none().with(typed.form(), Waits.words(late.get())), typed, ""), HttpStatus.TOO_MANY_REQUESTS);
        }, typed);
    }

    private ModelAndView said(Site site, FollowPage.Typed typed, String code, HttpServletRequest request, HttpServletResponse response, Asking asking) {
        return acting(site, typed, code, request, response, _ -> answered(site, typed, code, request, response, asking));
    }

    private ModelAndView answered(Site site, FollowPage.Typed typed, String code, HttpServletRequest request, HttpServletResponse response,
            Asking asking) {
        return tried(site, code, request, response, () -> asking.of(code),
                told -> CodeCookie.code(request).isPresent() ? View.seeOther(site.href() + "/r/story?done=" + typed.form())
                : View.of("intake/site/story", page(site, told, code, FieldErrors.none(), FollowPage.Typed.NOTHING, typed.form())), typed);
    }

    private ModelAndView tried(Site site, String code, HttpServletRequest request, HttpServletResponse response, Asked asked, Shown shown,
            FollowPage.Typed typed) {
        var late = pace.take(request.getRemoteAddr());
        if (late.isPresent()) {
            return wait(site, code, late.get(), response);
        }
        return switch (asked.answer()) {
            case VoiceAnswer.Done<Followed>(var told) -> {
                pace.giveBack(request.getRemoteAddr());
                yield shown.of(told);
            }
            case VoiceAnswer.Refused<Followed>(VoiceRefusal.NoSuchReceipt why) -> asking(site, code, Plainly.words(why), HttpStatus.UNPROCESSABLE_CONTENT);
            case VoiceAnswer.Refused<Followed>(var why) -> {
                pace.giveBack(request.getRemoteAddr());
                yield refused(site, code, request, why, typed);
            }
        };
    }

    private ModelAndView wait(Site site, String code, Duration wait, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        return asking(site, code, Waits.words(wait), HttpStatus.TOO_MANY_REQUESTS);
    }

    private static ModelAndView asking(Site site, String code, String why, HttpStatusCode status) {
        var errors = FieldErrors.none().with("code", why);
        return View.of("intake/site/ask", new FollowPage.Asked(site, code.length() > CODE_MAX ? code.substring(0, CODE_MAX) : code, errors), status);
    }

    private ModelAndView refused(Site site, String code, HttpServletRequest request, VoiceRefusal why, FollowPage.Typed typed) {
        if (!(following.follow(site.tenant(), code) instanceof VoiceAnswer.Done<Followed>(var told))) {
            return asking(site, code, Plainly.words(why), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var errors = typed.form().equals("judged") ? typed.ticked().errors(why)
                : FieldErrors.none().with(why.field().equals("files") ? why.field() : typed.form(), Plainly.words(why));
        return View.of("intake/site/story", page(site, told, CodeCookie.code(request).isPresent() ? "" : code, errors, typed, ""),
                why instanceof VoiceRefusal.WithdrawnAlready || why instanceof VoiceRefusal.AnsweredAlready
                        ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private FollowPage page(Site site, Followed told, String code, FieldErrors errors, FollowPage.Typed typed, String done) {
        return new FollowPage(site, told, code, UUID.randomUUID().toString(), typed, handed.kept(site, typed.files()), errors,
                done.isEmpty() ? "" : t("intake.site.done." + done));
    }
}
