package org.mingbai.faults;

import java.util.concurrent.TimeUnit;

/// Connections that end in the middle: those between product and server, and those between people and product.
final class CutLines {

    private static final int TIMES = 6;
    private static final long PAUSE_MILLIS = 500;

    private final Household house;

    CutLines(Household house) {
        this.house = house;
    }

    /// All connections of the product, several times within a few seconds.
    Fault.Back server(int round, Crowd crowd) throws Exception {
        try (var keeper = house.keeper(); var statement = keeper.createStatement()) {
            for (int time = 0; time < TIMES; time++) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mingbai'");
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return Fault.Back.BY_ITSELF;
    }

    /// All lines between people and product, several times within a few seconds; by turns new ones are refused for that time.
    static Fault.Back people(int round, Wire wire) throws Exception {
        wire.refuse(round % 2 == 1);
        for (int time = 0; time < TIMES; time++) {
            wire.cut();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        wire.refuse(false);
        return Fault.Back.BY_ITSELF;
    }
}
