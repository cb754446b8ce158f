package org.mingbai.verdict;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The versions of a tenant's formula: the shipped one, and those set since. Months that have begun keep the one they have.
@Component
public class Formulas {

    private final FormulaTable table;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Formulas(FormulaTable table, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The earliest first.
    public List<Formula> of(TenantId tenant) {
        var all = new ArrayList<Formula>();
        all.add(Formula.SHIPPED);
        for (var next : table.of(tenant)) {
            all.set(all.size() - 1, all.getLast().until(Objects.requireNonNull(next.from())));
            all.add(next);
        }
        return List.copyOf(all);
    }

    /// An assessment month with its days and the formula that holds for it.
    /// @param before the first day that is no longer in it
    public record Month(YearMonth month, LocalDate from, LocalDate before, Formula formula) {}

    public Month month(TenantId tenant, YearMonth month) {
        var all = of(tenant);
        return new Month(month, in(all, month).firstDayOf(month), in(all, month.plusMonths(1)).firstDayOf(month.plusMonths(1)), in(all, month));
    }

    /// The assessment month in which today lies.
    public YearMonth current(TenantId tenant) {
        var today = LocalDate.now(clock);
        var next = YearMonth.from(today).plusMonths(1);
        return today.isBefore(in(of(tenant), next).firstDayOf(next)) ? next.minusMonths(1) : next;
    }

    private static Formula in(List<Formula> all, YearMonth month) {
        return all.stream().filter(formula -> formula.holdsFor(month)).findFirst().orElseThrow();
    }

    /// The first month a further version may hold for: one that has not begun, and later than the last version's.
    public YearMonth earliest(TenantId tenant) {
        var next = current(tenant).plusMonths(1);
        var last = of(tenant).getLast().from();
        return last == null || last.isBefore(next) ? next : last.plusMonths(1);
    }

    /// Sets the next version. False where that month has begun or has its version, or another was quicker.
    public boolean put(Keeper by, Formula asked) {
        var from = asked.from();
        if (from == null || from.isBefore(earliest(by.tenant()))) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var last = of(by.tenant()).getLast();
            var next = new Formula(last.version() + 1, asked.response(), asked.solution(), asked.satisfaction(), asked.fairly(), asked.firstDay(),
                    asked.basis(), from, null);
            boolean added = table.add(by.tenant(), next, by.person().orElseThrow(), OffsetDateTime.now(clock));
            if (added) {
                audit.formulaSet(by, told(last), told(next));
            }
            return added;
        }));
    }

    private static Map<String, String> told(Formula formula) {
        return Map.of("version", Integer.toString(formula.version()), "weights", plain(formula.response()) + "/" + plain(formula.solution()) + "/"
                + plain(formula.satisfaction()), "fairly", plain(formula.fairly()), "firstDay", Integer.toString(formula.firstDay()),
                "from", formula.from() == null ? "" : formula.from().toString(), "basis", formula.basis());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
