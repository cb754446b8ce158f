package org.mingbai.shell;

import java.util.List;

/// One step of the way that says where I am; the page itself is not among them.
public record Crumb(String label, String href) {

    /// From the top down: `Crumb.way(new Crumb(t("ledger.registers"), "/registers"), …)`.
    public static List<Crumb> way(Crumb... crumbs) {
        return List.of(crumbs);
    }
}
