package org.mingbai.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody signed in through the sign-in page, who sends forms as a browser does.
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    /// @param location where the answer leads to; empty when it is a page itself
    private record Reply(int status, String location, String text) {}

    private final int port;
    private String cookie = "";
    private String token = "";

    private Visitor(int port) {
        this.port = port;
    }

    static Visitor signIn(int port, String login, String password) throws IOException {
        var visitor = new Visitor(port);
        visitor.page("/sign-in");
        visitor.post("/sign-in", Map.of("login", login, "password", password));
        visitor.page("/matters/new?register=" + BenchTown.REGISTER);
        return visitor;
    }

    /// Where the form led to.
    String post(String path, Map<String, String> fields) throws IOException {
        var body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
        var reply = ask(path, body.getBytes(StandardCharsets.UTF_8));
        if (reply.status != HttpURLConnection.HTTP_SEE_OTHER) {
            throw new IOException("POST " + path + " was answered " + reply.status + ": " + reply.text);
        }
        return URI.create(reply.location).getPath();
    }

    String page(String path) throws IOException {
        var reply = ask(path, null);
        if (reply.status != HttpURLConnection.HTTP_OK) {
            throw new IOException("GET " + path + " was answered " + reply.status + ": " + reply.text);
        }
        var found = TOKEN.matcher(reply.text);
        if (token.isEmpty() && found.find()) {
            token = found.group(1);
        }
        return reply.text;
    }

    /// How many rows a CSV file has, which is not kept: a quoted cell may hold several lines.
    long rows(String path) throws IOException {
        var connection = asking(path);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("GET " + path + " was answered " + connection.getResponseCode());
        }
        long rows = 0;
        boolean quoted = false;
        var buffer = new byte[1 << 16];
        try (var in = connection.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    quoted ^= buffer[i] == '"';
                    rows += buffer[i] == '\n' && !quoted ? 1 : 0;
                }
            }
        }
        return rows;
    }

    private HttpURLConnection asking(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        if (!cookie.isEmpty()) {
            connection.setRequestProperty("Cookie", cookie);
        }
        return connection;
    }

    private Reply ask(String path, byte @org.jspecify.annotations.Nullable [] body) throws IOException {
        var connection = asking(path);
        if (body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            connection.setFixedLengthStreamingMode(body.length);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        keepCookie(connection);
        var stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        var text = stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        if (stream != null) {
            stream.close();
        }
        return new Reply(status, connection.getHeaderField("Location") == null ? "" : connection.getHeaderField("Location"), text);
    }

    /// A new session has a new form token.
    private void keepCookie(HttpURLConnection connection) {
        var set = connection.getHeaderField("Set-Cookie");
        if (set != null && set.startsWith("mingbai=")) {
            cookie = set.substring(0, set.indexOf(';'));
            token = "";
        }
    }
}
