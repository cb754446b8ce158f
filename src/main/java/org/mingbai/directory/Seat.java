package org.mingbai.directory;

/// A role at a unit: what a post fills, and where a matter waits for its next step.
public record Seat(OrganisationId unit, Role role) {}
