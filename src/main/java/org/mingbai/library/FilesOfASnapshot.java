package org.mingbai.library;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.mingbai.shell.backup.KeptFiles;
import org.springframework.stereotype.Component;

/// Which of the kept files a backup takes along.
@Component
class FilesOfASnapshot implements KeptFiles {

    private static final int AT_ONCE = 1000;

    @Override
    public void named(Connection snapshot, Taker taker) throws SQLException, IOException {
        try (var files = snapshot.prepareStatement("select tenant, sha256 from library.file order by tenant, sha256")) {
            files.setFetchSize(AT_ONCE);
            try (var rows = files.executeQuery()) {
                while (rows.next()) {
                    taker.take(Library.pathOf(rows.getInt(1), rows.getString(2)), rows.getString(2));
                }
            }
        }
    }
}
