package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// A shipped pack, limit by limit, before it is taken.
/// @param open how many of its limits are not in force as they are
public record PackPage(String code, String name, String about, List<Item> items, long open, List<String> behind, List<LimitsPage.Remark> remarks,
        String from, String tomorrow, FieldErrors errors) {

    /// @param number of it in its source's own order; empty where there is none
    /// @param now what is in force for that; empty where nothing is
    /// @param same whether it is in force as it is
    public record Item(String code, String number, String name, String sentence, List<String> more, String now, boolean same, boolean chosen) {}

    public List<Link> way() {
        return List.of(new Link(t("supervision.rule.title"), "/limits"), new Link(t("supervision.rule.packs"), "/limits/packs"));
    }
}
