package org.mingbai.verdict.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;

/// The verdicts of one matter.
/// @param askHref where this reader asks now
public record VerdictPanelPage(List<Row> rows, Optional<String> askHref) {

    /// @param exclude where this reader asks that it should not count
    public record Row(String asked, String said, List<Link> exclusions, Optional<String> exclude) {}
}
