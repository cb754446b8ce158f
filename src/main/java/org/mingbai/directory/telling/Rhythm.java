package org.mingbai.directory.telling;

/// How often somebody wants letters.
public enum Rhythm {
    /// As things happen, what came together in one letter.
    AT_ONCE,
    /// One letter a day at an hour of their choice.
    DAILY,
    /// None: the pages are enough.
    PAGES_ONLY
}
