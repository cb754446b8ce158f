package org.mingbai.intake.sheet.words;

/// What a column of a ledger can be. The order is that of a usual ledger.
public enum Field {
    NUMBER, PROBLEM, TITLE, DETAILS, SOURCE, CATEGORY, UNIT_CONCERNED, CAUSE, GOAL, MEASURES, MEASURE_NUMBER, MEASURE_KIND,
    LEADER, LEAD_UNIT, UNIT_AND_OWNER, CO_UNITS, OWNERS, CONTACT, RAISED_ON, START, DEADLINE, COMPLETED_ON, CLOSED_ON,
    PROGRESS, STATUS, COMPLETION_RATE, LIGHT, DIFFICULTIES, EVIDENCE, RESULT, VERDICT, REPORTER, REPORTER_CONTACT, PLACE,
    NOTES, COUNT,

    /// Seen, and known to be none of the others.
    OTHER;

    /// Whether the field tells what a row is about, so that a list without it is no list of matters.
    public boolean isSubject() {
        return this == PROBLEM || this == TITLE || this == DETAILS;
    }
}
