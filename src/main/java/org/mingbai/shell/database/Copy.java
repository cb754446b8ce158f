package org.mingbai.shell.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// Writes many rows at once with the server's COPY, inside the caller's transaction.
@Component
public class Copy {

    private final DataSource source;
    private final JdbcTemplate db;

    Copy(DataSource source, JdbcTemplate db) {
        this.source = source;
        this.db = db;
    }

    /// @param table with its columns, in the order of the rows' values
    public void into(String table, Rows rows) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.bytes()));
        } catch (SQLException e) {
            throw db.getExceptionTranslator().translate("copy", table, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /// Rows in the text form of COPY.
    public static final class Rows {

        private final StringBuilder text = new StringBuilder(1 << 16);

        public void row(@Nullable Object... values) {
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

        private byte[] bytes() {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
