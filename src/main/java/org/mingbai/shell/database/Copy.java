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

    public Copy(DataSource source, JdbcTemplate db) {
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
            if (value instanceof String words) {
                words(words);
            } else {
                text.append(value);
            }
        }

        private void words(String words) {
            int told = 0;
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                    text.append(words, told, i).append('\\').append(switch (c) {
                        case '\t' -> 't';
                        case '\n' -> 'n';
                        case '\r' -> 'r';
                        default -> c;
                    });
                    told = i + 1;
                }
            }
            text.append(words, told, words.length());
        }

        private byte[] bytes() {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
