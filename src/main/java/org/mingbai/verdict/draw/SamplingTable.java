package org.mingbai.verdict.draw;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Drawing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.sampling`.
@Component
class SamplingTable {

    private final JdbcClient db;

    SamplingTable(JdbcClient db) {
        this.db = db;
    }

    /// Those a tenant set itself, the earliest first.
    List<Sampling> of(TenantId tenant, Drawing of, String register) {
        return db.sql("select * from verdict.sampling where tenant = :tenant and drawing = :drawing and register = :register order by version")
                .param("tenant", tenant.value()).param("drawing", of.name()).param("register", register)
                .query((row, _) -> new Sampling(of, register, row.getInt("version"), row.getBigDecimal("share"), row.getString("basis"),
                        YearMonth.from(row.getObject("from_month", LocalDate.class)))).list();
    }

    /// False when that version was set in the meantime.
    boolean add(TenantId tenant, Sampling sampling, PersonId by, OffsetDateTime now) {
        return 1 == db.sql("""
                insert into verdict.sampling (tenant, drawing, register, version, from_month, share, basis, set_at, set_by)
                values (:tenant, :drawing, :register, :version, :from, :share, :basis, :now, :by)
                on conflict do nothing
                """)
                .param("tenant", tenant.value()).param("drawing", sampling.of().name()).param("register", sampling.register())
                .param("version", sampling.version()).param("from", Objects.requireNonNull(sampling.from()).atDay(1)).param("share", sampling.share())
                .param("basis", sampling.basis()).param("now", now).param("by", by.value()).update();
    }
}
