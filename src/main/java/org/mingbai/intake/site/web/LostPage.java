package org.mingbai.intake.site.web;

import org.jspecify.annotations.Nullable;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.ErrorPage;

/// What went wrong on the public site.
/// @param site whose pages were asked for; null where there is no such body, and after a fault of our own
public record LostPage(ErrorPage told, @Nullable Site site) {

    public String home() {
        return site == null ? "/p" : site.href();
    }
}
