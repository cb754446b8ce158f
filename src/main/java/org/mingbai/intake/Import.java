package org.mingbai.intake;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.intake.sheet.words.Field;

/// A ledger somebody brought, and how far it is.
/// @param asOf the day on which it was as it is
/// @param headings what this person said columns mean, beyond what the tenant said before
/// @param units which units this person said names mean
/// @param total rows to take over, @param done rows taken over so far
/// @param beatAt when whoever takes it over last gave a sign of life
public record Import(
        long id,
        String register,
        String fileName,
        String sha256,
        LocalDate asOf,
        PersonId person,
        Stage stage,
        Map<String, Field> headings,
        Map<String, OrganisationId> units,
        int total,
        int done,
        Optional<Result> result,
        OffsetDateTime startedAt,
        OffsetDateTime beatAt) {

    /// Without a sign of life for so long, one looks whether whoever was at it is still there.
    private static final Duration SILENCE_MAX = Duration.ofSeconds(5);

    public enum Stage { READY, RUNNING, DONE, FAILED }

    /// @param failure a message key, when nothing was taken over
    /// @param failedAt what fills the holes of that message
    public record Result(int added, int changed, int same, int livesHere, List<RefusedRow> refused, @Nullable String failure,
            @Nullable List<String> failedAt) {

        public Result {
            failedAt = failedAt == null ? List.of() : List.copyOf(failedAt);
        }

        static Result failed(String failure, List<String> failedAt) {
            return new Result(0, 0, 0, 0, List.of(), failure, failedAt);
        }
    }

    /// A row that could not be taken over. @param why a refusal's message key, @param field which of its fields
    public record RefusedRow(@Nullable String sheet, int row, String why, String field) {}

    /// A sign of life from later than now is none either: the clock was set back since.
    boolean silent(OffsetDateTime now) {
        return stage == Stage.RUNNING && Duration.between(beatAt, now).abs().compareTo(SILENCE_MAX) > 0;
    }
}
