package org.mingbai.directory.web;

import java.time.OffsetDateTime;
import java.util.List;

/// Where one is signed in.
public record SessionsPage(List<Row> rows) {

    /// @param here whether it is the one that reads this
    public record Row(String id, String address, String browser, OffsetDateTime since, OffsetDateTime seen, boolean here) {}

    public boolean others() {
        return rows.size() > 1;
    }
}
