package org.mingbai.intake.site.web;

import java.util.List;
import org.mingbai.intake.ReceptionWords;
import org.mingbai.intake.Receptions;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// When the holder of a receipt is received, and what there is to book.
/// @param code in the forms of a browser that keeps no cookies; else empty
/// @param slot chosen, to be mended
/// @param done what was done just now, in words; empty otherwise
public record OwnReceptionPage(Site site, Receptions.Own own, String code, String slot, FieldErrors errors, String done) {

    public List<String> booked() {
        return own.booked().stream().map(ReceptionWords::told).toList();
    }

    public List<Choice> slots() {
        return ReceptionWords.choices(own.free());
    }

    public boolean stands() {
        return own.booked().stream().anyMatch(it -> it.booking().isOpen());
    }

    /// What everybody can book.
    public record Open(Site site, List<Choice> slots) {}
}
