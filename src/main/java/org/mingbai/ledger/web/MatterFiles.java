package org.mingbai.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.library.Library;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Hands out the files of a matter to those who may see the matter. To know a hash opens nothing.
@Controller
class MatterFiles {

    /// What a browser shows without running anything; all else is saved, never opened.
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf", "text/plain");

    private final Sightings sightings;
    private final Library library;

    MatterFiles(Sightings sightings, Library library) {
        this.sightings = sightings;
        this.library = library;
    }

    @Needs(Right.SEE_MATTERS)
    @GetMapping("/matters/{id}/files/{sha256}")
    ResponseEntity<Resource> file(SignedIn who, @PathVariable long id, @PathVariable String sha256) {
        var file = sightings.of(who, id).journal().stream().flatMap(line -> Story.files(line.entry()).stream())
                .filter(it -> it.sha256().equals(sha256)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean shown = SHOWN.contains(file.mediaType());
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(sha256)
                .body(new FileSystemResource(library.contentOf(who.tenant(), sha256)));
    }

    private static MediaType type(String told) {
        var type = MediaType.parseMediaType(told);
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }
}
