package org.mingbai.intake.web;

import java.nio.charset.StandardCharsets;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Voice;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.StoredFile;
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

/// Hands out what came with a voice to those who may see its matter. A picture is shown, all else is saved and never opened.
@Controller
class VoiceFiles {

    private final Voices voices;

    VoiceFiles(Voices voices) {
        this.voices = voices;
    }

    static String href(Voice voice, StoredFile file) {
        return "/matters/" + voice.matter().value() + "/voices/" + voice.no() + "/files/" + file.sha256();
    }

    @Needs(Right.SEE_MATTERS)
    @GetMapping("/matters/{id}/voices/{no}/files/{sha256}")
    ResponseEntity<Resource> file(SignedIn who, @PathVariable long id, @PathVariable int no, @PathVariable String sha256) {
        var found = voices.file(who, new MatterId(id), no, sha256).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean shown = found.file().mediaType().startsWith("image/");
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(found.file().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.file().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(sha256)
                .body(new FileSystemResource(found.bytes()));
    }
}
