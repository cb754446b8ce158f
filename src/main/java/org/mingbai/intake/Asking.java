package org.mingbai.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Verdict;

/// Who asks those who raised a matter whether it is solved. The holder of a receipt answers on the page of their story, and nobody stands between.
public interface Asking {

    /// Each time this voice was asked or is being asked, oldest first.
    List<Asked> of(TenantId tenant, Voice voice, Matter at);

    /// Whom a link they were sent belongs to; nothing for one that was never sent, and once the asking it was sent for is over. Who answered in it
    /// is still known.
    Optional<Voice> linked(TenantId tenant, String secret);

    /// Takes down what they say; the same under the same key once.
    /// @param at the matter in which the voice is worked on
    /// @param way by which they came to the questions
    VoiceAnswer<Matter> answer(TenantId tenant, Voice voice, Matter at, Verdict said, Way way, UUID key);

    /// How somebody comes to the questions without anybody asking them.
    enum Way {
        RECEIPT,
        LINK
    }

    /// They took back what they raised: nobody waits for what they say any more.
    /// @param by who wrote that down
    VoiceAnswer<Matter> tookBack(SignedIn by, Matter at, UUID key);

    /// One asking of one voice.
    /// @param round of the matter
    /// @param open whether it can still be answered
    /// @param said nothing while they have not answered
    record Asked(int round, boolean open, @Nullable Verdict said) {}
}
