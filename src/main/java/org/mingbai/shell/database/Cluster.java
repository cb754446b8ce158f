package org.mingbai.shell.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/// The files of one PostgreSQL server: made once, then only started and stopped.
final class Cluster {

    /// Defaults for a small machine. An administrator's `alter system` is read after these and wins.
    private static final Map<String, String> TUNING = new TreeMap<>(Map.ofEntries(
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_connections", "60"),
            Map.entry("min_wal_size", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_completion_target", "0.9"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("timezone", "UTC"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "'../log'"),
            Map.entry("log_filename", "'postgresql-%a.log'"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_rotation_size", "0"),
            // What is refused is named by its rule. The row, the statement and its values would be names and numbers of people.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0")));

    /// What no setting may undo, so it goes on the command line, which is read last.
    private static final String UNDOABLE_BY_NOBODY = " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=";

    /// In a data directory: that its cluster is whole.
    static final String MARK = "postgresql/mingbai.made";

    /// `DBState` in `ControlFileData`, where it has stood in every version.
    private static final long STATE_AT = 16;
    private static final int SHUT_DOWN = 1;

    private static final int LAST_WORDS_LINES = 5;

    private final Path data;
    private final Path directory;
    private final Programs programs;
    private final String password;

    private Cluster(Path data, Programs programs, String password) {
        this.data = data;
        this.directory = data.resolve("postgresql");
        this.programs = programs;
        this.password = password;
    }

    static Cluster in(Path data, Programs programs) throws IOException {
        return new Cluster(data, programs, passwordIn(data));
    }

    String password() {
        return password;
    }

    /// Made where nothing is yet; otherwise whatever an earlier run left running is stopped.
    void prepare() throws IOException {
        Files.createDirectories(data.resolve("log"));
        if (Files.exists(mark())) {
            Orphan.stop(programs, directory);
        } else {
            make();
        }
        var settings = new StringBuilder("# Written at every start. To change a setting for good: alter system set ...\n");
        TUNING.forEach((name, value) -> settings.append(name).append(" = ").append(value).append('\n'));
        Files.writeString(directory.resolve("mingbai.conf"), settings);
    }

    /// Refused with the server's own last words: pg_ctl only says that there are some in the log.
    void start(int port) throws IOException {
        var log = data.resolve("log");
        try {
            programs.run("pg_ctl", List.of("-D", directory.toString(), "-l", log.resolve("postgresql-start.log").toString(),
                    "-o", "-p " + port + UNDOABLE_BY_NOBODY, "-w", "-t", "600", "start"));
        } catch (IOException e) {
            throw new IOException(e.getMessage() + lastWords(log), e);
        }
    }

    private static String lastWords(Path log) throws IOException {
        try (var files = Files.list(log)) {
            var newest = files.max(Comparator.comparing(it -> it.toFile().lastModified()));
            var lines = newest.isPresent() ? Files.readAllLines(newest.get()) : List.<String>of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS_LINES), lines.size()));
        }
    }

    /// The process that answers for the server while it runs.
    Optional<ProcessHandle> server() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(runningMark()).getFirst().strip()));
    }

    /// Whether the server was stopped as it should be, and by its own account nothing is left to mend. One that ended for want of room has
    /// taken its `postmaster.pid` away too, so that file does not tell.
    boolean wasStopped() throws IOException {
        try (var control = FileChannel.open(directory.resolve("global/pg_control"), StandardOpenOption.READ)) {
            var state = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
            control.read(state, STATE_AT);
            return state.flip().getInt() == SHUT_DOWN;
        }
    }

    private Path runningMark() {
        return directory.resolve("postmaster.pid");
    }

    void stop() throws IOException {
        programs.run("pg_ctl", List.of("-D", directory.toString(), "-m", "fast", "-w", "-t", "300", "stop"));
    }

    /// The mark is the last thing made. Files without it are those of a making that was killed; nobody ever wrote into them.
    private void make() throws IOException {
        if (Files.exists(directory)) {
            var aside = data.resolve("postgresql.unfinished");
            FileSystemUtils.deleteRecursively(aside);
            Files.move(directory, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        programs.run("initdb", List.of("-D", directory.toString(), "-U", "postgres", "-E", "UTF8",
                "--auth=scram-sha-256", "--pwfile=" + passwordFile(data), "--data-checksums",
                // Chinese letters are letters to C.UTF-8; to plain C they are not, and trigrams would pass over them.
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C", "--lc-ctype=" + ctype()));
        Files.writeString(directory.resolve("postgresql.conf"), "\ninclude 'mingbai.conf'\n", StandardOpenOption.APPEND);
        Files.writeString(mark(), "made whole\n");
    }

    private static String ctype() {
        return switch (FileSystems.getDefault().getSeparator()) {
            case "\\" -> "C";
            default -> System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
        };
    }

    private Path mark() {
        return data.resolve(MARK);
    }

    private static Path passwordFile(Path data) {
        return data.resolve("postgresql.password");
    }

    static String passwordIn(Path data) throws IOException {
        var file = passwordFile(data);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(data.resolve(MARK))) {
            throw new DatabaseRefused(
                    "数据库的口令文件 " + file + " 不见了。请从备份中恢复它；数据没有改动。",
                    "The database's password file " + file + " is missing. Restore it from your backup; the data has not been touched.");
        }
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(beside, password + "\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }
}
