package org.mingbai.directory;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/// One administrative act as it was recorded: who did what to whom, and what it was before and after.
public record AuditLine(
        long id,
        OffsetDateTime at,
        Optional<PersonId> person,
        String name,
        String address,
        AuditAct act,
        String subjectKind,
        Optional<Long> subject,
        String subjectName,
        Map<String, String> before,
        Map<String, String> after) {}
