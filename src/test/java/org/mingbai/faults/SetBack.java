package org.mingbai.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The product's clock is set back an hour while people work, as by a wrong time server, and right again later.
final class SetBack {

    private static final int ACTS = 60;
    private static final long PATIENCE_SECONDS = 120;

    private final Household house;

    SetBack(Household house) {
        this.house = house;
    }

    /// By turns the product goes on running or is killed within the wrong hour, so that it starts in what it has already seen.
    Fault.Back strike(int round, Crowd crowd) throws Exception {
        MovedClock.move(house.clock(), Duration.ofHours(-1));
        try {
            crowd.awaitAcknowledged(crowd.told().size() + ACTS, PATIENCE_SECONDS);
            if (round % 2 == 1) {
                house.served().kill();
                house.startAgain();
                crowd.awaitAcknowledged(crowd.told().size() + ACTS, PATIENCE_SECONDS);
            }
            TimeUnit.SECONDS.sleep(1);
        } finally {
            MovedClock.move(house.clock(), Duration.ZERO);
        }
        return round % 2 == 1 ? Fault.Back.STARTED_AGAIN : Fault.Back.BY_ITSELF;
    }
}
