package org.mingbai.directory.web;

import java.time.OffsetDateTime;
import java.util.Map;
import org.mingbai.directory.AuditLine;

/// What somebody else did while one was writing: who, when, and how the fields stand now.
public record Meanwhile(String who, OffsetDateTime at, Map<String, String> before, Map<String, String> after) {

    static Meanwhile of(AuditLine line) {
        return new Meanwhile(line.name(), line.at(), line.before(), line.after());
    }
}
