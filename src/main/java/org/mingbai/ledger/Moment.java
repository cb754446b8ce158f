package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Seat;

/// One happening in a matter's life, as clocks need it: when, in which round, and who had it in hands from then on.
/// @param seq the entry that tells it
/// @param by who did it
/// @param about what the matter was about then: a correction made later changes no clock
/// @param lead the lead unit since
/// @param turn whose turn it has been since
/// @param unit the unit it is about, where it is not the lead
/// @param until the day it names: of an extension, a review, a look-back, a notice
/// @param code what it names otherwise: the step of a pause, or the number of the entry that made a call
/// @param reason why, where the happening gives a code for it
public record Moment(
        Happening what,
        int seq,
        OffsetDateTime at,
        int round,
        PersonId by,
        Subject about,
        @Nullable OrganisationId lead,
        @Nullable Seat turn,
        @Nullable OrganisationId unit,
        @Nullable LocalDate until,
        @Nullable String code,
        @Nullable String reason) {}
