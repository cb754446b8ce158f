package org.mingbai.intake;

import java.util.Collection;
import java.util.Set;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.pattern.dispatch.Untaught;
import org.springframework.stereotype.Component;

/// What somebody raised in confidence teaches nothing: the words that tell one office's matters from another's could be theirs.
@Component
class ConfidentialUntaught implements Untaught {

    private final VoiceTable voices;

    ConfidentialUntaught(VoiceTable voices) {
        this.voices = voices;
    }

    @Override
    public Set<MatterId> among(TenantId tenant, Collection<MatterId> matters) {
        return voices.confidential(tenant, matters);
    }
}
