package org.mingbai.directory;

/// A seat filled by a person over a span; the title is how the unit calls it and gives no right.
public record Post(PostId id, PersonId person, Seat seat, String title, Span span) {}
