package org.mingbai.reporting.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.mingbai.directory.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Of which days that are over `reporting.case_sum` tells how cases stood at their end: the last days of the months somebody looks back at. Each is summed
/// once, when its month is over; what is read of it later, the database adds by itself.
@Component
public class SumDays {

    private static final Logger LOG = LoggerFactory.getLogger(SumDays.class);
    /// How many months back a board is told from sums. Older ones are read case by case.
    private static final int MONTHS_BACK = 24;
    /// How far back the cases of such a board go: its own month and the eleven before it.
    private static final int MONTHS_SHOWN = 12;

    private final JdbcClient db;
    private final CaseTable table;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SumDays(JdbcClient db, CaseTable table, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.table = table;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whether there are sums of how cases stood at the end of that day, with days of theirs since the other one.
    public boolean tell(TenantId tenant, LocalDate asOf, LocalDate since) {
        return db.sql("select exists(select from reporting.sum_day where tenant = :tenant and as_of = :asOf and since <= :since)")
                .param("tenant", tenant.value()).param("asOf", asOf).param("since", since).query(Boolean.class).single();
    }

    @Scheduled(scheduler = "queues", initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void keepUp() {
        db.sql("select id from directory.tenant order by id").query(Integer.class).list().forEach(id -> sumUp(new TenantId(id)));
    }

    /// Sums up the months of an account that are over and have cases, the last one first.
    public void sumUp(TenantId tenant) {
        missing(tenant).forEach(day -> {
            try {
                transaction.executeWithoutResult(_ -> sum(tenant, day));
            } catch (RuntimeException e) {
                LOG.error("The cases of tenant {} could not be summed up as of {}; tried again in an hour", tenant.value(), day, e);
            }
        });
    }

    /// While it is summed nobody reads journals, as two who read would not see each other's cases.
    private void sum(TenantId tenant, LocalDate day) {
        table.lock();
        if (missing(tenant).contains(day)) {
            db.sql("select reporting.sum_as_of(:tenant, :day, :first)").param("tenant", tenant.value()).param("day", day)
                    .param("first", since(day)).query(rows -> {});
        }
    }

    private List<LocalDate> missing(TenantId tenant) {
        var kept = db.sql("select as_of from reporting.sum_day where tenant = :tenant").param("tenant", tenant.value()).query(LocalDate.class).set();
        var began = db.sql("select min(from_day) from reporting.case_span where tenant = :tenant").param("tenant", tenant.value())
                .query(LocalDate.class).optional();
        var current = YearMonth.from(LocalDate.now(clock));
        return IntStream.rangeClosed(1, MONTHS_BACK).mapToObj(back -> current.minusMonths(back).atEndOfMonth())
                .filter(day -> began.filter(first -> !day.isBefore(first)).isPresent() && !kept.contains(day)).toList();
    }

    private static LocalDate since(LocalDate day) {
        return YearMonth.from(day).minusMonths(MONTHS_SHOWN - 1).atDay(1);
    }
}
