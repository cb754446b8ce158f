package org.mingbai.ledger.seal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;

/// A log beside the journal, of a module's own, whose lines are only ever added and have their place in the tree as well. Each line is given to
/// [LinesToSeal] in the transaction that writes it.
public interface SealedLog {

    /// Stands in the list of leaves and in what is hashed: never changed.
    String name();

    /// Those of these lines that are there, each whole: what is left out here can be changed unseen. What a field says never changes its form.
    /// @return plain values or JSON by the name of their column, by the number of the line
    Map<Long, Map<String, @Nullable Object>> rows(TenantId tenant, Collection<Long> lines);

    /// The numbers of the lines after that one, the smallest first.
    List<Long> lines(TenantId tenant, long after, int most);
}
