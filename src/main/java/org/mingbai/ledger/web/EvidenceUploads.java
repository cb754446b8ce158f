package org.mingbai.ledger.web;

import java.util.List;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Evidence;
import org.mingbai.library.FileRefused;
import org.mingbai.library.StoredFile;
import org.mingbai.library.web.Uploads;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Takes in the files of an act's form, as the act names them.
@Component
class EvidenceUploads {

    private final Uploads uploads;

    EvidenceUploads(Uploads uploads) {
        this.uploads = uploads;
    }

    record Taken(List<Evidence.File> files, FieldErrors errors) {}

    /// @param kept `hash name` of each file that came before
    Taken take(SignedIn who, List<String> kept, List<MultipartFile> sent) {
        var taken = uploads.take(who, kept, sent);
        return new Taken(taken.files().stream().map(file -> new Evidence.File(file.sha256(), file.name(), file.mediaType(), file.size())).toList(),
                taken.errors());
    }

    StoredFile keep(SignedIn who, MultipartFile file) throws FileRefused {
        return uploads.keep(who, file);
    }
}
