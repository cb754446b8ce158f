package org.mingbai.intake;

/// Where what comes by a channel belongs.
public enum Route {
    /// It is raised and handled here.
    OURS,
    /// Reports and accusations (检举控告): the competent body handles them under rules of its own, 信访工作条例 Art. 30.
    REPORT,
    /// What is a petition (信访) is not handled a second time beside it.
    PETITION
}
