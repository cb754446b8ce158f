package org.mingbai.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Letters that go out together: the same question to each of these bodies.
/// @param key a name the client gives to this form: sent again it makes nothing more
public record OpinionLetterDraft(String round, List<String> bodies, String subject, @Nullable LocalDate sentOn, @Nullable LocalDate dueOn, String dueBasis,
        UUID key) {

    public OpinionLetterDraft {
        bodies = List.copyOf(bodies);
    }
}
