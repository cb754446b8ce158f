package org.mingbai.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an old ledger says a matter stands.
/// @param to who answers, where the directory knows the unit
/// @param closed the old ledger calls it done; here it is TAKEN_OVER, never solved
public record Taken(@Nullable Assignment to, @Nullable Deadline due, List<Measure> measures, @Nullable String progress, boolean closed) {

    public Taken {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    /// With its measures counted from 1, so that proof of one is not proof of another.
    Taken numbered() {
        var counted = new ArrayList<Measure>();
        measures.forEach(measure -> counted.add(measure.numbered(counted.size() + 1)));
        return new Taken(to, due, counted, progress, closed);
    }
}
