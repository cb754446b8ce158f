package org.mingbai.fuzz;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingbai.directory.Bureau;
import org.springframework.web.util.HtmlUtils;

/// The whole product over HTTP. The first line says who asks for what (`coordinator POST /path?query`, or `nobody`), the rest is sent as it stands: as
/// JSON where it begins like that, else as a form.
final class WebTarget implements Target {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FAULT = 500;
    private static final int NOT_NOW = 503;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final Pattern INNER = Pattern.compile("\\bat (?:org|java|jakarta)\\.[\\w.$]+\\(|org\\.(?:springframework|postgresql)\\.");

    private final String base;
    private final Map<String, String> logins;
    private final Map<String, Asking> askings = new HashMap<>();

    /// @param logins by the word the first line has for whoever asks
    WebTarget(int port, Map<String, String> logins) {
        this.base = "http://localhost:" + port;
        this.logins = logins;
    }

    private record Asking(HttpClient client, String token) {}

    @Override
    public void take(byte[] input) throws Exception {
        var text = new String(input, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        var head = (end < 0 ? text : text.substring(0, end)).split(" ", 3);
        var body = end < 0 ? "" : text.substring(end + 1);
        if (head.length < 3 || !head[2].startsWith("/") || !head[1].matches("GET|POST|PUT|DELETE")) {
            return;
        }
        var address = address(head[2]);
        if (address.isEmpty()) {
            return;
        }
        var answer = sent(head[0], head[1], address.get(), body);
        if (answer.statusCode() >= FAULT && answer.statusCode() != NOT_NOW) {
            throw new AssertionError(answer.statusCode() + " to " + head[1] + " " + head[2]);
        }
        if (INNER.matcher(answer.body()).find()) {
            throw new AssertionError("the inside is shown to " + head[1] + " " + head[2]);
        }
        if (answer.headers().firstValue("Location").filter(to -> to.contains("/sign-in")).isPresent()) {
            askings.remove(head[0]);
        }
    }

    private Optional<URI> address(String path) {
        try {
            return Optional.of(URI.create(base + path.replaceAll("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]", "%41")));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// @param who a word of the logins, or any other for nobody
    HttpResponse<String> sent(String who, String method, URI address, String body) throws IOException, InterruptedException {
        var asking = asking(who);
        var type = body.startsWith("{") || body.startsWith("[") ? "application/json" : "application/x-www-form-urlencoded";
        return asking.client().send(HttpRequest.newBuilder(address).timeout(PATIENCE).header("X-CSRF-TOKEN", asking.token()).header("Content-Type", type)
                .header("Accept-Language", "zh").method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private Asking asking(String who) throws IOException, InterruptedException {
        var known = askings.get(who);
        if (known != null) {
            return known;
        }
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var token = token(client, "/sign-in");
        var login = logins.get(who);
        if (login != null) {
            client.send(HttpRequest.newBuilder(URI.create(base + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-CSRF-TOKEN", token).POST(BodyPublishers.ofString("login=" + login + "&password=" + Bureau.PASSWORD)).build(),
                    BodyHandlers.discarding());
            token = token(client, "/password");
        }
        var asking = new Asking(client, token);
        askings.put(logins.containsKey(who) ? who : "nobody", asking);
        return asking;
    }

    private String token(HttpClient client, String page) throws IOException, InterruptedException {
        var found = TOKEN.matcher(client.send(HttpRequest.newBuilder(URI.create(base + page)).build(), BodyHandlers.ofString()).body());
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
