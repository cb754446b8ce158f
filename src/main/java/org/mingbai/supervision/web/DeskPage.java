package org.mingbai.supervision.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;

/// The day of the office that supervises.
/// @param balance whether trays and orphans add up to all that is owed; nothing for those who do not see everything
public record DeskPage(List<Row> rows, long late, long soon, List<Elsewhere> elsewhere, List<Orphan> orphans, Optional<Balance> balance) {

    /// @param leader empty where no leader is named
    public record Row(String unit, String leader, Number late, Number soon) {}

    /// A count and exactly its cases.
    public record Number(long count, String href) {}

    /// A place near the desk, with the numbers that are not nought there.
    public record Elsewhere(Link place, List<Counted> counts) {}

    public record Counted(String what, Number number, boolean late) {}

    /// An open matter that nobody has.
    public record Orphan(Link matter, String number, String why) {}

    public record Balance(long inTrays, long orphans, long owed) {

        public boolean adds() {
            return inTrays + orphans == owed;
        }
    }
}
