package org.mingbai.intake.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Pager;

/// The vault's log.
public record VaultLogPage(List<Row> rows, Pager pager) {

    /// @param purpose for a refusal the reason why
    public record Row(OffsetDateTime at, String by, String act, Optional<Link> matter, String purpose) {}
}
