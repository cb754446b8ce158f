package org.mingbai.shell;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A place that is no more than its parts.
public record PlainPlace(String key, String href, int order, Sign sign, Predicate<Viewer> seen, Function<Viewer, Optional<Place.Count>> counted)
        implements Place {

    /// Without a count, for whoever has that right.
    public static PlainPlace of(String key, String href, int order, Sign sign, String right) {
        return new PlainPlace(key, href, order, sign, viewer -> viewer.may(right), _ -> Optional.empty());
    }

    @Override
    public boolean seenBy(Viewer viewer) {
        return seen.test(viewer);
    }

    @Override
    public Optional<Count> count(Viewer viewer) {
        return counted.apply(viewer);
    }
}
