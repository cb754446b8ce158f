package org.mingbai.directory;

/// One natural person who signs in, whatever posts they hold.
public record PersonId(long value) {}
