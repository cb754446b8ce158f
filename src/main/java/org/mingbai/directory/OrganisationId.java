package org.mingbai.directory;

/// One unit in a tenant's tree of organisations. Never its division code or credit code: those change.
public record OrganisationId(long value) {}
