package org.mingbai.pattern;

/// A text of which the category is known.
public record Example(String title, String body, String category) {}
