package org.mingbai.shell.database;

import org.jspecify.annotations.Nullable;

/// Why the database does not start, in both languages: the person reading it sits at a terminal, before any page or language is known.
public final class DatabaseRefused extends RuntimeException {

    DatabaseRefused(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + System.lineSeparator() + english, cause);
    }

    DatabaseRefused(String chinese, String english) {
        this(chinese, english, null);
    }
}
