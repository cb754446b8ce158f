package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.intake.Publication;
import org.mingbai.intake.Publishing;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.page.Choice;

/// What became of what people raised, as everybody may read it.
/// @param place words of a place asked for; empty for all
/// @param nextHref where older ones are; empty at the end
public record DonePage(Site site, List<Publishing.Shown> shown, List<Choice> kinds, String place, String kind, String nextHref) {

    public String outcome(Publication publication) {
        return t("intake.outcome." + publication.outcome());
    }

    public String href(Publication publication, Publication.Picture picture) {
        return site.href() + "/done/" + publication.matter().value() + "/" + picture.sha256() + ".jpg";
    }

    public boolean isAsked() {
        return !place.isEmpty() || !kind.isEmpty();
    }
}
