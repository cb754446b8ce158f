package org.mingbai.shell.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Open;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// What programs that watch ask for. Strangers learn that it lives and that it is ready, and nothing else; the numbers go to whoever has the
/// token. That the caller sits on the same machine is no reason: behind a proxy everybody does.
@Controller
class Watch {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final MediaType NUMBERS = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");
    private static final String BEARER = "Bearer ";

    private final Readiness readiness;
    private final List<Measured> measured;
    private final WatchSettings settings;

    Watch(Readiness readiness, ObjectProvider<Measured> measured, WatchSettings settings) {
        this.readiness = readiness;
        this.measured = measured.orderedStream().toList();
        this.settings = settings;
    }

    @Open("that it lives, and no more")
    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return answer(HttpStatus.OK, TEXT, "live\n");
    }

    @Open("that it is ready, and no more")
    @GetMapping("/health/ready")
    ResponseEntity<String> ready() {
        return readiness.isReady() ? answer(HttpStatus.OK, TEXT, "ready\n") : answer(HttpStatus.SERVICE_UNAVAILABLE, TEXT, "not ready\n");
    }

    @Open("asks for the token by itself")
    @GetMapping("/metrics")
    ResponseEntity<String> numbers(@RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (settings.token().isEmpty()) {
            return answer(HttpStatus.NOT_FOUND, TEXT, "mingbai.metrics.token\n");
        }
        if (!isAllowed(authorization)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
        }
        return answer(HttpStatus.OK, NUMBERS, text());
    }

    /// In as much time for a wrong token as for the right one.
    private boolean isAllowed(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER) && MessageDigest.isEqual(
                authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8), settings.token().getBytes(StandardCharsets.UTF_8));
    }

    /// Where the database does not answer, what needs none is told all the same.
    private String text() {
        var all = new ArrayList<Measure>();
        boolean database = readiness.isReady();
        for (var one : measured) {
            try {
                all.addAll(one.measures());
            } catch (DataAccessException | TransactionException gone) {
                database = false;
            }
        }
        all.add(new Measure("mingbai_database_up", "Whether the database answers", database ? 1 : 0));
        all.sort(Comparator.comparing(Measure::name));
        var text = new StringBuilder();
        var family = "";
        for (var one : all) {
            if (!one.family().equals(family)) {
                family = one.family();
                text.append("# HELP ").append(family).append(' ').append(one.about()).append('\n');
                text.append("# TYPE ").append(family).append(' ').append(one.kind()).append('\n');
            }
            text.append(one.name()).append(' ').append(one.value()).append('\n');
        }
        return text.toString();
    }

    private static ResponseEntity<String> answer(HttpStatus status, MediaType type, String text) {
        return ResponseEntity.status(status).contentType(type).cacheControl(CacheControl.noStore()).body(text);
    }
}
