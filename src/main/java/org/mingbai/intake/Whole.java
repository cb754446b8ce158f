package org.mingbai.intake;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/// All of it or nothing. When another hand wrote into the same journal meanwhile all of it is undone, and tried again from there.
@Component
class Whole {

    private static final int TRIES_MAX = 5;

    private final TransactionTemplate transaction;

    Whole(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <T> VoiceAnswer<T> done(Supplier<VoiceAnswer<T>> work) {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (UnexpectedRollbackException e) {
                if (tries == TRIES_MAX) {
                    throw e;
                }
            }
        }
    }

    private <T> VoiceAnswer<T> once(Supplier<VoiceAnswer<T>> work) {
        return transaction.execute(status -> {
            var answer = work.get();
            if (answer instanceof VoiceAnswer.Refused) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }
}
