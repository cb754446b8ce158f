package org.mingbai.ledger;

/// What somebody was in a round. One person is at most one of these in one round.
public enum Part { EXECUTOR, CHECKER, APPROVER, VERDICT_TAKER }
