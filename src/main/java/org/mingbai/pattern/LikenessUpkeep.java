package org.mingbai.pattern;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Takes into the index, behind the writers' backs, what matters have said.
@Component
class LikenessUpkeep {

    private final Likenesses likenesses;

    LikenessUpkeep(Likenesses likenesses) {
        this.likenesses = likenesses;
    }

    @Scheduled(scheduler = "queues", fixedDelay = 1000)
    void catchUp() {
        int taken;
        do {
            taken = likenesses.catchUp();
        } while (taken > 0);
    }
}
