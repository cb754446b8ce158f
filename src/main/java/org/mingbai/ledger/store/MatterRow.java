package org.mingbai.ledger.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Matter;

/// What lists know of a matter: a pure reading of its folded journal.
/// @param due the day by which whoever's turn it is has to be through with it
public record MatterRow(
        long id,
        String register,
        int policyVersion,
        String title,
        @Nullable String number,
        @Nullable String category,
        @Nullable String source,
        String stage,
        int round,
        @Nullable Long lead,
        @Nullable Long turnUnit,
        @Nullable String turnRole,
        @Nullable LocalDate due,
        @Nullable LocalDate originalDue,
        @Nullable String outcome,
        @Nullable LocalDate closedOn,
        long raisedBy,
        OffsetDateTime raisedAt,
        OffsetDateTime changedAt,
        int seq) {

    public static MatterRow of(Matter m) {
        var assignment = m.assignment();
        var ending = m.round().ending();
        return new MatterRow(
                m.id().value(),
                m.register(),
                m.policyVersion(),
                m.subject().title(),
                m.subject().number(),
                m.subject().category(),
                m.subject().source(),
                m.stage().named().name(),
                m.round().number(),
                assignment == null ? null : assignment.lead().value(),
                m.turn() == null ? null : m.turn().unit().value(),
                m.turn() == null ? null : m.turn().role().name(),
                m.dueNow(),
                dateOf(m.round().firstDue()),
                ending == null ? null : ending.outcome().name(),
                ending == null ? null : ending.on(),
                m.raisedBy().value(),
                m.raisedAt(),
                m.changedAt(),
                m.seq());
    }

    private static @Nullable LocalDate dateOf(@Nullable Deadline deadline) {
        return deadline == null ? null : deadline.date();
    }

    static Bucket bucketOf(Matter matter) {
        var row = of(matter);
        return new Bucket(row.register, row.stage, row.lead, row.turnUnit, row.turnRole, row.due, List.copyOf(matter.parts()));
    }

    /// The place in the counts where a matter stands.
    record Bucket(String register, String stage, @Nullable Long lead, @Nullable Long turnUnit, @Nullable String turnRole, @Nullable LocalDate due,
            List<Long> parts) {}
}
