package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Policy;
import org.mingbai.shell.Link;
import org.mingbai.shell.Words;
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
    public record Head(String code, String label, Policy.Column.Kind kind, @Nullable String sortHref, @Nullable String sorted) {
        public @Nullable String css() {
            return kind == Policy.Column.Kind.PERCENT ? "num" : null;
        }
    }

    /// @param title null for a list that is not grouped
    public record Group(@Nullable Link title, String told, List<Row> rows) {}

    /// @param saidIn the file that says what was looked for, where the matter itself does not
    public record Row(long id, String href, String number, String title, Optional<Link> saidIn, List<Cell> cells) {}

    public String emptyTitle() {
        return t(query.restricts() ? "ledger.register.none-such" : "ledger.register.none");
    }

    public String emptyText() {
        return t(query.restricts() ? "ledger.register.none-such.text" : "ledger.register.none.text");
    }

    public @Nullable Link emptyFirst() {
        return query.restricts() ? new Link(t("shell.filter.all"), "/registers/" + code) : null;
    }

    /// The same page with every row ticked, or with none.
    public Link tick() {
        return all
                ? new Link(t("ledger.register.select-none"), query.href())
                : new Link(t("ledger.register.select-all", Words.number(shown)), query.href() + (query.query().isEmpty() ? "?" : "&") + "all");
    }

    public List<Choice> heights() {
        return List.of(new Choice("normal", t("ledger.register.height.NORMAL")), new Choice("low", t("ledger.register.height.LOW")));
    }

    public List<Link> way() {
        return List.of(new Link(t("ledger.register.title"), "/registers"));
    }
}
