package org.mingbai.intake.site.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.page.FieldErrors;

/// Where anybody holds a receipt against the log.
/// @param receipt as it was brought
/// @param log where programs read it
/// @param keys the public keys; none while nothing was sealed
public record CheckPage(Site site, String receipt, FieldErrors errors, Optional<Result> result, String log, List<String> keys) {

    /// @param holds whether all is as it was
    /// @param what the answer
    /// @param place where the entry stood, when the receipt is genuine; else empty
    /// @param said what was sealed, where the receipt holds it
    /// @param now what the ledger says otherwise today
    public record Result(boolean holds, String what, String place, List<Said> said, List<Said> now) {}

    public record Said(String name, String value) {}
}
