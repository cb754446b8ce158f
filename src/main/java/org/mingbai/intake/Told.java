package org.mingbai.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One step of the story as those who raised it are told it. No name of a person, no remark of an office, no word of another reporter.
/// @param unit the unit it is about
/// @param date the day it speaks of, such as by when
/// @param words what was said to them, or what they said themselves
public record Told(LocalDate on, What what, @Nullable String unit, @Nullable LocalDate date, @Nullable String words) {

    /// What happened, in plain words on the page.
    public enum What {
        RECEIVED, ACCEPTED, NOT_TAKEN_UP, SENT_ELSEWHERE, ANSWERED, JOINED, PARTED, HANDED_OVER, SIGNED_FOR, INFORMED, LONGER, SET_ASIDE, TAKEN_UP_AGAIN,
        PROMISED, SAID_DONE, SHOWN_PUBLICLY, BEFORE_ASKING, CLOSED, HOLDS, CAME_BACK, OPENED_AGAIN, REVIEW_ASKED, REVIEW_ANSWERED, TAKEN_BACK,
        YOU_ADDED, YOU_TOOK_BACK, YOU_OBJECTED, OBJECTION_DECIDED
    }
}
