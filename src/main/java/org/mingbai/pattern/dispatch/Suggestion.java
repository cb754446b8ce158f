package org.mingbai.pattern.dispatch;

import java.util.List;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Matter;

/// A unit a matter could be given to, and why. Nothing is given to anybody by it.
/// @param coHandlers units to be called in with it
/// @param sources why, the firmest first; never none
public record Suggestion(OrganisationId unit, List<OrganisationId> coHandlers, List<Source> sources) {

    /// Where a suggestion comes from.
    public sealed interface Source {

        /// A rule of the catalogue covers it.
        record OfRule(DispatchRule rule) implements Source {}

        /// Closed matters that said such things were done by it.
        /// @param confidence the share of such guesses that held
        /// @param words of this matter, those that spoke for it
        record Learnt(double confidence, List<String> words) implements Source {}

        /// A matter of the same place and thing, or nearly the same letter, went to it.
        /// @param words what both say
        record Alike(Matter other, boolean copy, List<String> words) implements Source {}
    }
}
