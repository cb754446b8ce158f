package org.mingbai.directory.telling;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mingbai.shell.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Letters to addresses outside, over HTTPS. Follows no redirect: only the address somebody answered for is spoken to.
final class Webhook implements Sender, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    /// A robot of 企业微信 takes 2048 bytes of text; the other takes more.
    private static final int TEXT_BYTES_MAX = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(HttpClient.Redirect.NEVER).build();
    private final TellingSettings settings;
    private final Clock clock;

    Webhook(TellingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public Carried send(Letter letter) {
        if (letter.hook().isEmpty()) {
            return Carried.hopeless("directory.tell.undelivered.no-hook");
        }
        var hook = letter.hook().get();
        if (hook.isShut()) {
            return Carried.failed("directory.tell.undelivered.keys");
        }
        var flaw = HookAddress.flaw(hook.url(), settings.loopback());
        if (flaw.isPresent()) {
            return Carried.failed("directory.tell.hook.flaw." + flaw.get());
        }
        try {
            var answer = client.sendAsync(request(letter, hook), BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_BYTES_MAX))
                    .get(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            return answer.statusCode() / 100 == 2 ? read(hook, answer) : Carried.failed("HTTP " + answer.statusCode());
        } catch (ExecutionException e) {
            var why = Objects.requireNonNullElse(e.getCause(), e);
            return Carried.failed(why.getClass().getSimpleName());
        } catch (TimeoutException e) {
            return Carried.failed(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Carried.failed(e.getClass().getSimpleName());
        }
    }

    /// The robots answer 200 to everything and say in the body whether they took it.
    private static Carried read(Hook hook, HttpResponse<String> answer) {
        if (hook.kind() == HookKind.JSON) {
            return new Carried.Over();
        }
        try {
            var said = JSON.readTree(answer.body());
            int code = said.path("errcode").asInt(-1);
            return code == 0 ? new Carried.Over() : Carried.failed(hook.withoutSecrets("errcode " + code + " " + said.path("errmsg").asString("")));
        } catch (JacksonException e) {
            return Carried.failed("directory.tell.undelivered.answer");
        }
    }

    private HttpRequest request(Letter letter, Hook hook) {
        return switch (hook.kind()) {
            case WECOM -> post(hook.url(), text(letter)).build();
            case DINGTALK -> post(signed(hook), text(letter)).build();
            case JSON -> {
                var body = JSON.writeValueAsString(told(letter));
                var timestamp = String.valueOf(clock.millis());
                yield post(hook.url(), body).header("X-Mingbai-Timestamp", timestamp).header("X-Mingbai-Letter", letter.mark())
                        .header("X-Mingbai-Signature", HexFormat.of().formatHex(hmac(hook.secret(), timestamp + "\n" + body))).build();
            }
        };
    }

    private static HttpRequest.Builder post(URI url, String body) {
        return HttpRequest.newBuilder(url).timeout(TIMEOUT).header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body));
    }

    private URI signed(Hook hook) {
        if (hook.secret().isEmpty()) {
            return hook.url();
        }
        var timestamp = String.valueOf(clock.millis());
        var sign = Base64.getEncoder().encodeToString(hmac(hook.secret(), timestamp + "\n" + hook.secret()));
        var joined = hook.url().getRawQuery() == null ? "?" : "&";
        return URI.create(hook.url() + joined + "timestamp=" + timestamp + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8));
    }

    private String text(Letter letter) {
        var words = Words.in(Locale.CHINESE);
        var text = new StringBuilder();
        int told = 0;
        for (var row : letter.tellings()) {
            var line = (told == 0 ? "" : "\n") + LetterText.outside(row, words) + "\n" + settings.linkTo(row.href());
            if (bytes(text) + bytes(line) > TEXT_BYTES_MAX) {
                break;
            }
            text.append(line);
            told++;
        }
        if (told < letter.tellings().size()) {
            text.append('\n').append(words.of("directory.tell.hook.more", letter.tellings().size() - told));
        }
        return JSON.writeValueAsString(Map.of("msgtype", "text", "text", Map.of("content", text.toString())));
    }

    private Map<String, Object> told(Letter letter) {
        var words = Words.in(Locale.CHINESE);
        var told = new LinkedHashMap<String, Object>();
        told.put("letter", letter.mark());
        told.put("writtenAt", letter.writtenAt().toInstant().toString());
        told.put("messages", letter.tellings().stream()
                .map(row -> Map.of("text", LetterText.outside(row, words), "link", settings.linkTo(row.href()), "urgent", row.urgent()))
                .toList());
        return told;
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static byte[] hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
