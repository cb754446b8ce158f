package org.mingbai.intake.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Pager;

/// The vault's log.
/// @param most who looked most often in these days
/// @param asked the filter as it was typed
public record VaultLogPage(List<Row> rows, List<Most> most, List<Choice> people, List<Choice> acts, Map<String, String> asked, FieldErrors errors,
        Pager pager) {

    /// @param purpose for a refusal the reason why
    public record Row(OffsetDateTime at, String by, String act, Optional<Link> matter, String purpose) {}

    /// Somebody, with the lines behind the number.
    public record Most(Link person, int times) {}

    public String shown(String field) {
        return asked.getOrDefault(field, "").replace("\0", "");
    }

    public boolean isFiltered() {
        return List.of("person", "act", "from", "until").stream().anyMatch(field -> !shown(field).isBlank());
    }
}
