package org.mingbai.ledger;

/// What comes after a check: written into the entry, so that the journal can be read without the policy.
public enum Onward { NEXT_STEP, NOTICE, VERDICT, CLOSURE }
