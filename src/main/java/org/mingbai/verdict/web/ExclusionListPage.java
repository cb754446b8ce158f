package org.mingbai.verdict.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Tab;

/// What was asked to be left out of the rates, by how it stands.
public record ExclusionListPage(List<Tab> tabs, List<Row> rows) {

    /// @param yours whether this reader may decide it now
    public record Row(Link one, String unit, String reason, String state, String asked, boolean yours) {}
}
