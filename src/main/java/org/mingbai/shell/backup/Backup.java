package org.mingbai.shell.backup;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.keys.KeyFile;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Writes all that an installation holds into one file, as it stood in one moment, while everybody goes on working.
@Component
public class Backup {

    /// Rows are gathered to pieces of this size, so that memory does not grow with a table. A longer row is a piece of its own.
    private static final int PIECE_BYTES = 1 << 20;

    private final DataSource source;
    private final DataDirectory data;
    private final List<KeptFiles> kept;
    private final Clock clock;

    @Autowired
    Backup(DataSource source, DataDirectory data, ObjectProvider<KeptFiles> kept, Clock clock) {
        this(source, data, kept.orderedStream().toList(), clock);
    }

    public Backup(DataSource source, DataDirectory data, List<KeptFiles> kept, Clock clock) {
        this.source = source;
        this.data = data;
        this.kept = List.copyOf(kept);
        this.clock = clock;
    }

    /// What was written.
    /// @param missing files the database names that are not there, or not what they were
    public record Written(long tables, long rows, long files, List<String> keys, List<String> missing) {}

    /// What else somebody wants.
    /// @param accounts   numbers and names of the bodies, to be read by people
    /// @param passphrase seals the file
    /// @param keys       names of key files in the data directory that go along
    public record Wish(List<String> accounts, Optional<Passphrase> passphrase, List<String> keys) {

        /// Keys beside what they protect protect nothing, unless all of it is sealed.
        public Wish {
            if (!keys.isEmpty() && passphrase.isEmpty()) {
                throw new IllegalArgumentException("keys only go into a sealed backup");
            }
        }
    }

    /// The names of the files that are kept apart from a backup.
    public static final List<String> KEYS = List.of(KeyFile.NAME, "seal.keys");

    /// The file appears when it is whole and on the disk. Refused where one of that name is.
    public Written write(Path file, Wish wish) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new BackupRefused("已经有这个文件：" + file + "。备份不覆盖旧文件，请换一个名字。",
                    "There is a file " + file + " already. A backup replaces nothing: choose another name.");
        }
        var part = beside(file);
        try {
            Written written;
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written = write(new Unclosed(Channels.newOutputStream(channel)), wish);
                channel.force(true);
            }
            Files.move(part, file);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path beside(Path file) throws IOException {
        var owner = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        return Files.createTempFile(Objects.requireNonNull(file.toAbsolutePath().getParent()), ".backup", ".part", owner);
    }

    /// The channel is still to be forced onto the disk when the writers above it are done.
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private Written write(OutputStream out, Wish wish) throws IOException, SQLException {
        try (var connection = source.getConnection()) {
            // Taken before the snapshot: who is just letting go of a file has then ended, and the snapshot no longer names it.
            run(connection, "select pg_advisory_lock_shared(" + KeptFiles.LOCK + ")");
            try {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                return write(connection, out, wish);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                run(connection, "select pg_advisory_unlock_shared(" + KeptFiles.LOCK + ")");
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Written write(Connection snapshot, OutputStream out, Wish wish) throws IOException, SQLException {
        Catalogue.plainValues(snapshot);
        var missing = new ArrayList<String>();
        var manifest = manifest(snapshot, wish, missing);
        try (var writer = new BackupFile.Writer(out, wish.passphrase())) {
            writer.json(BackupFile.MANIFEST, manifest);
            for (var table : manifest.tables()) {
                if (new Rows(writer, table).copied(snapshot) != table.rows()) {
                    throw new IllegalStateException("rows of " + table.name());
                }
            }
            eachFile(snapshot, (path, sha256) -> {
                if (!missing.contains(path)) {
                    file(writer, path, sha256, missing);
                }
            });
            for (var key : manifest.keys()) {
                var bytes = Files.readAllBytes(data.resolve(key));
                writer.put(BackupFile.KEYS + key, BackupFile.KEYS + key, bytes, bytes.length);
            }
            writer.json(BackupFile.SUMS, new Sums(writer.sums().all(), missing));
        }
        return new Written(manifest.tables().size(), manifest.rows(), manifest.files(), manifest.keys(), List.copyOf(missing));
    }

    private Manifest manifest(Connection snapshot, Wish wish, List<String> missing) throws IOException, SQLException {
        var catalogue = new Catalogue(snapshot, snapshot.getMetaData().getUserName());
        var steps = catalogue.steps();
        var tables = new ArrayList<Manifest.Table>();
        for (var table : catalogue.tables()) {
            tables.add(new Manifest.Table(table.name(), table.columns(), catalogue.count(table)));
        }
        if (tables.isEmpty()) {
            throw new BackupRefused("用户 " + snapshot.getMetaData().getUserName() + " 名下没有明白账的表，没有什么可备份的。",
                    "Nothing here belongs to the user " + snapshot.getMetaData().getUserName() + " of the database: there is nothing to back up.");
        }
        var sizes = new long[2];
        eachFile(snapshot, (path, _) -> {
            var file = data.resolve(path);
            if (Files.isReadable(file)) {
                sizes[0]++;
                sizes[1] += Files.size(file);
            } else {
                missing.add(path);
            }
        });
        var program = Objects.requireNonNullElse(Backup.class.getPackage().getImplementationVersion(), "");
        // A sequence does not belong to the snapshot: it may be ahead of it, and so never gives a number twice.
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        return new Manifest(Manifest.FORMAT, program, now, wish.accounts(), steps.getLast().version(), steps, tables,
                catalogue.sequences(), sizes[0], sizes[1], wish.keys().stream().filter(key -> Files.exists(data.resolve(key))).toList());
    }

    private void eachFile(Connection snapshot, KeptFiles.Taker taker) throws IOException, SQLException {
        for (var keeper : kept) {
            keeper.named(snapshot, taker);
        }
    }

    private void file(BackupFile.Writer writer, String path, String sha256, List<String> missing) throws IOException {
        var file = data.resolve(path);
        try (var content = Files.newInputStream(file)) {
            var read = writer.file(path, content, Files.size(file));
            if (!HexFormat.of().formatHex(read).equals(sha256)) {
                missing.add(path);
            }
        }
    }

    /// The rows of one table, from COPY into pieces.
    private static final class Rows {

        private final BackupFile.Writer writer;
        private final Manifest.Table table;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE_BYTES);
        private int pieces;

        Rows(BackupFile.Writer writer, Manifest.Table table) {
            this.writer = writer;
            this.table = table;
        }

        long copied(Connection snapshot) throws SQLException, IOException {
            var copy = snapshot.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("copy " + table.quoted() + " (" + table.quotedColumns() + ") to stdout");
            try {
                long rows = 0;
                for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    rows++;
                    take(row);
                }
                flush();
                return rows;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }

        private void take(byte[] row) throws IOException {
            if (piece.size() + row.length > PIECE_BYTES) {
                flush();
            }
            if (row.length >= PIECE_BYTES) {
                put(row, row.length);
            } else {
                piece.writeBytes(row);
            }
        }

        private void flush() throws IOException {
            if (piece.size() > 0) {
                put(piece.toByteArray(), piece.size());
                piece.reset();
            }
        }

        private void put(byte[] bytes, int length) throws IOException {
            var part = BackupFile.TABLES + table.name();
            writer.put(part + "/%06d.copy".formatted(++pieces), part, bytes, length);
        }
    }
}
