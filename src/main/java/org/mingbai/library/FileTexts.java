package org.mingbai.library;

import jakarta.annotation.PreDestroy;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.library.FileText.Why;
import org.springframework.stereotype.Component;

/// Reads what kept files say, one at a time, in a process that is there only while files are read. Libraries that read what anybody may send
/// unpack whole parts of it into memory and can be kept busy for ever: what happens to that process happens to no page and to no writer.
@Component
public class FileTexts {

    private static final String READER = "org.mingbai.library.text.TextProcess";
    private static final List<String> BOUNDS = List.of("-Xmx160m", "-Xss1m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData", "-Djava.awt.headless=true", "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");
    /// What the process gets to know of this one's surroundings: no address, no password.
    private static final Set<String> SURROUNDINGS = Set.of("PATH", "LANG", "LC_ALL", "TMPDIR", "TMP", "TEMP", "SystemRoot", "LD_LIBRARY_PATH");
    private static final Path NICE = Path.of("/usr/bin/nice");
    /// It ends by itself before; this is for one that does not even do that.
    private static final int SECONDS_MAX = 300;

    /// How a process ends that a hang-up, an interrupt or a request to end has reached.
    private static final Set<Integer> SIGNALS = Set.of(129, 130, 143);
    /// How it ends where the system was short of memory, or somebody killed it.
    private static final int KILLED = 137;

    /// Killed over a file, which may be its fault or that of a machine without memory.
    public static final class Killed extends IOException {

        Killed(Throwable cause) {
            super("The process that reads files was killed", cause);
        }
    }

    private final Library library;
    private @Nullable Reader reader;

    FileTexts(Library library) {
        this.library = library;
    }

    /// A process that answers each path with what the file says.
    private record Reader(Process process, DataInputStream in, DataOutputStream out) {

        static Reader of(Process process) {
            return new Reader(process, new DataInputStream(new BufferedInputStream(process.getInputStream())),
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
        }

        FileText said(Path file) throws IOException {
            out.writeUTF(file.toAbsolutePath().toString());
            out.flush();
            var why = in.readUTF();
            var text = new byte[Math.clamp(in.readInt(), 0, FileText.CHARACTERS_MAX * 4)];
            in.readFully(text);
            return why.isEmpty() ? FileText.of(new String(text, StandardCharsets.UTF_8)) : FileText.none(Why.valueOf(why));
        }
    }

    /// Reads one. Whoever calls has made sure that its text is shown to nobody who may not see the file.
    /// @throws IOException where nothing can be read now, whatever the file
    public synchronized FileText read(TenantId tenant, String sha256) throws IOException {
        var file = library.contentOf(tenant, sha256);
        if (!Files.exists(file)) {
            return FileText.none(Why.GONE);
        }
        var running = running();
        try {
            return bounded(() -> running.said(file));
        } catch (TimeoutException e) {
            end();
            return FileText.none(Why.TOO_MUCH);
        } catch (ExecutionException e) {
            int ended = ended(running.process);
            if (SIGNALS.contains(ended)) {
                throw new IOException("The process that reads files was ended", e);
            }
            if (ended == KILLED) {
                throw new Killed(e);
            }
            return FileText.none(Why.TOO_MUCH);
        }
    }

    /// How it ended; 0 where nobody knows.
    private int ended(Process process) throws IOException {
        try {
            return bounded(process::waitFor);
        } catch (ExecutionException | TimeoutException e) {
            return 0;
        } finally {
            end();
        }
    }

    private Reader running() throws IOException {
        if (reader == null || !reader.process.isAlive()) {
            end();
            var started = Reader.of(start());
            reader = started;
            try {
                bounded(started.in::readUTF);
            } catch (ExecutionException | TimeoutException e) {
                end();
                throw new IOException("The process that reads files does not start", e);
            }
        }
        return reader;
    }

    private <T> T bounded(Callable<T> call) throws IOException, ExecutionException, TimeoutException {
        var task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        try {
            return task.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw new IOException("Reading was interrupted", e);
        }
    }

    /// Of the classes this process was started with; from one jar of jars its own loader starts it.
    private static Process start() throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BOUNDS);
        boolean inJars = ClassLoader.getSystemResource(READER.replace('.', '/') + ".class") == null;
        if (inJars) {
            command.add("-Dloader.main=" + READER);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), inJars ? "org.springframework.boot.loader.launch.PropertiesLauncher" : READER));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(SURROUNDINGS);
        return builder.start();
    }

    /// The process is not there while nothing is to be read.
    @PreDestroy
    public synchronized void end() {
        if (reader != null) {
            reader.process.destroyForcibly();
            reader = null;
        }
    }
}
