package org.mingbai.supervision.slip;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Seat;

/// One event of a slip, and by whom.
/// @param as the post it was done in
public record SlipLine(int seq, SlipEvent event, PersonId by, Seat as, OffsetDateTime at, UUID key) {}
