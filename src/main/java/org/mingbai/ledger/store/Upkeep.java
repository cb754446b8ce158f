package org.mingbai.ledger.store;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What is done behind the writers' backs, a moment later: counts summed, words indexed.
@Component
class Upkeep {

    private final Tallies tallies;
    private final WordIndex words;

    Upkeep(Tallies tallies, WordIndex words) {
        this.tallies = tallies;
        this.words = words;
    }

    @Scheduled(fixedDelay = 2000)
    void sumCounts() {
        tallies.sum();
    }

    @Scheduled(scheduler = "queues", fixedDelay = 1000)
    void indexWords() {
        int indexed;
        do {
            indexed = words.catchUp();
        } while (indexed > 0);
    }
}
