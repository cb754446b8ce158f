package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.Channels;
import org.mingbai.intake.Retention;
import org.mingbai.intake.Retentions;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.shell.Days;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How long it is kept who raised something is set here, channel by channel.
@Controller
@Needs(Right.KEEP_REQUESTS)
class RetentionPages {

    private static final String ALL = "/rights/retention";

    private final Retentions retentions;
    private final Channels channels;
    private final Clock clock;

    RetentionPages(Retentions retentions, Channels channels, Clock clock) {
        this.retentions = retentions;
        this.channels = channels;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who) {
        return View.of("intake/retention", page(who, Map.of("validFrom", LocalDate.now(clock).toString()), FieldErrors.none()));
    }

    @PostMapping(ALL)
    ModelAndView write(SignedIn who, @RequestParam Map<String, String> sent) {
        var days = text(sent, "days").matches("[0-9]{1,6}") ? Integer.valueOf(text(sent, "days")) : null;
        var draft = new Retentions.Draft(text(sent, "channel"), days, text(sent, "basis"), day(text(sent, "validFrom")),
                FormKey.of(sent.getOrDefault("key", "")));
        return switch (retentions.write(who, draft)) {
            case VoiceAnswer.Done<Retention>(var made) -> View.seeOther(ALL, t("intake.retention.written", channel(who.tenant(), made.channel()), made.days()));
            case VoiceAnswer.Refused<Retention>(var why) -> {
                var errors = FieldErrors.none().with(why.field(), t(why.key(), why.args().toArray()),
                        why.field().isEmpty() ? "" : t("intake.retention." + why.field()));
                yield View.of("intake/retention", page(who, sent, errors), errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            }
        };
    }

    private RetentionPage page(SignedIn who, Map<String, String> sent, FieldErrors errors) {
        var tenant = who.tenant();
        var inForce = retentions.inForce(tenant);
        var typed = new HashMap<>(sent);
        if (!errors.atFields() || typed.getOrDefault("key", "").isEmpty()) {
            typed.put("key", UUID.randomUUID().toString());
        }
        return new RetentionPage(
                retentions.of(tenant).stream().map(it -> new RetentionPage.Row(t("intake.retention.version", it.version()), channel(tenant, it.channel()),
                        t("intake.retention.for", it.days()), it.basis() == null ? t("intake.retention.shipped") : it.basis(),
                        it.validFrom() == null ? "" : Days.full(it.validFrom()), inForce.contains(it))).toList(),
                channels.of(tenant).stream().map(it -> new Choice(it.code(), it.name(LocaleContextHolder.getLocale()))).toList(), typed, errors);
    }

    private String channel(TenantId tenant, String code) {
        return channels.find(tenant, code).map(it -> it.name(LocaleContextHolder.getLocale())).orElseGet(() -> t("intake.retention.others"));
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
