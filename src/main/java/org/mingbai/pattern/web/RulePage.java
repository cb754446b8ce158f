package org.mingbai.pattern.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// One rule of the catalogue with all its versions.
/// @param nextHref where its next version is written down; empty for who may not
/// @param ends whether it can be ended: it goes on without an end
/// @param to the last day as typed
public record RulePage(String title, String href, String scope, List<Version> versions, String nextHref, boolean ends, String to, String today,
        FieldErrors errors) {

    /// @param withdrawal where it is taken back; empty where it has begun
    public record Version(String to, String basis, String span, String standing, boolean inForce, String flaw, String withdrawal) {}

    public List<Link> way() {
        return List.of(new Link(t("pattern.dispatch.title"), DispatchPages.ALL), new Link(t("pattern.dispatch.catalogue.title"), CataloguePages.ALL));
    }
}
