package org.mingbai.directory;

import java.time.OffsetDateTime;
import java.util.Optional;

/// How a person signs in, without the password.
public record Account(
        PersonId person,
        String name,
        String login,
        boolean mustChange,
        Optional<OffsetDateTime> lockedUntil,
        boolean closed,
        OffsetDateTime openedAt,
        Optional<OffsetDateTime> lastSignIn) {}
