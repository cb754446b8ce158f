package org.mingbai.ledger.seal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mingbai.TestDatabase;

/// With the rights of whoever runs the server: the triggers that keep a log do not stop him.
public final class Superuser {

    private static @Nullable Connection connection;

    private Superuser() {}

    /// @param statements one after the other, parted by semicolons
    /// @param values for their question marks, in order
    public static void does(String statements, Object... values) {
        try {
            if (connection == null) {
                var server = TestDatabase.server();
                connection = DriverManager.getConnection(server.url(), "postgres", server.password());
                connection.createStatement().execute("set session_replication_role = replica");
            }
            int at = 0;
            for (var statement : statements.split(";")) {
                try (var prepared = connection.prepareStatement(statement)) {
                    for (int i = 1; i <= prepared.getParameterMetaData().getParameterCount(); i++) {
                        prepared.setObject(i, values[at++]);
                    }
                    prepared.execute();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
