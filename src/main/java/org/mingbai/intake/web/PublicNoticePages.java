package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Notice;
import org.mingbai.intake.Notices;
import org.mingbai.intake.Retentions;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.shell.Days;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The notice to the public is written anew, looked at, and put in force.
@Controller
@Needs(Right.KEEP_REQUESTS)
class PublicNoticePages {

    private static final String ALL = "/rights/notice";
    private static final int SPARE = 2;
    private static final Pattern OF_PART = Pattern.compile("(zhHeading|zhText|enHeading|enText)([0-9]{1,2})");

    private final Notices notices;
    private final Retentions retentions;
    private final Clock clock;

    PublicNoticePages(Notices notices, Retentions retentions, Clock clock) {
        this.notices = notices;
        this.retentions = retentions;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who) {
        var newest = notices.of(who.tenant()).getFirst();
        var typed = form(newest.parts());
        var today = LocalDate.now(clock);
        typed.put("validFrom", (newest.from().isAfter(today) ? newest.from() : today).toString());
        return View.of("intake/notice", page(who, newest.parts().size(), typed, FieldErrors.none()));
    }

    @GetMapping(ALL + "/{version}")
    ModelAndView one(SignedIn who, @PathVariable int version) {
        return notices.of(who.tenant()).stream().filter(it -> it.version() == version).findFirst()
                .map(it -> View.of("intake/noticeone", new PublicNoticePage.One(it, LocaleContextHolder.getLocale().getLanguage())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// @param sent with the step: looked at, put in force, or mended once more
    @PostMapping(ALL)
    ModelAndView write(SignedIn who, @RequestParam Map<String, String> sent) {
        var draft = new Notices.Draft(parts(sent), day(sent.getOrDefault("validFrom", "").strip()), FormKey.of(sent.getOrDefault("key", "")));
        var typed = form(draft.parts());
        typed.put("validFrom", sent.getOrDefault("validFrom", ""));
        typed.put("key", draft.key().toString());
        var step = sent.getOrDefault("step", "");
        if (step.equals("edit")) {
            return View.of("intake/notice", page(who, draft.parts().size(), typed, FieldErrors.none()));
        }
        return switch (step.equals("put") ? notices.write(who, draft) : notices.tried(who, draft)) {
            case VoiceAnswer.Done<Notice>(var made) -> step.equals("put")
                    ? View.seeOther(ALL, t("intake.notice.written", Days.full(made.from())))
                    : View.of("intake/noticepreview", new PublicNoticePage.Preview(made, typed));
            case VoiceAnswer.Refused<Notice>(var why) -> {
                var errors = FieldErrors.none().with(why.field(), t(why.key(), why.args().toArray()), label(why.field()));
                if (why instanceof VoiceRefusal.KeyUsedBefore) {
                    typed.remove("key");
                }
                yield View.of("intake/notice", page(who, draft.parts().size(), typed, errors),
                        errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            }
        };
    }

    private PublicNoticePage page(SignedIn who, int parts, Map<String, String> typed, FieldErrors errors) {
        var inForce = notices.inForce(who.tenant()).version();
        var today = LocalDate.now(clock);
        typed.computeIfAbsent("key", _ -> UUID.randomUUID().toString());
        return new PublicNoticePage(notices.of(who.tenant()).stream().map(it -> new PublicNoticePage.Row(
                t("intake.notice.named", it.version(), Days.full(it.from())), ALL + "/" + it.version(),
                it.version() == inForce ? t("intake.notice.now") : it.from().isAfter(today) ? t("intake.notice.later") : "")).toList(),
                Math.min(parts + SPARE, Notices.PARTS_MAX), retentions.longest(who.tenant()), typed, errors);
    }

    private static Map<String, String> form(List<Notice.Part> parts) {
        var form = new HashMap<String, String>();
        for (int at = 0; at < parts.size(); at++) {
            var part = parts.get(at);
            form.put("zhHeading" + (at + 1), part.zhHeading());
            form.put("zhText" + (at + 1), part.zhText());
            form.put("enHeading" + (at + 1), part.enHeading());
            form.put("enText" + (at + 1), part.enText());
        }
        return form;
    }

    private static List<Notice.Part> parts(Map<String, String> sent) {
        return IntStream.rangeClosed(1, Notices.PARTS_MAX).mapToObj(no -> new Notice.Part(text(sent, "zhHeading" + no), text(sent, "zhText" + no),
                text(sent, "enHeading" + no), text(sent, "enText" + no))).toList();
    }

    private static String label(String field) {
        var part = OF_PART.matcher(field);
        return part.matches() ? t("intake.notice.at", t("intake.notice." + part.group(1)), part.group(2))
                : field.isEmpty() ? "" : t("intake.notice.validFrom");
    }

    private static String text(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : Days.typed(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
