package org.mingbai.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/// The least any ledger must pay: eight commits a lifecycle, each one journal row of some 600 bytes with one secondary index
/// and one state row of 1 KB, through plain prepared JDBC.
final class Floor {

    static final int COMMITS = 8;

    private static final String BODY = "{\"text\": \"" + "x".repeat(480) + "\"}";
    private static final String STATE = "{\"text\": \"" + "y".repeat(900) + "\"}";

    private final DataSource source;
    private final AtomicLong next = new AtomicLong(System.currentTimeMillis() << 20);

    Floor(DataSource source) {
        this.source = source;
    }

    void prepare(long matters) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute("""
                    create schema floor;
                    create table floor.journal (tenant integer, matter bigint, seq integer, body jsonb, key uuid, primary key (tenant, matter, seq));
                    create index on floor.journal (tenant, key);
                    create table floor.state (tenant integer, id bigint, body jsonb, primary key (tenant, id)) with (fillfactor = 85);
                    """);
            statement.execute("insert into floor.state select 1, n, '" + STATE + "' from generate_series(1, " + matters + ") n");
            statement.execute("insert into floor.journal select 1, n, 1, '" + BODY + "', gen_random_uuid() from generate_series(1, " + matters + ") n");
        }
    }

    void live(Sample.Watch watch) throws Exception {
        long id = next.incrementAndGet();
        try (var connection = source.getConnection()) {
            var client = new Client(connection);
            for (int seq = 1; seq <= COMMITS; seq++) {
                int n = seq;
                watch.time("commit", () -> client.commit(id, n));
            }
        }
    }

    private static final class Client {
        private final Connection connection;
        private final PreparedStatement begin;
        private final PreparedStatement change;
        private final PreparedStatement tell;

        Client(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            begin = connection.prepareStatement("insert into floor.state values (1, ?, ?::jsonb)");
            change = connection.prepareStatement("update floor.state set body = ?::jsonb where tenant = 1 and id = ?");
            tell = connection.prepareStatement("insert into floor.journal values (1, ?, ?, ?::jsonb, ?)");
        }

        boolean commit(long id, int seq) throws SQLException {
            if (seq == 1) {
                begin.setLong(1, id);
                begin.setString(2, STATE);
                begin.executeUpdate();
            } else {
                change.setString(1, STATE);
                change.setLong(2, id);
                change.executeUpdate();
            }
            tell.setLong(1, id);
            tell.setInt(2, seq);
            tell.setString(3, BODY);
            tell.setObject(4, UUID.randomUUID());
            tell.executeUpdate();
            connection.commit();
            return true;
        }
    }
}
