package org.mingbai.shell.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.database.EmbeddedPostgres;
import org.mingbai.shell.database.Unfinished;
import org.mingbai.shell.keys.SecretFile;
import org.postgresql.PGConnection;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Reads a backup into a directory where nothing is yet, with a database of its own.
///
/// The file is read twice: once to its end, before anything is made, and once to be taken over.
public final class Restore {

    private static final String STEPS = "classpath:db/migration";
    private static final Pattern STEP = Pattern.compile("V([0-9_]+)__.*\\.sql");
    /// A path of a file that nobody can lead out of the directory with.
    private static final Pattern PATH = Pattern.compile("files(/[0-9A-Za-z_-]+)+");

    private final Path file;
    private final Optional<Passphrase> passphrase;

    public Restore(Path file, Optional<Passphrase> passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /// What was restored.
    /// @param program  the version that wrote the backup; nothing when it had no number
    /// @param schema   the step of the database it was written at
    /// @param now      the step it stands at now
    /// @param keys     names of the key files that were in it
    /// @param missing  files that were missing already when the backup was written, or were not what they should be
    public record Restored(String program, String madeAt, List<String> accounts, String schema, String now, long tables, long rows, long files,
            List<String> keys, List<String> missing) {}

    /// Whether a passphrase is needed.
    public static boolean isSealed(Path file) throws IOException {
        return BackupFile.isSealed(file);
    }

    /// Refused, with nothing changed, unless the file is whole and the directory empty or not there.
    /// @param programs where PostgreSQL is unpacked
    public Restored into(Path data, Path programs) throws Exception {
        refuseUnlessEmpty(data);
        var found = checked();
        Files.createDirectories(data);
        Unfinished.mark(data);
        Restored restored;
        try (var server = EmbeddedPostgres.startUnfinished(data, programs)) {
            steps(server, found.manifest.schema());
            load(server, data, found.manifest);
            steps(server, null);
            try (var connection = server.connectAsKeeper()) {
                var now = new Catalogue(connection, server.user()).steps().getLast().version();
                restored = found.restored(now);
            }
        }
        Unfinished.whole(data);
        return restored;
    }

    private static void refuseUnlessEmpty(Path data) throws IOException {
        if (Unfinished.isMarked(data)) {
            throw new BackupRefused("目录 " + data + " 里有只恢复了一半的内容。请删除这个目录，再执行一次。",
                    "The directory " + data + " holds half a restore. Delete it and run this again.");
        }
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new BackupRefused(data + " 不是目录。", data + " is not a directory.");
        }
        if (Files.isDirectory(data)) {
            try (var inside = Files.list(data)) {
                if (inside.findAny().isPresent()) {
                    throw new BackupRefused("目录 " + data + " 不是空的。只能恢复到空目录或者还没有的目录，什么也没有改动。",
                            "The directory " + data + " is not empty. A backup is restored into an empty or a new one; nothing has been changed.");
                }
            }
        }
    }

    /// The first reading: what it holds, once all of it is known to be as it was written.
    private Found checked() throws Exception {
        var found = new Found();
        try {
            found.sums = BackupFile.read(file, passphrase, found);
        } catch (IOException | IllegalArgumentException e) {
            throw BackupRefused.bent(String.valueOf(e.getMessage()));
        }
        if (found.files != found.manifest.files()) {
            throw BackupRefused.bent("files");
        }
        refuseUnlessKnown(found.manifest);
        return found;
    }

    private static final class Found implements BackupFile.Taker {

        private Manifest manifest = new Manifest(0, "", "", List.of(), "", List.of(), List.of(), List.of(), 0, 0, List.of());
        private Sums sums = new Sums(Map.of(), List.of());
        private long files;

        @Override
        public void manifest(Manifest manifest) {
            this.manifest = manifest;
        }

        @Override
        public void rows(String table, InputStream rows) throws IOException {
            rows.transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void file(String path, InputStream content) throws IOException {
            if (!PATH.matcher(path).matches()) {
                throw BackupRefused.bent(path);
            }
            files++;
            content.transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void key(String name, InputStream content) throws IOException {
            if (!manifest.keys().contains(name) || !Backup.KEYS.contains(name)) {
                throw BackupRefused.bent(name);
            }
            content.transferTo(OutputStream.nullOutputStream());
        }

        Restored restored(String now) {
            return new Restored(manifest.program(), manifest.madeAt(), manifest.accounts(), manifest.schema(), now, manifest.tables().size(),
                    manifest.rows(), files, manifest.keys(), sums.missing());
        }
    }

    /// A backup of a newer version holds what this one has no tables for.
    private static void refuseUnlessKnown(Manifest manifest) throws IOException {
        var known = new TreeSet<MigrationVersion>();
        for (var step : new PathMatchingResourcePatternResolver().getResources(STEPS + "/*.sql")) {
            var name = STEP.matcher(String.valueOf(step.getFilename()));
            if (name.matches()) {
                known.add(MigrationVersion.fromVersion(name.group(1)));
            }
        }
        for (var step : manifest.steps()) {
            if (!known.contains(MigrationVersion.fromVersion(step.version()))) {
                throw otherVersion(step.version());
            }
        }
    }

    private static BackupRefused otherVersion(String step) {
        return new BackupRefused("这份备份是更新的或者别的一版明白账写的（数据库步骤 " + step + " 不一致）。请用那一版或更新的程序恢复。",
                "This backup was written by a newer or another version of Mingbai (step " + step
                        + " of the database differs). Restore it with that version or a newer one.");
    }

    private static void steps(EmbeddedPostgres server, @Nullable String target) {
        var flyway = Flyway.configure().dataSource(server.url(), server.user(), server.password())
                .jdbcProperties(Map.of(EmbeddedPostgres.DETAIL, "false")).defaultSchema("public").locations(STEPS);
        (target == null ? flyway : flyway.target(target)).load().migrate();
    }

    private void load(EmbeddedPostgres server, Path data, Manifest manifest) throws Exception {
        try (var connection = server.connectAsKeeper()) {
            connection.setAutoCommit(false);
            var catalogue = new Catalogue(connection, server.user());
            refuseUnlessSame(catalogue, manifest);
            Catalogue.plainValues(connection);
            // What was in one snapshot holds together; triggers that write or forbid would change it or stand in the way.
            run(connection, "set session_replication_role = replica");
            run(connection, "truncate " + String.join(", ", manifest.tables().stream().map(Manifest.Table::quoted).toList()));
            BackupFile.read(file, passphrase, new Loading(connection, data, manifest));
            for (var sequence : manifest.sequences()) {
                set(connection, sequence);
            }
            for (var table : manifest.tables()) {
                if (catalogue.count(table) != table.rows()) {
                    throw new IllegalStateException("rows of " + table.name());
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, "analyze");
        }
    }

    /// The tables this program makes at that step are the tables the backup was written from.
    private static void refuseUnlessSame(Catalogue catalogue, Manifest manifest) throws SQLException {
        var steps = catalogue.steps();
        if (!steps.equals(manifest.steps())) {
            var differing = new HashSet<>(manifest.steps());
            steps.forEach(differing::remove);
            throw otherVersion(differing.stream().map(Manifest.Step::version).findFirst().orElse(manifest.schema()));
        }
        var named = manifest.tables().stream().map(it -> new Manifest.Table(it.name(), it.columns(), 0)).toList();
        if (!named.equals(catalogue.tables())) {
            throw otherVersion(manifest.schema());
        }
    }

    private static void set(Connection connection, Manifest.Sequence sequence) throws SQLException {
        if (sequence.last() == null) {
            return;
        }
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, Catalogue.quoted(sequence.name()));
            statement.setLong(2, sequence.last());
            statement.execute();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The second reading.
    private record Loading(Connection connection, Path data, Manifest manifest) implements BackupFile.Taker {

        @Override
        public void manifest(Manifest again) {
            if (!again.equals(manifest)) {
                throw BackupRefused.bent(BackupFile.MANIFEST);
            }
        }

        @Override
        public void rows(String name, InputStream rows) throws SQLException, IOException {
            var table = manifest.tables().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(() -> BackupRefused.bent(name));
            connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("copy " + table.quoted() + " (" + table.quotedColumns() + ") from stdin", rows);
        }

        @Override
        public void file(String path, InputStream content) throws IOException {
            if (!PATH.matcher(path).matches()) {
                throw BackupRefused.bent(path);
            }
            var to = data.resolve(path);
            Files.createDirectories(to.getParent());
            try (var out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(out));
                out.force(true);
            }
        }

        @Override
        public void key(String name, InputStream content) throws IOException {
            if (!Backup.KEYS.contains(name)) {
                throw BackupRefused.bent(name);
            }
            new SecretFile(data.resolve(name)).make(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
