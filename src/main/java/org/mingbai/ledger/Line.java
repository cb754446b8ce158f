package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Seat;

/// One line of a journal: what happened, who did it in which post, when, and whose turn it has been since.
/// @param day the day it was where the tenant is; kept beside the instant so that no zone rule can move it
/// @param key the name the doer's client gave to the act, so that sending it twice does it once
public record Line(int seq, Entry entry, PersonId by, Seat as, OffsetDateTime at, LocalDate day, UUID key, @Nullable Seat turn) {}
