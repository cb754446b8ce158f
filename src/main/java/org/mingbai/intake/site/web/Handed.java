package org.mingbai.intake.site.web;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.web.HandedIn;
import org.mingbai.library.FileRefused;
import org.mingbai.library.StoredFile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// The files of a form that anybody may send.
@Component
class Handed {

    private final Receiving receiving;

    Handed(Receiving receiving) {
        this.receiving = receiving;
    }

    /// @param kept `hash name` of each file that came with this form before
    HandedIn.Taken take(Site site, List<String> kept, List<MultipartFile> sent) {
        return HandedIn.take(new HandedIn.Shelf() {
            @Override
            public StoredFile keep(String name, InputStream content) throws FileRefused {
                return receiving.bring(site.tenant(), name, content);
            }

            @Override
            public Optional<StoredFile> before(String sha256, String name) {
                return receiving.brought(site.tenant(), sha256, name);
            }
        }, kept, sent);
    }
}
