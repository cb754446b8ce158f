package org.mingbai.directory;

/// A post lent to another person for known days. The one who lends it keeps it too.
public record StandIn(StandInId id, Post post, PersonId person, Span span) {}
