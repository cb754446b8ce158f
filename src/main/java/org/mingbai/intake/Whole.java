package org.mingbai.intake;

import java.util.function.Supplier;
import org.mingbai.shell.database.Attempts;
import org.springframework.stereotype.Component;

/// All of it or nothing: a refusal undoes what was written before it.
@Component
class Whole {

    private final Attempts attempts;

    Whole(Attempts attempts) {
        this.attempts = attempts;
    }

    <T> VoiceAnswer<T> done(Supplier<VoiceAnswer<T>> work) {
        return attempts.of(status -> {
            var answer = work.get();
            if (answer instanceof VoiceAnswer.Refused) {
                status.setRollbackOnly();
            }
            return answer;
        }).orElseThrow(() -> new IllegalStateException("Other hands wrote into the same journal every time"));
    }
}
