package org.mingbai.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.vault.VaultLogTable;
import org.mingbai.intake.vault.VaultLogTable.Whom;
import org.mingbai.ledger.Hidden;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// What another unit took down, with its telephone and card numbers, for a purpose. The numbers lead to the person as the vault does, so whoever
/// may look into the vault may open it, and it stands in the same log.
@Component
public class AsTyped {

    private static final int PURPOSE_MAX = 200;

    private final Ledger ledger;
    private final Voices voices;
    private final Standing standing;
    private final VaultLogTable log;
    private final Whole whole;
    private final Clock clock;

    AsTyped(Ledger ledger, Voices voices, Standing standing, VaultLogTable log, Whole whole, Clock clock) {
        this.ledger = ledger;
        this.voices = voices;
        this.standing = standing;
        this.log = log;
        this.whole = whole;
        this.clock = clock;
    }

    /// Whether something is masked for this person that they may open.
    public boolean mayOpen(SignedIn who, MatterId id) {
        return isTheirs(who, id) && !ledger.hiddenFrom(who, id).isEmpty();
    }

    /// The masked texts as they were typed. It stands in the log before they are shown; a refusal does too.
    public VoiceAnswer<List<Hidden>> open(SignedIn who, MatterId id, String purpose) {
        var hidden = ledger.hiddenFrom(who, id);
        if (hidden.isEmpty()) {
            return VoiceAnswer.refused(new VoiceRefusal.NothingMasked());
        }
        if (!isTheirs(who, id)) {
            log.write(who.tenant(), who.person(), VaultAct.REFUSED, new Whom(null, id, null), new VoiceRefusal.NotYours().key(), OffsetDateTime.now(clock));
            return VoiceAnswer.refused(new VoiceRefusal.NotYours());
        }
        if (!Visible.says(purpose)) {
            return VoiceAnswer.refused(new VoiceRefusal.Missing("purpose"));
        }
        if (purpose.codePointCount(0, purpose.length()) > PURPOSE_MAX) {
            return VoiceAnswer.refused(new VoiceRefusal.TooLong("purpose", PURPOSE_MAX));
        }
        var fault = Receiving.hidden("purpose", purpose)
                .or(() -> PersonalData.in("purpose", purpose).map(_ -> new VoiceRefusal.PurposeNamesReporter("purpose")));
        return fault.<VoiceAnswer<List<Hidden>>>map(VoiceAnswer::refused).orElseGet(() -> whole.done(() -> {
            log.write(who.tenant(), who.person(), VaultAct.UNMASKED, new Whom(null, id, null), purpose, OffsetDateTime.now(clock));
            return VoiceAnswer.done(hidden);
        }));
    }

    /// Where one of those who raised it asked to be confidential, as for looking at who it was.
    private boolean isTheirs(SignedIn who, MatterId id) {
        var right = voices.of(who.tenant(), id).stream().anyMatch(Voice::confidential) ? Right.REVEAL_GUARDED : Right.REVEAL_REPORTER;
        return ledger.matter(who, id).flatMap(matter -> standing.postFor(who, matter, right)).isPresent();
    }
}
