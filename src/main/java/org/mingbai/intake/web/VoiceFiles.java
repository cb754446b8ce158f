package org.mingbai.intake.web;

import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Voice;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.Pictures;
import org.mingbai.library.StoredFile;
import org.mingbai.library.web.HandedOut;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Hands out what came with a voice to those who may see its matter, and the log of looks says to whom. What
/// was let out unread is saved and never shown.
@Controller
class VoiceFiles {

    /// What is saved and never shown.
    static final String UNREAD = "application/octet-stream";

    private static final int MARK = 8;

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
        voices.opened(who, new MatterId(id), no, found.file());
        if (found.anew()) {
            return HandedOut.drawn(no + "-" + sha256.substring(0, MARK),
                    Pictures.bare(found.bytes()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        }
        var file = found.readable() ? found.file() : new StoredFile(found.file().sha256(), found.file().name(), UNREAD, found.file().size());
        return HandedOut.of(file, found.bytes());
    }
}
