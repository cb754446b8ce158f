package org.mingbai.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// An answer as somebody writes it, new or in place of an earlier version.
/// @param key names the form: sent again it writes nothing more
public record AnswerDraft(String question, String answer, String basis, @Nullable OrganisationId unit, @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil, UUID key) {}
