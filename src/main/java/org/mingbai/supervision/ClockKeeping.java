package org.mingbai.supervision;

import java.time.Clock;
import java.util.List;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterChanged;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MattersTakenOver;
import org.mingbai.supervision.clock.ClockTable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps the clocks of all matters side by side, in the transaction that moves one: no open matter is without its clock.
@Component
class ClockKeeping {

    private final TimeRules rules;
    private final Calendars calendars;
    private final ClockTable table;
    private final Clock clock;

    ClockKeeping(TimeRules rules, Calendars calendars, ClockTable table, Clock clock) {
        this.rules = rules;
        this.calendars = calendars;
        this.table = table;
        this.clock = clock;
    }

    @EventListener
    void keep(MatterChanged changed) {
        var was = changed.before() == null ? List.<ClockRow>of() : rows(changed.tenant(), changed.before());
        var is = rows(changed.tenant(), changed.now());
        change(changed.tenant(), changed.matter(), was, is);
    }

    @EventListener
    void keep(MattersTakenOver taken) {
        table.begin(taken.tenant(), taken.matters().stream().flatMap(matter -> rows(taken.tenant(), matter).stream()).toList());
    }

    /// Brings what is kept into line with what is read from the journal now.
    void mend(TenantId tenant, Matter matter) {
        var was = table.of(tenant, matter.id());
        var is = rows(tenant, matter);
        change(tenant, matter.id(), was, is);
    }

    private void change(TenantId tenant, MatterId matter, List<ClockRow> was, List<ClockRow> is) {
        var places = is.stream().map(ClockRow::place).toList();
        table.change(tenant, matter, was.stream().map(ClockRow::place).filter(place -> !places.contains(place)).toList(),
                is.stream().filter(row -> !was.contains(row)).toList());
    }

    List<ClockRow> rows(TenantId tenant, Matter matter) {
        return rows(tenant, matter, calendars.home(tenant));
    }

    /// As another calendar would have them.
    List<ClockRow> rows(TenantId tenant, Matter matter, WorkingCalendar calendar) {
        return Clocks.of(matter, rules.of(tenant), calendar, clock.getZone()).stream()
                .map(one -> ClockRow.of(matter, one, clock.getZone())).toList();
    }
}
