package org.mingbai.intake.site.web;

import java.util.List;
import org.mingbai.intake.Notice;
import org.mingbai.intake.site.Site;

/// Where somebody begins who knows nothing of the office.
public final class HomePage {

    private HomePage() {}

    /// The bodies that have a public side here.
    public record Choice(List<Site> sites) {}

    /// What is kept of those who raise something, and what they may ask.
    /// @param others versions that were shown before or since, the newest first
    public record Told(Site site, String language, Notice notice, boolean inForce, List<Notice> others) {}
}
