package org.mingbai.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// The first so many of a list that its reader may see, read page by page: what they may not see takes no place from what they may.
final class Paged {

    private Paged() {}

    /// @param page what stands behind so many, `limit` of it at most
    static <T> List<T> of(int limit, IntFunction<List<T>> page, Predicate<T> seen) {
        return shown(limit, page, rows -> rows.stream().filter(seen).toList());
    }

    /// @param seen what the reader sees of one page
    static <T, V> List<V> shown(int limit, IntFunction<List<T>> page, Function<List<T>, List<V>> seen) {
        var found = new ArrayList<V>();
        for (int offset = 0;; offset += limit) {
            var rows = page.apply(offset);
            seen.apply(rows).stream().limit(limit - (long) found.size()).forEach(found::add);
            if (rows.size() < limit || found.size() == limit) {
                return List.copyOf(found);
            }
        }
    }
}
