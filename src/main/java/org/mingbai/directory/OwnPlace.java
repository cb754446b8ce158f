package org.mingbai.directory;

/// Something else a person can set or see for themselves, contributed by a module as a bean: shown on the page of one's own account.
///
/// @param key of its name; with `.what` of what one does there
public record OwnPlace(String key, String href) {}
