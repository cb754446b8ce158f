package org.mingbai.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// A day on which an official receives people (领导接待日).
/// @param unit whose day it is
/// @param slotMinutes how long one is received
/// @param perSlot how many are received at a time
/// @param receiver the post and name as they are announced
/// @param subject what it is for; empty for everything
/// @param bookUntil the last day on which one may book oneself
/// @param calledOff why it does not take place; nothing where it does
public record ReceptionDay(long no, OrganisationId unit, LocalDate day, LocalTime starts, LocalTime ends, int slotMinutes, int perSlot, String place,
        String receiver, String subject, LocalDate bookUntil, @Nullable String calledOff) {

    /// When each slot begins; what is left at the end is no slot.
    public List<LocalTime> slots() {
        int whole = (ends.toSecondOfDay() - starts.toSecondOfDay()) / 60 / slotMinutes;
        return Stream.iterate(starts, slot -> slot.plusMinutes(slotMinutes)).limit(whole).toList();
    }
}
