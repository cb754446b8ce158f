package org.mingbai.ledger;

/// The part one person had in a round.
/// @param step which check a checker made, counted from 0; 0 for everybody else
public record Hand(Part part, int step) {}
