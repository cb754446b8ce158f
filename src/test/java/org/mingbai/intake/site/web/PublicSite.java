package org.mingbai.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mingbai.SettableClock;
import org.mingbai.directory.Portal;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.Imports;
import org.mingbai.intake.RightsRequests;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.library.Library;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.HtmlUtils;

/// A town whose public site is open; new for each test.
abstract class PublicSite {

    static final AtomicInteger DAYS = new AtomicInteger();
    static final Duration WRITTEN = Duration.ofSeconds(40);
    static final byte[] PDF = "%PDF-1.4\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    static final String UNKNOWN = "7K3M-ABCD-EFGH-JKMN-PQRS";

    @Autowired Library library;
    @Autowired Portal portal;
    @Autowired SmallTown town;
    @Autowired Registers registers;
    @Autowired Matters matters;
    @Autowired Voices voices;
    @Autowired RightsRequests requests;
    @Autowired Imports imports;
    @Autowired JdbcTemplate db;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    final HttpClient client = HttpClient.newHttpClient();

    SmallTown.Cast cast;
    String base;

    /// Each on a later day than the one before: what one address may do in an hour is whole again.
    @BeforeEach
    void a_town_that_listens() {
        clock.set(LocalDate.of(2026, 4, 1).plusDays(DAYS.getAndIncrement()));
        cast = open();
        base = "/p/" + cast.tenant().value();
    }

    @AfterEach
    void done() {
        client.close();
    }

    SmallTown.Cast open() {
        var made = town.layOut();
        registers.show(made.tenant(), "hotline", true, false);
        return made;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> receiptWith(String code) {
        return asked(HttpRequest.newBuilder(URI.create("http://localhost:" + port + base + "/receipt")).header("Cookie", "mingbai-receipt=" + code));
    }

    HttpResponse<String> withFiles(Multipart parts) {
        var form = form(Map.of("text", "路灯不亮"));
        form.forEach(parts::field);
        try (var nobody = new Browsing(port)) {
            return parts.send(port, nobody, base + "/raise");
        }
    }

    String refused(Map<String, String> fields) {
        var answer = raise(fields);
        assertThat(answer.statusCode()).as(fields.keySet().toString()).isEqualTo(422);
        return answer.body();
    }

    HttpResponse<String> raise(Map<String, String> fields) {
        return send(form(fields));
    }

    /// As somebody has it after writing it.
    Map<String, String> form(Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("ticket", valueOn(get(base + "/raise").body(), "ticket"));
        clock.advance(WRITTEN);
        return form;
    }

    HttpResponse<String> send(Map<String, String> form) {
        return post("/raise", form);
    }

    HttpResponse<String> get(String path) {
        return asked(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return asked(HttpRequest.newBuilder(URI.create("http://localhost:" + port + base + path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> asked(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Accept-Language", "zh").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String codeOn(HttpResponse<String> page) {
        return found(page.body(), "class=\"code\">([^<]+)<");
    }

    static String valueOn(String page, String field) {
        return found(page, "name=\"" + field + "\" value=\"([^\"]*)\"");
    }

    static String found(@Nullable String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page == null ? "" : page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    Matter matter() {
        return all().getFirst();
    }

    List<Matter> all() {
        return matters.page(cast.coordinator(), MatterFilter.all("hotline")).matters();
    }
}
