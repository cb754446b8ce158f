package org.mingbai.ledger;

/// How a round ended, honestly. Only the first two mean that something was solved.
public enum Outcome {
    SOLVED,
    PARTLY_SOLVED,
    /// It cannot be done, and those who raised it were told why.
    EXPLAINED,
    /// An interim answer with a date; never the end of a round.
    PROMISED,
    DUPLICATE,
    WITHDRAWN,
    NOT_OURS,
    /// The ledger it was taken over from called it done; nobody proved it here, and no figure counts it as solved.
    TAKEN_OVER,
    /// An inquiry answered while the clerk had them on the line (当场答复). Nothing was handled, and no figure counts it as solved.
    ANSWERED
}
