package org.mingbai.ledger.web;

import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Evidence;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.mingbai.library.web.HandedOut;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Hands out the files of a matter to those who may see the matter. To know a hash opens nothing.
@Controller
class MatterFiles {

    private final Sightings sightings;
    private final Library library;

    MatterFiles(Sightings sightings, Library library) {
        this.sightings = sightings;
        this.library = library;
    }

    @Needs(Right.SEE_MATTERS)
    @GetMapping("/matters/{id}/files/{sha256}")
    ResponseEntity<Resource> file(SignedIn who, @PathVariable long id, @PathVariable String sha256) {
        var file = sightings.of(who, id).journal().stream().flatMap(line -> Evidence.laidBy(line.entry()).stream())
                .filter(it -> it.sha256().equals(sha256)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return HandedOut.of(new StoredFile(sha256, file.name(), file.mediaType(), file.size()), library.contentOf(who.tenant(), sha256));
    }
}
