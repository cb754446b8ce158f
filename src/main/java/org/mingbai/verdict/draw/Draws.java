package org.mingbai.verdict.draw;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.MatterChanged;
import org.mingbai.ledger.MatterId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How large the sample of each register is, and which matters it is. All of them, until a register says otherwise.
@Component
public class Draws {

    /// For so many months ahead the seeds are bound.
    public static final int MONTHS_AHEAD = 12;

    private static final int SEED_BYTES = 32;
    private static final int SHOWN_MAX = 200;

    private final SamplingTable samplings;
    private final DrawTable table;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Draws(SamplingTable samplings, DrawTable table, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.samplings = samplings;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The earliest first.
    public List<Sampling> samplings(TenantId tenant, Drawing of, String register) {
        var all = new ArrayList<Sampling>();
        all.add(Sampling.shipped(of, register));
        all.addAll(samplings.of(tenant, of, register));
        return List.copyOf(all);
    }

    private Sampling in(TenantId tenant, Drawing of, String register, YearMonth month) {
        return samplings(tenant, of, register).reversed().stream().filter(sampling -> sampling.holdsFor(month)).findFirst().orElseThrow();
    }

    /// The first month a further version may hold for: one that has not begun, and later than the last version's.
    public YearMonth earliest(TenantId tenant, Drawing of, String register) {
        var next = YearMonth.from(LocalDate.now(clock)).plusMonths(1);
        var last = samplings(tenant, of, register).getLast().from();
        return last == null || last.isBefore(next) ? next : last.plusMonths(1);
    }

    /// Sets the next version and binds the seeds of the months it begins with. False where the month has begun or has its version.
    public boolean put(Keeper by, Sampling asked) {
        var from = asked.from();
        if (from == null || from.isBefore(earliest(by.tenant(), asked.of(), asked.register()))) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var last = samplings(by.tenant(), asked.of(), asked.register()).getLast();
            var next = new Sampling(asked.of(), asked.register(), last.version() + 1, asked.share(), asked.basis(), from);
            boolean added = samplings.add(by.tenant(), next, by.person().orElseThrow(), OffsetDateTime.now(clock));
            if (added) {
                audit.samplingSet(by, asked.register(), told(last), told(next));
                bind(by.tenant(), asked.of(), asked.register(), from);
            }
            return added;
        }));
    }

    private static Map<String, String> told(Sampling sampling) {
        return Map.of("of", sampling.of().name(), "version", Integer.toString(sampling.version()), "share",
                sampling.share().stripTrailingZeros().toPlainString(), "from", sampling.from() == null ? "" : sampling.from().toString(),
                "basis", sampling.basis());
    }

    private void bind(TenantId tenant, Drawing of, String register, YearMonth first) {
        for (int ahead = 0; ahead < MONTHS_AHEAD; ahead++) {
            var month = first.plusMonths(ahead);
            if (table.find(tenant, of, register, month).isEmpty()) {
                var seed = new byte[SEED_BYTES];
                random.nextBytes(seed);
                table.add(tenant, Draw.of(of, register, month, seed, OffsetDateTime.now(clock)));
            }
        }
    }

    /// Whatever falls due in a month has the months after it bound, so that there is a seed before each begins.
    @EventListener
    void bindAhead(MatterChanged changed) {
        var now = changed.now();
        now.watching().moments().reversed().stream().takeWhile(moment -> moment.seq() == changed.line().seq()).forEach(moment -> {
            if (moment.what() == Happening.VERDICT_AWAITED) {
                bindAhead(changed.tenant(), Drawing.VERDICT, now.register(), changed.line().day());
            } else if (moment.what() == Happening.LOOK_BACK_SET && moment.until() != null) {
                bindAhead(changed.tenant(), Drawing.LOOK_BACK, now.register(), moment.until());
            }
        });
    }

    private void bindAhead(TenantId tenant, Drawing of, String register, LocalDate day) {
        var month = YearMonth.from(day);
        if (samplings.of(tenant, of, register).stream().anyMatch(sampling -> sampling.holdsFor(month.plusMonths(MONTHS_AHEAD - 1L)))) {
            bind(tenant, of, register, month.plusMonths(1));
        }
    }

    /// Nothing where the matter is in the sample; else the draw that left it out. What no seed was bound for in time is asked.
    /// @param day when it came to await its verdict, or is to be looked at
    /// @param seq the entry that made it due
    public Optional<Draw> leavesOut(TenantId tenant, Drawing of, String register, LocalDate day, MatterId matter, int seq) {
        var month = YearMonth.from(day);
        var sampling = in(tenant, of, register, month);
        return sampling.full() ? Optional.empty() : table.find(tenant, of, register, month)
                .filter(draw -> draw.madeAt().atZoneSameInstant(clock.getZone()).toLocalDate().isBefore(month.atDay(1)))
                .filter(draw -> !draw.draws(matter, seq, sampling.share()));
    }

    /// What is published of the draws, the latest month first: those of past months, and all that are bound.
    public List<Draw> published(TenantId tenant) {
        return table.of(tenant, YearMonth.from(LocalDate.now(clock)).plusMonths(MONTHS_AHEAD), SHOWN_MAX);
    }

    /// The share that holds for a month.
    public BigDecimal share(TenantId tenant, Drawing of, String register, YearMonth month) {
        return in(tenant, of, register, month).share();
    }
}
