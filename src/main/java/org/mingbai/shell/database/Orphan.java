package org.mingbai.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// A server that outlived the process it was started for. Whoever asks holds the data directory's lock, so nobody uses that server.
final class Orphan {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Orphan() {}

    static void stop(Programs programs, Path cluster) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var left = anyOf(cluster); left.isPresent(); left = anyOf(cluster)) {
            if (server(cluster).filter(it -> serves(it, cluster)).isPresent()) {
                programs.run("pg_ctl", List.of("-D", cluster.toString(), "-m", "fast", "-w", "-t", "300", "stop"));
            } else {
                // Children of a killed server notice it and leave by themselves; to start before the last is gone could cost data. A server
                // that was just being started says soon who it is.
                await(left.get());
            }
            if (System.nanoTime() > end) {
                throw new DatabaseRefused(
                        "上一次运行留下的 PostgreSQL 进程 " + left.get().pid() + " 没有退出，请先结束它。",
                        "PostgreSQL process " + left.get().pid() + " of an earlier run does not end. End it first.");
            }
        }
        // The number now belongs to a stranger: PostgreSQL would take him for its server and refuse to start for ever.
        if (server(cluster).isPresent()) {
            Files.delete(mark(cluster));
        }
    }

    private static Path mark(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /// The living process whose number the cluster's file gives; whether it is a server is another question.
    private static Optional<ProcessHandle> server(Path cluster) throws IOException {
        try {
            var first = Files.readAllLines(mark(cluster)).stream().findFirst().map(String::strip).orElse("");
            return first.matches("\\d+") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static void await(ProcessHandle process) throws IOException {
        try {
            process.onExit().orTimeout(1, TimeUnit.SECONDS).exceptionally(_ -> null).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static Optional<ProcessHandle> anyOf(Path cluster) {
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
