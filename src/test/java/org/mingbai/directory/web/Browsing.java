package org.mingbai.directory.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// A browser without script: keeps cookies, fills in forms, does not follow where it is sent.
public final class Browsing implements AutoCloseable {

    /// Longer than any reader waits: what takes so long has no answer.
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private final Map<String, String> said;

    public Browsing(int port) {
        this(port, Map.of());
    }

    /// @param said headers that go with everything it asks
    Browsing(int port, Map<String, String> said) {
        this.base = "http://localhost:" + port;
        this.said = said;
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "zh");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// Sends a form with the token of the page it is on.
    public HttpResponse<String> post(String formPage, String path, Map<String, String> fields) {
        return postWith(tokenOn(formPage), path, fields);
    }

    public HttpResponse<String> postWith(String token, String path, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "zh").POST(BodyPublishers.ofString(body)));
    }

    /// Any method with an empty form and a token in the header.
    public HttpResponse<String> send(String method, String path, String type, String token) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("X-CSRF-TOKEN", token)
                .header("Content-Type", type).method(method, BodyPublishers.noBody()));
    }

    /// A body that is no form.
    public HttpResponse<String> put(String path, String type, String token, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("X-CSRF-TOKEN", token)
                .header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> signIn(String login, String password) {
        return post("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    public String tokenOn(String page) {
        return tokenIn(get(page).body()).orElseThrow(() -> new AssertionError("no form on " + page));
    }

    /// Nothing where the page has no form.
    public static Optional<String> tokenIn(String page) {
        return TOKEN.matcher(page).results().findFirst().map(found -> HtmlUtils.htmlUnescape(found.group(1)));
    }

    /// What a hidden or text field on that page holds.
    public String valueOn(String page, String field) {
        var found = Pattern.compile("name=\"" + field + "\"[^>]* value=\"([^\"]*)\"").matcher(get(page).body());
        if (!found.find()) {
            throw new AssertionError("no field " + field + " on " + page);
        }
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream().filter(it -> it.getName().equals("mingbai"))
                .map(it -> Objects.requireNonNull(it.getValue())).findFirst().orElse("");
    }

    public void forgetSession() {
        cookies.getCookieStore().removeAll();
    }

    public void bring(String session) {
        var cookie = new java.net.HttpCookie("mingbai", session);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    /// As it comes: a file, say.
    public byte[] getBytes(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "zh").build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        said.forEach(request::header);
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
