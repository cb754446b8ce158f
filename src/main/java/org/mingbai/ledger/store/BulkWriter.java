package org.mingbai.ledger.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// Writes many new matters at the speed of COPY, inside the caller's transaction.
@Component
public class BulkWriter {

    /// A matter that begins, with the line it begins by.
    public record Birth(Matter matter, Line line, long said) {}

    private final DataSource source;
    private final JdbcTemplate db;

    BulkWriter(DataSource source, JdbcTemplate db) {
        this.source = source;
        this.db = db;
    }

    public List<Long> nextNumbers(int count) {
        return db.queryForList("select nextval('ledger.matter_number') from generate_series(1, ?)", Long.class, count);
    }

    public void begin(TenantId tenant, List<Birth> births) {
        var matters = new Rows();
        var entries = new Rows();
        var parts = new Rows();
        var counts = new Rows();
        var buckets = new HashMap<MatterRow.Bucket, Integer>();
        var waiting = new Rows();
        for (var birth : births) {
            var row = MatterRow.of(birth.matter());
            var line = birth.line();
            matters.row(tenant.value(), row.id(), row.register(), row.policyVersion(), row.title(), row.number(), row.category(), row.source(),
                    row.stage(), row.round(), row.lead(), row.turnUnit(), row.turnRole(), row.due(), row.originalDue(), row.outcome(),
                    row.closedOn(), row.raisedBy(), row.raisedAt(), row.changedAt(), row.seq());
            entries.row(tenant.value(), row.id(), line.seq(), EntryJson.kind(line.entry()), EntryJson.VERSION, EntryJson.body(line.entry()),
                    line.by().value(), line.as().unit().value(), line.as().role(), line.at(), line.day(), line.key(), birth.said(),
                    row.turnUnit(), row.turnRole());
            birth.matter().parts().forEach(unit -> parts.row(tenant.value(), unit, row.id()));
            buckets.merge(MatterRow.bucketOf(birth.matter()), 1, Integer::sum);
            waiting.row(tenant.value(), row.id());
        }
        buckets.forEach((bucket, number) -> counts.row(tenant.value(), bucket.register(), bucket.stage(), bucket.lead(), bucket.turnUnit(),
                bucket.turnRole(), bucket.due(), MatterLists.array(bucket.parts()), number));
        copy("ledger.matter (tenant, id, register, policy_version, title, number, category, source, stage, round, lead, turn_unit, turn_role, "
                + "due, original_due, outcome, closed_on, raised_by, raised_at, changed_at, seq)", matters);
        copy("ledger.entry (tenant, matter, seq, kind, version, body, by_person, by_unit, by_role, at, day, key, said, turn_unit, turn_role)",
                entries);
        copy("ledger.part (tenant, unit, matter)", parts);
        copy("ledger.tally_delta (tenant, register, stage, lead, turn_unit, turn_role, due, parts, n)", counts);
        copy("ledger.unwritten (tenant, matter)", waiting);
    }

    private void copy(String into, Rows rows) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin", new ByteArrayInputStream(rows.bytes()));
        } catch (SQLException e) {
            throw db.getExceptionTranslator().translate("copy", into, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /// Rows in the text form of COPY.
    private static final class Rows {

        private final StringBuilder text = new StringBuilder(1 << 16);

        void row(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    text.append('\t');
                }
                value(values[i]);
            }
            text.append('\n');
        }

        private void value(@Nullable Object value) {
            if (value == null) {
                text.append("\\N");
                return;
            }
            var plain = value.toString();
            for (int i = 0; i < plain.length(); i++) {
                char c = plain.charAt(i);
                switch (c) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(c);
                }
            }
        }

        byte[] bytes() {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
