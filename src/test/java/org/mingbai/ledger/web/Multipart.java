package org.mingbai.ledger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mingbai.directory.web.Browsing;

/// A form with files, or any body, sent as the person whose session a browser holds.
public final class Multipart {

    private static final String EDGE = "----edge-of-a-part";

    private final List<byte[]> parts = new ArrayList<>();

    public Multipart field(String name, String value) {
        parts.add(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Multipart file(String name, String fileName, byte[] content) {
        parts.add(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName.replace("\"", "%22")
                + "\"\r\nContent-Type: text/html\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        parts.add(content);
        parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public HttpResponse<String> send(int port, Browsing as, String path) {
        parts.add(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(port, as, path, "multipart/form-data; boundary=" + EDGE, BodyPublishers.ofByteArrays(parts));
    }

    public static HttpResponse<String> send(int port, Browsing as, String path, String type, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Cookie", "mingbai=" + as.session())
                .header("Content-Type", type).header("Accept-Language", "zh").POST(body);
        try (var client = HttpClient.newHttpClient()) {
            return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
