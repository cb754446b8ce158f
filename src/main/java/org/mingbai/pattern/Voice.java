package org.mingbai.pattern;

/// What somebody wrote, to be set beside what others wrote.
public record Voice(String id, String title, String body) {}
