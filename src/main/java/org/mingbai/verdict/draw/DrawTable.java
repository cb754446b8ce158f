package org.mingbai.verdict.draw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Drawing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.draw`.
@Component
class DrawTable {

    private final JdbcClient db;

    DrawTable(JdbcClient db) {
        this.db = db;
    }

    Optional<Draw> find(TenantId tenant, Drawing of, String register, YearMonth month) {
        return db.sql("select * from verdict.draw where tenant = :tenant and drawing = :drawing and register = :register and month = :month")
                .param("tenant", tenant.value()).param("drawing", of.name()).param("register", register).param("month", month.atDay(1))
                .query(DrawTable::read).optional();
    }

    /// The latest month first.
    List<Draw> of(TenantId tenant, YearMonth until, int limit) {
        return db.sql("select * from verdict.draw where tenant = :tenant and month <= :until order by month desc, register, drawing limit :limit")
                .param("tenant", tenant.value()).param("until", until.atDay(1)).param("limit", limit).query(DrawTable::read).list();
    }

    /// The first one made for a month stays.
    void add(TenantId tenant, Draw draw) {
        db.sql("""
                insert into verdict.draw (tenant, drawing, register, month, seed, commitment, made_at)
                values (:tenant, :drawing, :register, :month, :seed, :commitment, :now)
                on conflict do nothing
                """)
                .param("tenant", tenant.value()).param("drawing", draw.of().name()).param("register", draw.register())
                .param("month", draw.month().atDay(1)).param("seed", draw.seed()).param("commitment", draw.commitment()).param("now", draw.madeAt())
                .update();
    }

    private static Draw read(ResultSet row, int number) throws SQLException {
        return new Draw(Drawing.valueOf(row.getString("drawing")), row.getString("register"), YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("seed"), row.getString("commitment"), row.getObject("made_at", OffsetDateTime.class));
    }
}
