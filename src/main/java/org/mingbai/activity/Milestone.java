package org.mingbai.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;

/// A step of a campaign (节点): what is to be there, by when, and which unit answers for it.
/// @param no within its campaign, never given twice
/// @param reached nothing while it is not
public record Milestone(int no, String words, LocalDate due, OrganisationId owner, @Nullable Reached reached) {

    /// @param on the day it was reached, @param by who said so
    public record Reached(LocalDate on, PersonId by, String note) {}

    /// How it stands on a day.
    public enum State {
        REACHED,
        /// After its day.
        REACHED_LATE,
        AHEAD,
        /// Its day has passed.
        BEHIND,
        /// The campaign ended without it.
        LEFT
    }

    State on(LocalDate day, boolean ended) {
        if (reached != null) {
            return reached.on().isAfter(due) ? State.REACHED_LATE : State.REACHED;
        }
        if (ended) {
            return State.LEFT;
        }
        return due.isBefore(day) ? State.BEHIND : State.AHEAD;
    }

    Milestone reached(Reached how) {
        return new Milestone(no, words, due, owner, how);
    }
}
