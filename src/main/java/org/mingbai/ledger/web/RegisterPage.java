package org.mingbai.ledger.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Policy;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FilterPart;
import org.mingbai.shell.page.Pager;
import org.mingbai.shell.page.Tab;

/// One register as a table.
/// @param faults what the address asked and nobody understands
/// @param subjectHead the heading over the titles
/// @param total how many answer to the whole question; empty where that is not kept
/// @param all whether every row of the page comes ticked
/// @param acts what can be done to several at once by this reader
public record RegisterPage(
        String code,
        String name,
        RegisterQuery query,
        List<String> faults,
        List<Tab> tabs,
        List<SavedView> views,
        List<FilterPart> sentence,
        Choices choices,
        String subjectHead,
        List<Head> heads,
        List<Group> groups,
        int shown,
        Optional<Long> total,
        Pager pager,
        boolean all,
        List<Choice> acts,
        Optional<String> raiseHref,
        Optional<String> exportHref,
        Optional<String> csvHref) {

    public record SavedView(String name, String href, boolean current) {}

    public record Choices(List<Choice> lights, List<Choice> stages, List<Choice> leads, List<Choice> orders, List<Choice> groupings, List<Choice> sizes,
                   List<ColumnChoice> columns) {}

    public record ColumnChoice(String code, String label, boolean chosen) {}

    /// @param sortHref where the same list is in the order of this column; null where it has none
    /// @param sorted `ascending` or `descending` while it is
    public record Head(String code, String label, Policy.Column.Kind kind, @Nullable String sortHref, @Nullable String sorted) {}

    /// @param title null for a list that is not grouped
    public record Group(@Nullable Link title, String told, List<Row> rows) {}

    public record Row(long id, String href, String number, String title, List<Cell> cells) {}

    public List<Link> way() {
        return List.of(new Link(org.mingbai.shell.Words.t("ledger.register.title"), "/registers"));
    }
}
