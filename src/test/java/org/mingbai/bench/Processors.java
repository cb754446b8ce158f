package org.mingbai.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Processor time spent so far by this process, and by the database server beside it. Unlike time by the clock it does not grow when somebody
/// else uses the machine.
record Processors(double productMicros, double serverMicros) {

    static Processors spent(Path data) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long server = Long.parseLong(Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid")).getFirst());
        var backends = ProcessHandle.of(server).stream().flatMap(ProcessHandle::children)
                .mapToLong(backend -> backend.info().totalCpuDuration().orElse(Duration.ZERO).toNanos()).sum();
        return new Processors(system.getProcessCpuTime() / 1e3, backends / 1e3);
    }

    Processors since(Processors before, long lifecycles) {
        return new Processors((productMicros - before.productMicros) / lifecycles, (serverMicros - before.serverMicros) / lifecycles);
    }

    double sum() {
        return productMicros + serverMicros;
    }
}
