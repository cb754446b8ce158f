package org.mingbai.directory.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.Pager;

public record AccountsPage(String words, List<Row> rows, Pager pager) {

    /// @param state a message key: open, locked, closed, must change
    public record Row(long person, String login, String name, String state, Optional<OffsetDateTime> lastSignIn) {}
}
