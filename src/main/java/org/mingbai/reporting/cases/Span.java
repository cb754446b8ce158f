package org.mingbai.reporting.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.reporting.Case;

/// A case as it stood from the end of one day until the end of another.
/// @param until the first day at whose end it no longer stood so; nothing while it does
record Span(Case of, LocalDate from, @Nullable LocalDate until) {

    /// From how the cases stood at the end of each day. What a day leaves as it was makes no new span.
    static List<Span> of(SequencedMap<LocalDate, List<Case>> days) {
        var spans = new ArrayList<Span>();
        var open = new LinkedHashMap<Case.Id, Span>();
        days.forEach((day, cases) -> {
            var now = cases.stream().collect(Collectors.toMap(Case::id, one -> one, (one, _) -> one, LinkedHashMap::new));
            for (var stood : List.copyOf(open.values())) {
                if (!stood.of().equals(now.get(stood.of().id()))) {
                    spans.add(new Span(stood.of(), stood.from(), day));
                    open.remove(stood.of().id());
                }
            }
            begun(now.values(), day, open);
        });
        spans.addAll(open.values());
        return spans;
    }

    private static void begun(Collection<Case> now, LocalDate day, LinkedHashMap<Case.Id, Span> open) {
        now.forEach(one -> open.putIfAbsent(one.id(), new Span(one, day, null)));
    }
}
