package org.mingbai.directory;

public record StandInId(long value) {}
