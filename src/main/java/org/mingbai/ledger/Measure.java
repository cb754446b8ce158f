package org.mingbai.ledger;

import org.jspecify.annotations.Nullable;

/// One thing that will be done: what, to what goal, by whom, by when. Numbered within its round.
/// @param percent how far it is, 0 to 100
/// @param sharedWith the measure of another matter that is the same piece of work, so that one measure can serve several problems
/// @param dropped why it is no longer part of the plan
public record Measure(
        int no,
        Kind kind,
        String text,
        @Nullable String goal,
        @Nullable String owner,
        @Nullable Deadline due,
        int percent,
        @Nullable Shared sharedWith,
        @Nullable String dropped) {

    /// Containment at once (立行立改), correction by a date (限期), prevention that lasts (长效).
    public enum Kind { CONTAINMENT, CORRECTIVE, PREVENTIVE }

    public record Shared(MatterId matter, int no) {}

    public boolean stands() {
        return dropped == null;
    }

    Measure at(int newPercent) {
        return new Measure(no, kind, text, goal, owner, due, newPercent, sharedWith, dropped);
    }

    Measure dropped(String why) {
        return new Measure(no, kind, text, goal, owner, due, percent, sharedWith, why);
    }

    Measure numbered(int number) {
        return new Measure(number, kind, text, goal, owner, due, percent, sharedWith, dropped);
    }
}
