package org.mingbai.shell.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// A module that keeps files in the data directory says which of them a snapshot of the database names.
public interface KeptFiles {

    /// Gives each of them, one after the other.
    void named(Connection snapshot, Taker taker) throws SQLException, IOException;

    /// What is done with each.
    interface Taker {

        /// @param path   under the data directory, with slashes, beginning with `files/`
        /// @param sha256 of its content, in hexadecimal digits
        void take(String path, String sha256) throws IOException;
    }

    /// The lock of the database a keeper of files asks for, exclusively and without waiting, before it lets go of a file a snapshot may name.
    /// A backup holds it shared while it reads.
    String LOCK = "hashtextextended('shell.backup', 0)";
}
