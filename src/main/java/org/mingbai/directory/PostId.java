package org.mingbai.directory;

/// One person's filling of one seat over one span of time.
public record PostId(long value) {}
