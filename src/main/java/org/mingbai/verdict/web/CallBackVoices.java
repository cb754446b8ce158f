package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Vault;
import org.mingbai.intake.Voice;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.Days;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.verdict.callback.AskingLink;
import org.mingbai.verdict.callback.Attempt;
import org.mingbai.verdict.callback.CallBacks;
import org.mingbai.verdict.callback.VoiceSaid;
import org.mingbai.verdict.callback.VoicesAsked;
import org.mingbai.verdict.callback.Whom;
import org.springframework.stereotype.Component;

/// Those who are asked, as the call-back desk sees them: masked, each with what they said and how often they were tried.
@Component
class CallBackVoices {

    private static final Pattern WHOM = Pattern.compile("([1-9]\\d{0,17})/([1-9]\\d{0,8})");

    private final VoicesAsked asked;
    private final Voices voices;
    private final Vault vault;
    private final CallBacks callBacks;
    private final Clock clock;

    CallBackVoices(VoicesAsked asked, Voices voices, Vault vault, CallBacks callBacks, Clock clock) {
        this.asked = asked;
        this.voices = voices;
        this.vault = vault;
        this.callBacks = callBacks;
        this.clock = clock;
    }

    /// @param choices those still to be heard; empty where that is at most one
    /// @param mostTries how often the one tried most was tried in vain
    record Shown(List<CallBackPage.Voice> lines, List<Choice> choices, Map<Whom, String> names, long mostTries) {

        String name(@Nullable Whom whom) {
            return whom == null || names.size() < 2 ? "" : names.getOrDefault(whom, "");
        }
    }

    Shown of(SignedIn who, Matter matter, List<Attempt> attempts) {
        var masks = voices.of(who, matter.id()).stream().collect(Collectors.toMap(seen -> whom(seen.voice()), CallBackVoices::name));
        var sent = callBacks.links(who, matter);
        var heard = asked.of(who.tenant(), matter);
        var names = new HashMap<Whom, String>();
        heard.forEach(one -> names.put(whom(one.voice()), masks.getOrDefault(whom(one.voice()), t("verdict.callback.voice.unnamed"))));
        var open = heard.stream().filter(one -> one.said().isEmpty()).map(one -> whom(one.voice())).toList();
        var lines = heard.stream().map(one -> line(who, one, names, attempts, linkOf(sent.get(whom(one.voice())), matter))).toList();
        long most = open.stream().mapToLong(whom -> inVain(attempts, whom)).max().orElseGet(() -> inVain(attempts, null));
        return new Shown(lines, open.size() < 2 ? List.of() : open.stream().map(whom -> new Choice(value(whom), names.get(whom))).toList(), names, most);
    }

    private static long inVain(List<Attempt> attempts, @Nullable Whom whom) {
        return attempts.stream().filter(attempt -> !attempt.reached() && Objects.equals(attempt.whom(), whom)).count();
    }

    private CallBackPage.Voice line(SignedIn who, VoicesAsked.Heard one, Map<Whom, String> names, List<Attempt> attempts,
            String link) {
        var voice = one.voice();
        long tried = inVain(attempts, whom(voice));
        var state = one.said().map(CallBackVoices::said)
                .orElseGet(() -> tried == 0 ? t("verdict.callback.voice.open") : t("verdict.callback.tried", tried))
                + (one.said().isPresent() || link.isEmpty() ? "" : t("verdict.link.between") + link);
        var identity = voice.reporter() != null && vault.mayLook(who, voice)
                ? Optional.of("/matters/" + voice.matter().value() + "/voices/" + voice.no() + "/identity") : Optional.<String>empty();
        return new CallBackPage.Voice(names.get(whom(voice)), voice.channel(), voice.receivedAt(), state,
                one.said().map(VoiceSaid::said).map(Verdict::words).orElse(""), identity);
    }

    private String linkOf(@Nullable AskingLink link, Matter matter) {
        if (link == null) {
            return "";
        }
        if (link.sentAt() == null) {
            var why = link.why() == null ? "" : Words.has("verdict.link.why." + link.why()) ? t("verdict.link.why." + link.why()) : link.why();
            return link.givenUpAt() != null ? t("verdict.link.not-sent", why) : why.isEmpty() ? t("verdict.link.waiting") : t("verdict.link.trying", why);
        }
        var sent = Days.full(link.sentAt().atZoneSameInstant(clock.getZone()).toLocalDate());
        return callBacks.waitsUntil(link, matter).map(day -> t("verdict.link.sent.waits", sent, Days.full(day)))
                .orElseGet(() -> t("verdict.link.sent", sent));
    }

    private static String said(VoiceSaid one) {
        var said = one.said();
        var what = said.contacted() ? t("verdict.callback.voice.said", t("ledger.solved." + said.solved()), t("ledger.satisfied." + said.satisfied()))
                : t("verdict.callback.voice.given-up");
        return t("verdict.callback.voice.by", what, t("verdict.callback.channel." + one.channel()));
    }

    private static String name(Voices.Seen seen) {
        var mask = Stream.of(seen.masked().name(), seen.masked().phone()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return mask.isEmpty() ? t("verdict.callback.voice.unnamed") : mask;
    }

    private static Whom whom(Voice voice) {
        return new Whom(voice.matter(), voice.no());
    }

    private static String value(Whom whom) {
        return whom.voice().value() + "/" + whom.no();
    }

    /// As a form sends it; nothing where it names nobody.
    static @Nullable Whom whom(String sent) {
        var found = WHOM.matcher(sent);
        return found.matches() ? new Whom(new MatterId(Long.parseLong(found.group(1))), Integer.parseInt(found.group(2))) : null;
    }
}
