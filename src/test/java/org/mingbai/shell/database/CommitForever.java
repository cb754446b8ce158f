package org.mingbai.shell.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/// A process to be killed: commits the numbers from 1 upward and says each one after its commit, and not before.
final class CommitForever {

    private CommitForever() {}

    public static void main(String[] args) throws Exception {
        var server = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]), 0);
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists said (n integer primary key)");
            for (int n = 1; ; n++) {
                statement.execute("insert into said values (" + n + ")");
                System.out.println(n);
            }
        }
    }
}
