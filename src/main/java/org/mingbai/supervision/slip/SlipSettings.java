package org.mingbai.supervision.slip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// By which kinds a house goes up, and under which words its units number. Every change stands in the audit trail with what was before.
@Component
public class SlipSettings {

    private static final int CODE_WORD_MAX = 20;

    private final NumberTable numbers;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    SlipSettings(NumberTable numbers, AuditTrail audit, TransactionTemplate transaction) {
        this.numbers = numbers;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Goes up by these rungs from now on. Slips that are out stay what they are.
    public Optional<SlipRefusal> setLadder(Keeper by, List<Ladder.Rung> rungs) {
        var fault = Ladder.faultIn(rungs);
        if (fault.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                audit.slipSettingChanged(by, "ladder", numbers.ladder(by.tenant()).told(), new Ladder(rungs).told());
                numbers.put(by.tenant(), new Ladder(rungs));
            });
        }
        return fault;
    }

    /// The code words of a unit, by kind; nothing stands for all kinds.
    public Map<Optional<SlipKind>, String> codeWords(TenantId tenant, OrganisationId unit) {
        return numbers.codeWords(tenant, unit);
    }

    /// Sets the code word under which a unit numbers its slips from now on; a blank one takes it away.
    /// @param kind nothing for all kinds that have none of their own
    public Optional<SlipRefusal> setCodeWord(SignedIn who, Keeper by, OrganisationId unit, @Nullable SlipKind kind, String codeWord) {
        var word = codeWord.strip();
        if (Circumstances.seat(who, unit, Right.KEEP_SLIPS) == null) {
            return Optional.of(new SlipRefusal.NotYourOffice("from"));
        }
        var fault = word.isEmpty() ? Optional.<SlipRefusal>empty() : SlipWording.required("codeWord", word, CODE_WORD_MAX)
                .or(() -> word.codePoints().allMatch(Character::isLetter) ? Optional.empty() : Optional.of(new SlipRefusal.NotACodeWord("codeWord")));
        if (fault.isPresent()) {
            return fault;
        }
        try {
            transaction.executeWithoutResult(_ -> {
                var was = numbers.codeWords(who.tenant(), unit).get(Optional.ofNullable(kind));
                if (word.isEmpty()) {
                    numbers.remove(who.tenant(), unit, kind);
                } else {
                    numbers.put(who.tenant(), unit, kind, word);
                }
                audit.slipSettingChanged(by, "code-word/" + unit.value() + (kind == null ? "" : "/" + kind), was == null ? Map.of() : Map.of("codeWord", was),
                        word.isEmpty() ? Map.of() : Map.of("codeWord", word));
            });
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return Optional.of(new SlipRefusal.CodeWordTaken("codeWord", numbers.holderOf(who.tenant(), word).orElse(unit)));
        }
    }
}
