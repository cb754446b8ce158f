package org.mingbai.ledger.seal;

import java.util.List;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// `ledger.unsealed_line`: the lines beside the journal that wait for their place in the log.
@Component
public class LinesToSeal {

    private final JdbcTemplate db;

    LinesToSeal(JdbcTemplate db) {
        this.db = db;
    }

    /// Called by whoever writes a line, in the same transaction: a line that never came here was written past the product.
    /// @param log as its [SealedLog] is named
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(TenantId tenant, String log, long line) {
        db.update("insert into ledger.unsealed_line (tenant, log, line) values (?, ?, ?)", tenant.value(), log, line);
    }

    List<TenantId> waiting() {
        return db.query("select distinct tenant from ledger.unsealed_line order by tenant", (row, _) -> new TenantId(row.getInt(1)));
    }

    long count(TenantId tenant) {
        return db.queryForObject("select count(*) from ledger.unsealed_line where tenant = ?", Long.class, tenant.value());
    }

    /// Takes so many out of the queue, each log's in the order of their numbers.
    List<Piece.OfLog> taken(TenantId tenant, int most) {
        return db.query("""
                with taken as (
                    delete from ledger.unsealed_line where ctid = any(array(select ctid from ledger.unsealed_line where tenant = ? limit ?))
                    returning log, line)
                select log, line from taken order by log, line
                """,
                (row, _) -> new Piece.OfLog(row.getString(1), row.getLong(2)), tenant.value(), most);
    }

    /// Those of these lines that have neither a leaf nor a place in the queue.
    List<Piece.OfLog> unknown(TenantId tenant, String log, List<Long> lines, int most) {
        return db.query("""
                select it.line from unnest(?::bigint[]) it (line)
                where not exists (select from ledger.leaf l where l.tenant = ? and l.log = ? and l.line = it.line)
                    and not exists (select from ledger.unsealed_line u where u.tenant = ? and u.log = ? and u.line = it.line)
                order by it.line limit ?
                """,
                (row, _) -> new Piece.OfLog(log, row.getLong(1)), lines.toArray(Long[]::new), tenant.value(), log, tenant.value(), log, most);
    }
}
