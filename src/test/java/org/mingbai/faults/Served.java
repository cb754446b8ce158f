package org.mingbai.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mingbai.Mingbai;
import org.mingbai.TestProcess;

/// A whole product in a process of its own, as `mingbai serve` starts it.
public final class Served {

    private static final int LOG_LINES_MAX = 50_000;

    private final Process process;
    private final int port;
    private final Queue<String> log;

    private Served(Process process, int port, Queue<String> log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /// Not started, and why.
    public static final class NotStarted extends IOException {
        NotStarted(String said) {
            super(said);
        }
    }

    /// @param port 0 for any free one
    public static Served start(Path data, int port, List<String> settings) throws IOException {
        var process = starting(data, port, settings);
        // Whoever lets a process write and does not read stops it sooner or later.
        var log = new ConcurrentLinkedQueue<String>();
        var errors = process.errorReader();
        var reading = Thread.ofVirtual().start(() -> errors.lines().forEach(line -> {
            log.add(line);
            if (log.size() > LOG_LINES_MAX) {
                log.remove();
            }
        }));
        var line = process.inputReader().readLine();
        if (line == null || !line.contains("http://localhost:")) {
            end(process, reading);
            throw new NotStarted(line + "\n" + String.join("\n", log));
        }
        return new Served(process, Integer.parseInt(line.replaceFirst(".*http://localhost:(\\d+).*", "$1")), log);
    }

    static Process starting(Path data, int port, List<String> settings) throws IOException {
        var words = new ArrayList<>(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
        words.addAll(settings);
        return TestProcess.start(Mingbai.class, words.toArray(String[]::new));
    }

    private static void end(Process process, Thread reading) throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public int port() {
        return port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Queue<String> log() {
        return log;
    }

    /// As `kill -9`.
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /// As a service manager stops it: answers are finished, then the database stops.
    public void stop() throws InterruptedException {
        process.toHandle().destroy();
        process.waitFor();
    }

    /// The first process of the server that is started in a data directory; nothing while none runs.
    public static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        var mark = data.resolve("postgresql/postmaster.pid");
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(mark);
        return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }
}
