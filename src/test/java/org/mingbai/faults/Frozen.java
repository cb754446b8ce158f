package org.mingbai.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A disk that does not answer: every process of the server stands still (SIGSTOP) and goes on later (SIGCONT).
final class Frozen {

    private static final long FROZEN_SECONDS = 30;

    private final Household house;

    Frozen(Household house) {
        this.house = house;
    }

    Fault.Back strike(int round, Crowd crowd) throws Exception {
        var all = house.server();
        signal("-STOP", all);
        try {
            TimeUnit.SECONDS.sleep(FROZEN_SECONDS);
        } finally {
            signal("-CONT", all);
        }
        return Fault.Back.BY_ITSELF;
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", name));
        processes.forEach(it -> command.add(Long.toString(it.pid())));
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
