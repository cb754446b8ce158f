package org.mingbai.ledger;

/// What a register may do to a sample only.
public enum Drawing {
    /// Asking those who raised it.
    VERDICT,
    /// Looking at it again, months later.
    LOOK_BACK
}
