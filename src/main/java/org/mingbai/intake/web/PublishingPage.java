package org.mingbai.intake.web;

import java.time.LocalDate;
import java.util.List;
import org.mingbai.intake.Publishing;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Pager;

/// What somebody at the office looks through before everybody may read it.
/// @param typed as it was typed, or as it is proposed
/// @param before pictures that came with the voices
public record PublishingPage(Publishing.Draft draft, Publishing.Release typed, List<Picture> before, List<Picture> after, FieldErrors errors) {

    /// @param href where it is looked at as it came
    public record Picture(String sha256, String name, String href, boolean chosen) {}

    /// The endings that may be released.
    /// @param paged whether there are more than stand on this page
    public record Offered(List<Row> rows, Pager pager, boolean paged, boolean published) {}

    /// @param out whether everybody reads it now
    public record Row(long matter, String number, String title, LocalDate closedOn, String outcome, boolean out) {}
}
