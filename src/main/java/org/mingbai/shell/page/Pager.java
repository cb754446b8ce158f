package org.mingbai.shell.page;

import java.util.Optional;

/// Ways on and back through a list that is paged by key.
///
/// @param shown what is on this page, ready to read: "100 of 1,204"
public record Pager(Optional<String> newerHref, Optional<String> olderHref, String shown) {}
