package org.mingbai.directory;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A line of the audit trail column by column, as it is kept: for who holds it against what it was.
/// @param before JSON, as is `after`
public record AuditRow(long id, OffsetDateTime at, @Nullable Long person, String name, String address, String act, String subjectKind,
        @Nullable Long subject, String subjectName, @Nullable String before, @Nullable String after) {}
