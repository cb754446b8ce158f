package org.mingbai.verdict.callback;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A gateway that takes `{"id", "phone", "text"}` by POST, signed over time and body as HMAC-SHA256, and answers 2xx to what it takes. Redirects are
/// not followed: a number goes to the address somebody answered for and to no other.
@Component
class HttpTextGateway implements TextGateway, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(HttpClient.Redirect.NEVER).build();
    private final TextSettings settings;
    private final Clock clock;

    HttpTextGateway(TextSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        return !settings.url().isEmpty();
    }

    @Override
    public Optional<String> hand(String phone, String text, String mark) {
        try {
            int status = client.send(request(phone, text, mark), BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("HTTP " + status);
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private HttpRequest request(String phone, String text, String mark) {
        var told = new LinkedHashMap<String, String>();
        told.put("id", mark);
        told.put("phone", phone);
        told.put("text", text);
        var body = JSON.writeValueAsString(told);
        var timestamp = String.valueOf(clock.millis());
        return HttpRequest.newBuilder(URI.create(settings.url())).timeout(TIMEOUT).header("Content-Type", "application/json; charset=utf-8")
                .header("X-Mingbai-Timestamp", timestamp).header("X-Mingbai-Letter", mark)
                .header("X-Mingbai-Signature", HexFormat.of().formatHex(hmac(timestamp + "\n" + body))).POST(BodyPublishers.ofString(body)).build();
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
