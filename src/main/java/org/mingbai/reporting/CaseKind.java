package org.mingbai.reporting;

/// What figures count.
public enum CaseKind {
    /// One round of a matter, from its opening to its end: what most figures count. A matter that came back has another.
    ROUND,
    /// One thing that is to be done, as long as it is part of the plan.
    MEASURE,
    /// One time those who raised a matter were to be asked.
    ANSWER,
    /// One supervision slip, from its sending.
    SLIP
}
