package org.mingbai.ledger;

/// One matter within its tenant.
public record MatterId(long value) {}
