package org.mingbai.verdict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.formula`.
@Component
class FormulaTable {

    private final JdbcClient db;

    FormulaTable(JdbcClient db) {
        this.db = db;
    }

    /// Those a tenant set itself, the earliest first.
    List<Formula> of(TenantId tenant) {
        return db.sql("select * from verdict.formula where tenant = :tenant order by version").param("tenant", tenant.value())
                .query(FormulaTable::read).list();
    }

    /// False when that version was set in the meantime.
    boolean add(TenantId tenant, Formula formula, PersonId by, OffsetDateTime now) {
        return 1 == db.sql("""
                insert into verdict.formula (tenant, version, from_month, response, solution, satisfaction, fairly, first_day, basis, set_at, set_by)
                values (:tenant, :version, :from, :response, :solution, :satisfaction, :fairly, :firstDay, :basis, :now, :by)
                on conflict do nothing
                """)
                .param("tenant", tenant.value()).param("version", formula.version()).param("from", Objects.requireNonNull(formula.from()).atDay(1))
                .param("response", formula.response()).param("solution", formula.solution()).param("satisfaction", formula.satisfaction())
                .param("fairly", formula.fairly()).param("firstDay", formula.firstDay()).param("basis", formula.basis()).param("now", now)
                .param("by", by.value()).update();
    }

    private static Formula read(ResultSet row, int number) throws SQLException {
        return new Formula(row.getInt("version"), row.getBigDecimal("response"), row.getBigDecimal("solution"), row.getBigDecimal("satisfaction"),
                row.getBigDecimal("fairly"), row.getInt("first_day"), row.getString("basis"),
                YearMonth.from(row.getObject("from_month", LocalDate.class)), null);
    }
}
