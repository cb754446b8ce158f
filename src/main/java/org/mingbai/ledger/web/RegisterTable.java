package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.number;
import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Stage;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.LightSign;

/// Heads, groups and rows of a register's page.
final class RegisterTable {

    /// What is shown until the reader chooses, in this order: how it stands, by when, who answers. A register shows those of them that it has.
    private static final List<String> USUAL = List.of("light", "due", "leadUnit", "leader", "percent", "stage", "category");

    private final Register register;
    private final RegisterQuery query;
    private final Naming names;
    private final List<Policy.Column> columns;

    RegisterTable(Register register, RegisterQuery query, Naming names) {
        this.register = register;
        this.query = query;
        this.names = names;
        var there = choosable(register);
        this.columns = query.columns().isEmpty()
                ? USUAL.stream().flatMap(code -> there.stream().filter(column -> column.code().equals(code))).toList()
                : there.stream().filter(column -> query.columns().contains(column.code())).toList();
    }

    /// The title stands first in any case.
    static List<Policy.Column> choosable(Register register) {
        return register.policy().columns().stream().filter(column -> !column.code().equals("title")).toList();
    }

    String subjectHead() {
        return register.policy().columns().stream().filter(column -> column.code().equals("title")).map(ColumnLabel::of).findFirst()
                .orElseGet(() -> t("ledger.column.title"));
    }

    Set<String> chosen() {
        return columns.stream().map(Policy.Column::code).collect(Collectors.toSet());
    }

    List<RegisterPage.Head> heads() {
        return columns.stream().map(column -> column.code().equals("due")
                ? new RegisterPage.Head("due", ColumnLabel.of(column), column.kind(), query.order(dueTurned()).href(), sorted())
                : new RegisterPage.Head(column.code(), ColumnLabel.of(column), column.kind(), null, null)).toList();
    }

    private MatterFilter.Order dueTurned() {
        return query.order() == MatterFilter.Order.DUE ? MatterFilter.Order.DUE_LAST : MatterFilter.Order.DUE;
    }

    private @Nullable String sorted() {
        return switch (query.order()) {
            case DUE -> "ascending";
            case DUE_LAST -> "descending";
            case NEWEST, OLDEST -> null;
        };
    }

    List<RegisterPage.Group> groups(List<RegisterCells> matters, RegisterCounts counts) {
        if (query.grouping() == RegisterQuery.Grouping.NONE) {
            return List.of(new RegisterPage.Group(null, "", matters.stream().map(this::row).toList()));
        }
        var grouped = new LinkedHashMap<Optional<?>, List<RegisterCells>>();
        matters.forEach(told -> grouped.computeIfAbsent(groupOf(told), _ -> new ArrayList<>()).add(told));
        var groups = new ArrayList<RegisterPage.Group>();
        grouped.forEach((key, told) -> groups.add(group(key, told, counts)));
        return groups;
    }

    private Optional<?> groupOf(RegisterCells told) {
        return query.grouping() == RegisterQuery.Grouping.UNIT ? Optional.ofNullable(told.matter().lead()) : told.cells().light();
    }

    private RegisterPage.Group group(Optional<?> key, List<RegisterCells> told, RegisterCounts counts) {
        var rows = told.stream().map(this::row).toList();
        var narrowed = key.map(value -> value instanceof OrganisationId unit ? query.lead(unit).at(null, false) : query.light((LightSign) value));
        var title = key.map(value -> value instanceof OrganisationId unit ? names.unit(unit) : ((LightSign) value).word())
                .orElseGet(() -> t(query.grouping() == RegisterQuery.Grouping.UNIT ? "ledger.register.no-unit" : "ledger.register.no-light"));
        var total = narrowed.flatMap(counts::of);
        var said = total.map(all -> t("ledger.register.group-of", number(rows.size()), number(all)))
                .orElseGet(() -> t("ledger.register.group", number(rows.size())));
        return new RegisterPage.Group(new Link(title, narrowed.map(RegisterQuery::href).orElse("")), said, rows);
    }

    private RegisterPage.Row row(RegisterCells told) {
        var matter = told.matter();
        var number = matter.subject().number();
        return new RegisterPage.Row(matter.id().value(), MatterLink.to(matter.id()),
                number == null || number.isBlank() ? MatterNumber.of(matter).printed() : number,
                matter.subject().title(), told.saidIn(), columns.stream().map(column -> cell(told, column)).toList());
    }

    /// What is parked or came back is waited for on another day than its deadline. A file keeps the deadline: it is read again.
    private static Cell cell(RegisterCells told, Policy.Column column) {
        var matter = told.matter();
        var round = matter.round();
        boolean instead = column.code().equals("due") && (matter.stage() instanceof Stage.Parked || matter.stage() instanceof Stage.Relapsed);
        var day = instead ? matter.dueNow() : null;
        return day == null ? told.cells().of(column)
                : new Cell.Instead(t(matter.stage() instanceof Stage.Parked ? "ledger.register.review-on" : "ledger.register.reopen-by"), day,
                        t("ledger.matter.was-due"), round.due() == null ? null : round.due().date());
    }

    /// A matter with what its columns are read from.
    /// @param saidIn the file that says what was looked for, where the matter itself does not
    record RegisterCells(Matter matter, MatterCells cells, Optional<Link> saidIn) {}
}
