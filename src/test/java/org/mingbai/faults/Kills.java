package org.mingbai.faults;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// `kill -9` of the product, of its server, of both at once.
final class Kills {

    private static final int WAYS = 3;
    private static final int START_MILLIS_MAX = 5_000;

    private final Household house;
    private final Random chance;

    Kills(Household house, Random chance) {
        this.house = house;
        this.chance = chance;
    }

    /// Every third time it is killed once more while it starts.
    Fault.Back product(int round, Crowd crowd) throws Exception {
        house.served().kill();
        if (round % WAYS == WAYS - 1) {
            var starting = house.starting();
            TimeUnit.MILLISECONDS.sleep(chance.nextInt(START_MILLIS_MAX));
            starting.destroyForcibly().waitFor();
        }
        house.startAgain();
        return Fault.Back.STARTED_AGAIN;
    }

    /// By turns the first process with all it has begun, the first alone, and one of those that serve a connection.
    Fault.Back server(int round, Crowd crowd) throws Exception {
        var all = house.server();
        switch (round % WAYS) {
            case 0 -> kill(all);
            case 1 -> kill(all.subList(0, 1));
            default -> kill(List.of(all.getLast()));
        }
        return Fault.Back.BY_ITSELF;
    }

    /// As a power cut ends them, by turns the one or the other a moment earlier.
    Fault.Back both(int round, Crowd crowd) throws Exception {
        var all = house.server();
        if (round % 2 == 0) {
            house.served().kill();
            kill(all);
        } else {
            kill(all);
            house.served().kill();
        }
        house.startAgain();
        return Fault.Back.STARTED_AGAIN;
    }

    private static void kill(List<ProcessHandle> processes) throws IOException {
        if (processes.isEmpty()) {
            throw new IOException("there is no server to kill");
        }
        processes.forEach(ProcessHandle::destroyForcibly);
    }
}
