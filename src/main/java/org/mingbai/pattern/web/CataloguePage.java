package org.mingbai.pattern.web;

import java.util.List;
import org.mingbai.shell.page.Tab;

/// The dispatch catalogue.
/// @param keeps whether the reader may change it
public record CataloguePage(List<Tab> tabs, List<Row> now, List<Row> other, boolean keeps) {

    /// @param standing in force, to come or over
    /// @param flaw why it suggests nothing though it is in force; empty where it does
    public record Row(String number, String href, String scope, String to, String basis, String span, String standing, String flaw) {}
}
