package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// Which matters of a register are asked for. What is empty does not restrict.
/// @param open only those that somebody still owes something
/// @param dueBefore only those due before that day and still open
/// @param words characters that all occur in what the matter says, or its number
/// @param after where the last page ended, as the page before said it
/// @param limit rows at most
public record MatterFilter(
        String register,
        Set<StageName> stages,
        boolean open,
        @Nullable OrganisationId lead,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBefore,
        @Nullable String category,
        @Nullable String words,
        Order order,
        @Nullable Position after,
        int limit) {

    public static final int LIMIT_MAX = 1000;

    public enum Order { NEWEST, OLDEST, DUE }

    /// Where a page ends: the due date counts only in that order.
    public record Position(@Nullable LocalDate due, long id) {}

    public MatterFilter {
        stages = Set.copyOf(stages);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    public static MatterFilter all(String register) {
        return new MatterFilter(register, Set.of(), false, null, null, null, null, null, Order.NEWEST, null, 50);
    }
}
