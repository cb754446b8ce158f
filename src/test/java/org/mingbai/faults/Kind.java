package org.mingbai.faults;

/// What can happen, and how often it does when nothing else is asked for.
enum Kind {
    APP("kill -9 of the product", 10),
    SERVER("kill -9 of PostgreSQL", 10),
    BOTH("kill -9 of both", 4),
    DISK("disk full, then room again", 4),
    FROZEN("PostgreSQL stands still for 30 s", 2),
    CUT("connections to PostgreSQL cut", 8),
    LINES("connections of people cut", 8),
    NODES("one of two nodes killed at its jobs", 2),
    CLOCK("clock an hour back, then right", 6);

    private final String about;
    private final int rounds;

    Kind(String about, int rounds) {
        this.about = about;
        this.rounds = rounds;
    }

    String about() {
        return about;
    }

    int rounds() {
        return rounds;
    }
}
