package org.mingbai.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which audit lines are wanted; what is not given does not narrow. `before` is the line a page ended with.
public record AuditQuestion(
        @Nullable Long before, @Nullable AuditAct act, @Nullable LocalDate first, @Nullable LocalDate last, String words) {

    public static AuditQuestion everything() {
        return new AuditQuestion(null, null, null, null, "");
    }
}
