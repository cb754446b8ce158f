package org.mingbai.shell.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.springframework.web.context.request.RequestContextHolder;

/// A pool whose patience ends: somebody in front of a page is told soon that the database does not answer, and does not wait for a disk that stands
/// still. Work behind the pages may take as long as it takes, such as an import, a backup or an index that is made anew.
final class PatientPool extends HikariDataSource {

    private static final long CONNECTION_MILLIS_MAX = TimeUnit.SECONDS.toMillis(10);

    /// From one word of the server to the next. No statement of a page comes near it.
    static final int SILENCE_MILLIS_MAX = (int) TimeUnit.SECONDS.toMillis(20);

    PatientPool() {
        setConnectionTimeout(CONNECTION_MILLIS_MAX);
    }

    /// The pool takes the limit off again when the connection comes back.
    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        if (RequestContextHolder.getRequestAttributes() != null) {
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS_MAX);
        }
        return connection;
    }
}
