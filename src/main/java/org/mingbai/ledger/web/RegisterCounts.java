package org.mingbai.ledger.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Matters;
import org.mingbai.shell.page.LightSign;

/// Sums over what the asker may count of a register, by the same rules as the lists that answer to a number's link.
final class RegisterCounts {

    private final List<Matters.Count> counts;
    private final Instant now;

    RegisterCounts(List<Matters.Count> counts, Instant now) {
        this.counts = counts;
        this.now = now;
    }

    /// Empty where the kept counts do not know what is asked.
    Optional<Long> of(RegisterQuery query) {
        return query.countable() ? Optional.of(sum(count -> answers(query, count))) : Optional.empty();
    }

    List<OrganisationId> leads() {
        var leads = new TreeSet<Long>();
        counts.stream().filter(count -> count.lead() != null).forEach(count -> leads.add(count.lead().value()));
        return leads.stream().map(OrganisationId::new).toList();
    }

    private boolean answers(RegisterQuery query, Matters.Count count) {
        return (query.light() == null || light(count) == query.light())
                && (!query.open() || count.stage().open())
                && (query.stages().isEmpty() || query.stages().contains(count.stage()))
                && (query.lead() == null || query.lead().equals(count.lead()))
                && (query.dueFrom() == null && query.until() == null || count.stage().open() && dueWithin(query, count));
    }

    private static boolean dueWithin(RegisterQuery query, Matters.Count count) {
        var due = count.due();
        return due != null
                && (query.dueFrom() == null || !due.isBefore(query.dueFrom()))
                && (query.until() == null || !due.isAfter(query.until()));
    }

    private @Nullable LightSign light(Matters.Count count) {
        return Lights.of(count.stage(), count.turning(), now).orElse(null);
    }

    private long sum(Predicate<Matters.Count> wanted) {
        return counts.stream().filter(wanted).mapToLong(Matters.Count::number).sum();
    }
}
