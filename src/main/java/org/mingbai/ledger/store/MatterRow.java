package org.mingbai.ledger.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Turning;

/// What lists know of a matter: a pure reading of its folded journal.
/// @param turning when its light turns
/// @param about from which units it is kept
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
        Turning turning,
        @Nullable String outcome,
        @Nullable LocalDate closedOn,
        List<Long> about,
        long raisedBy,
        OffsetDateTime raisedAt,
        OffsetDateTime changedAt,
        int seq) {

    public static MatterRow of(Matter m, Turning turning) {
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
                turning,
                ending == null ? null : ending.outcome().name(),
                ending == null ? null : ending.on(),
                m.concern().keptFrom().stream().map(OrganisationId::value).toList(),
                m.raisedBy().value(),
                m.raisedAt(),
                m.changedAt(),
                m.seq());
    }

    private static @Nullable LocalDate dateOf(@Nullable Deadline deadline) {
        return deadline == null ? null : deadline.date();
    }

    Bucket bucket(Matter matter) {
        return new Bucket(register, stage, lead, turnUnit, turnRole, due, turning, List.copyOf(matter.parts()), about);
    }

    /// As the table keeps it: nothing for the many that complain of nobody.
    @Nullable String aboutKept() {
        return MatterLists.arrayOrNull(about);
    }

    @Nullable OffsetDateTime riskFrom() {
        return at(turning.riskFrom());
    }

    @Nullable OffsetDateTime lateFrom() {
        return at(turning.lateFrom());
    }

    @Nullable String setSign() {
        return turning.set() == null ? null : turning.set().name();
    }

    @Nullable OffsetDateTime setUntil() {
        return at(turning.setUntil());
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /// The place in the counts where a matter stands.
    record Bucket(String register, String stage, @Nullable Long lead, @Nullable Long turnUnit, @Nullable String turnRole, @Nullable LocalDate due,
            Turning turning, List<Long> parts, List<Long> about) {}
}
