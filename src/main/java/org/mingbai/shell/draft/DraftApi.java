package org.mingbai.shell.draft;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Open;
import org.mingbai.shell.Viewer;
import org.mingbai.shell.ViewerSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Spoken to by the script of a form only, so it is no part of the public interface.
@RestController
@RequestMapping("/drafts/{key}")
class DraftApi {

    /// @param content pairs of a field's name and what stands in it
    record Kept(@JsonRawValue String content, OffsetDateTime keptAt) {}

    private static final int LENGTH_MAX = 200_000;
    private static final int BYTES_A_CHARACTER = 4;
    private static final TypeReference<List<List<String>>> FIELDS = new TypeReference<>() {};

    private final DraftTable drafts;
    private final ObjectProvider<ViewerSource> viewers;
    private final JsonMapper json;

    DraftApi(DraftTable drafts, ObjectProvider<ViewerSource> viewers, JsonMapper json) {
        this.drafts = drafts;
        this.viewers = viewers;
        this.json = json;
    }

    @Open("asks who writes by itself, and knows only what they wrote")
    @GetMapping
    ResponseEntity<Kept> find(@PathVariable String key) {
        return drafts.find(writer(), key).map(draft -> ResponseEntity.ok(new Kept(draft.content(), draft.keptAt())))
                .orElse(ResponseEntity.noContent().build());
    }

    @Open("asks who writes by itself, and knows only what they wrote")
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String key, HttpServletRequest request) throws IOException {
        // Nothing is read of what nobody may keep, nor more of it than can be kept.
        var writer = writer();
        var body = request.getInputStream().readNBytes(BYTES_A_CHARACTER * LENGTH_MAX + 1);
        var content = body.length > BYTES_A_CHARACTER * LENGTH_MAX ? "" : json.writeValueAsString(fields(body));
        if (content.isEmpty() || content.length() > LENGTH_MAX || content.contains("\\u0000")) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        drafts.keep(writer, key, content);
    }

    private List<List<String>> fields(byte[] body) {
        try {
            return Optional.ofNullable(json.readValue(body, FIELDS)).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        } catch (JacksonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    @Open("asks who writes by itself, and knows only what they wrote")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String key) {
        drafts.forget(writer(), key);
    }

    private Viewer writer() {
        return viewers.stream().findFirst().flatMap(ViewerSource::viewer)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
