package org.mingbai.supervision;

/// What is asked of a unit.
public enum DemandKind {
    SLIP,
    FORM,
    REPORT,
    VISIT,
    MEETING
}
