package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.Tab;

/// What waits for one person.
/// @param now how many can be done today
/// @param tabs by urgency, each with its count
/// @param registers by register, each with its count; empty when there is only one
/// @param nothing what an empty tray says
/// @param orphans null for those who do not coordinate
public record TrayPage(long now, List<Tab> tabs, List<Tab> registers, List<Group> groups, @Nullable Orphans orphans, Empty nothing,
                       List<String> faults) {

    /// What will come to somebody in these posts, and what they can do meanwhile.
    public record Empty(List<String> coming, Link first) {}

    /// @param moreHref where the rest of the group is
    public record Group(String title, long number, boolean later, List<Item> items, Optional<String> moreHref) {}

    /// @param task what is expected, in words
    /// @param why in which post
    /// @param by when; empty when no date was given
    /// @param reason of the light, where the day does not tell it
    /// @param standingInFor whose post it is, empty for one's own
    public record Item(String href, String number, String title, String register, String task, String why, Optional<LocalDate> by, String byWord,
                       LightSign sign, String reason, String standingInFor) {}

    /// @param balance the sum check (I7); null for those who do not see the whole
    public record Orphans(List<Lost> matters, @Nullable Balance balance) {}

    public record Lost(String href, String number, String title, String post) {}

    public record Balance(long inTrays, long orphans, long owed) {
        public boolean adds() {
            return inTrays + orphans == owed;
        }
    }

    public boolean empty() {
        return groups.stream().allMatch(group -> group.items().isEmpty());
    }

    public String title() {
        return t("ledger.tray.title");
    }
}
