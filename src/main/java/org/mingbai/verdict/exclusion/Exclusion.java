package org.mingbai.verdict.exclusion;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.StoredFile;

/// An application that the verdict on a unit's work should not count, and what became of it. The verdict itself stays.
/// @param askedSeq the entry that brought the matter to await that verdict
/// @param unit whose work the verdict is on, and who asks
/// @param evidenceSeq the entry of the matter's journal that shows the reason; nothing where files show it
/// @param files laid before those who decide
/// @param rulings the first one first
public record Exclusion(long id, MatterId matter, int askedSeq, OrganisationId unit, Reason reason, String words,
        @Nullable Integer evidenceSeq, List<StoredFile> files, OffsetDateTime askedAt, PersonId askedBy, List<Ruling> rulings) {

    /// What an application can rest on; the words stand with the ledger, whose journal tells them.
    public enum Reason { UNTRUE, NO_COOPERATION, LEGAL_ROUTE, COMMERCIAL, REPEATED, BEYOND_POLICY, FORCE_MAJEURE, DUPLICATE, WRONG_TERRITORY, MALICIOUS }

    /// How it stands: read from its last ruling, never set.
    public enum State { ASKED, AGREED, REFUSED, WITHDRAWN }

    /// @param told what those who raised it are told
    /// @param unit in whose name it was ruled
    public record Ruling(State ruling, String words, @Nullable String told, OffsetDateTime at, PersonId by, OrganisationId unit) {}

    public State state() {
        return rulings.isEmpty() ? State.ASKED : rulings.getLast().ruling();
    }

    /// Whether it still stands or may come to.
    public boolean live() {
        return state() == State.ASKED || state() == State.AGREED;
    }
}
