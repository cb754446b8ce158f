package org.mingbai.intake.site.web;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Tickets;
import org.mingbai.intake.web.HandedIn;
import org.mingbai.library.FileRefused;
import org.mingbai.library.StoredFile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// The files of a form that anybody may send.
@Component
class Handed {

    private final Receiving receiving;
    private final Tickets tickets;

    Handed(Receiving receiving, Tickets tickets) {
        this.receiving = receiving;
        this.tickets = tickets;
    }

    /// The files as a form carries them along. All who raise something here share one row, so a mark of ours says that a file came with this form:
    /// without it anybody could ask by its digest whether somebody has handed in a file.
    List<RaiseForm.Kept> kept(Site site, List<StoredFile> files) {
        return files.stream().map(file -> {
            var what = file.sha256() + " " + file.name();
            return new RaiseForm.Kept(tickets.mark(site.tenant(), what) + " " + what, file.name());
        }).toList();
    }

    private Optional<String> marked(Site site, String value) {
        int blank = value.indexOf(' ');
        return blank < 0 ? Optional.empty()
                : Optional.of(value.substring(blank + 1)).filter(what -> tickets.isMarked(site.tenant(), what, value.substring(0, blank)));
    }

    /// @param kept `mark hash name` of each file that came with this form before
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
        }, kept.stream().limit(HandedIn.FILES_MAX).flatMap(value -> marked(site, value).stream()).toList(), sent);
    }
}
