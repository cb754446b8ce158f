package org.mingbai.supervision.web;

import java.time.OffsetDateTime;
import java.util.Optional;

/// The address of one's own calendar.
///
/// @param madeAt  empty while there is none
/// @param address only just after it was made
public record FeedPage(Optional<OffsetDateTime> madeAt, Optional<String> address) {}
