package org.mingbai.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.shell.page.LightSign;

/// Which matters of a register are asked for. What is empty does not restrict.
/// @param open only those that somebody still owes something
/// @param lit only those that show this light
/// @param dueBefore only those due before that day and still open
/// @param words characters that all occur in what the matter says, or its number
/// @param after where the last page ended, as the page before said it
/// @param limit rows at most
public record MatterFilter(
        String register,
        Set<StageName> stages,
        boolean open,
        @Nullable Lit lit,
        @Nullable OrganisationId lead,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBefore,
        @Nullable String category,
        @Nullable String words,
        Order order,
        @Nullable Position after,
        int limit) {

    public static final int LIMIT_MAX = 1000;

    /// What is not due has no place in an order by due date.
    public enum Order {
        NEWEST, OLDEST, DUE, DUE_LAST;

        /// The same list from its other end.
        public Order reversed() {
            return switch (this) {
                case NEWEST -> OLDEST;
                case OLDEST -> NEWEST;
                case DUE -> DUE_LAST;
                case DUE_LAST -> DUE;
            };
        }

        public boolean byDue() {
            return this == DUE || this == DUE_LAST;
        }
    }

    /// Where a page ends: the due date counts only in that order.
    public record Position(@Nullable LocalDate due, long id) {}

    /// A light as of an instant.
    public record Lit(LightSign sign, Instant now) {}

    public MatterFilter {
        stages = Set.copyOf(stages);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    public MatterFilter(String register, Set<StageName> stages, boolean open, @Nullable OrganisationId lead, @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueBefore, @Nullable String category, @Nullable String words, Order order, @Nullable Position after, int limit) {
        this(register, stages, open, null, lead, dueFrom, dueBefore, category, words, order, after, limit);
    }

    public static MatterFilter all(String register) {
        return new MatterFilter(register, Set.of(), false, null, null, null, null, null, Order.NEWEST, null, 50);
    }

    /// The same question from another place of the list on.
    public MatterFilter from(@Nullable Position position, Order direction, int rows) {
        return new MatterFilter(register, stages, open, lit, lead, dueFrom, dueBefore, category, words, direction, position, rows);
    }
}
