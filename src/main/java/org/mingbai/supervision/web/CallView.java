package org.mingbai.supervision.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.LightSign;

/// A call-out as pages show it to one reader.
/// @param mine whether one of the reader's units was called
public record CallView(String href, Link matter, String caller, String kind, String reason, OffsetDateTime calledAt, OffsetDateTime arriveBy,
        Optional<OffsetDateTime> endedAt, String result, List<Unit> units, boolean mine) {

    /// A called unit, and what the reader may say for it or of it.
    /// @param standing the word beside the sign
    /// @param arrivedAt nothing until it is there
    public record Unit(long id, String name, LightSign sign, String standing, Optional<OffsetDateTime> arrivedAt, String words, boolean byCaller,
            String ofCalled, String ofCaller, boolean mayArrive, boolean mayRateCalled, boolean mayRateCaller) {}
}
