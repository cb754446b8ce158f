package org.mingbai.ledger;

/// The stages by name: what a register filters by and a table can hold.
public enum StageName {
    RAISED(true), LISTED(true), ASSIGNED(true), RETURN_REQUESTED(true), SIGNED(true), IN_PROGRESS(true), ESCALATED(true), PARKED(true),
    CLAIMED(true), IN_REVIEW(true), ON_NOTICE(true), AWAITING_VERDICT(true), AWAITING_CLOSURE(true),
    REFUTED(true), RELAPSED(true), UNDER_REVIEW(true), REVIEW_UPHELD(true),
    LOOK_BACK_DUE(false), CLOSED(false), HELD(false),
    DECLINED(false), REDIRECTED(false), MERGED(false), WITHDRAWN(false);

    private final boolean open;

    StageName(boolean open) {
        this.open = open;
    }

    /// Whether somebody still owes it work. A look-back that is due is owed too, but the matter itself is closed.
    public boolean open() {
        return open;
    }
}
