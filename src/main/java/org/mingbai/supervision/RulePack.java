package org.mingbai.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingbai.supervision.TimeRule.Basis;
import org.mingbai.supervision.rule.ShippedPacks;

/// The limits of one law, one city or one way of working, as the product ships them: taken as they are, or not.
/// @param code named in the words `supervision.rule.pack.<code>`
/// @param notes what the source says beside its limits
public record RulePack(String code, List<Item> rules, List<Behind> progress, List<Remark> notes) {

    /// The pack every account begins with.
    public static final String AT_FOUNDING = "rectification";

    public RulePack {
        rules = List.copyOf(rules);
        progress = List.copyOf(progress);
        notes = List.copyOf(notes);
    }

    /// @param draft not before the day its source came into force, where that is known
    /// @param number of the clock in its source's own order; 0 where there is none
    public record Item(int number, RuleDraft draft) {

        /// The first day of it, when it is taken to hold from that day.
        LocalDate from(LocalDate day) {
            return Optional.ofNullable(draft.from()).filter(own -> own.isAfter(day)).orElse(day);
        }
    }

    /// A rule for work behind its plan.
    public record Behind(String register, int amberPoints, int redPoints, Basis basis) {}

    /// Something the source says that is no clock, in the words `supervision.rule.note.<pack>.<code>`.
    /// @param number of it in its source's own order; 0 where there is none
    public record Remark(String code, int number, Basis basis) {}

    /// All that the product ships, the one for a new account first.
    public static List<RulePack> shipped() {
        return ShippedPacks.ALL;
    }

    public static Optional<RulePack> shipped(String code) {
        return ShippedPacks.ALL.stream().filter(pack -> pack.code().equals(code)).findFirst();
    }
}
