package org.mingbai.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A server that outlived the process it was started for. Whoever asks holds the data directory's lock, so nobody uses that server.
final class Orphan {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Orphan() {}

    static void stop(Programs programs, Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (Files.exists(file)) {
            var process = ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
            if (process.filter(it -> serves(it, cluster)).isPresent()) {
                programs.run("pg_ctl", List.of("-D", cluster.toString(), "-m", "fast", "-w", "-t", "300", "stop"));
            } else if (process.isPresent()) {
                // The number now belongs to a stranger: PostgreSQL would take him for its server and refuse to start for ever.
                awaitBackends(cluster);
                Files.delete(file);
            }
        }
        awaitBackends(cluster);
    }

    /// Children of a killed server notice it and leave by themselves; to start before the last is gone could cost data.
    private static void awaitBackends(Path cluster) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var left = anyBackend(cluster); left.isPresent(); left = anyBackend(cluster)) {
            try {
                left.get().onExit().orTimeout(1, java.util.concurrent.TimeUnit.SECONDS).exceptionally(_ -> null).get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IOException(e);
            }
            if (System.nanoTime() > end) {
                throw new DatabaseRefused(
                        "上一次运行留下的 PostgreSQL 进程 " + left.get().pid() + " 没有退出，请先结束它。",
                        "PostgreSQL process " + left.get().pid() + " of an earlier run does not end. End it first.");
            }
        }
    }

    private static Optional<ProcessHandle> anyBackend(Path cluster) {
        return ProcessHandle.allProcesses().filter(it -> serves(it, cluster)).findAny();
    }

    /// On Linux every process of a server works in its directory; elsewhere only the first one names it on its command line.
    private static boolean serves(ProcessHandle process, Path cluster) {
        var working = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            if (Files.isSymbolicLink(working)) {
                return Files.readSymbolicLink(working).equals(cluster.toRealPath()) && name(process).equals("postgres");
            }
        } catch (IOException notOursToLookAt) {
            return false;
        }
        return process.info().commandLine().filter(it -> it.contains("postgres") && it.contains(cluster.toString())).isPresent();
    }

    private static String name(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "comm")).strip();
    }
}
