package org.mingbai.shell.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The form of a backup: a tar, packed with gzip, that any computer opens; sealed, the same behind a line of its own.
///
/// `manifest.json`, then `tables/SCHEMA.TABLE/NUMBER.copy` (pieces of a COPY in text form, cut between rows), `files/…`, `keys/…`, and
/// `sums.json`. A ZIP would do as well, but keeps a list of all its entries in memory until the end.
final class BackupFile {

    static final String MANIFEST = "manifest.json";
    static final String SUMS = "sums.json";
    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String KEYS = "keys/";

    private static final byte[] SEALED = "MINGBAI SEALED BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUFFER = 1 << 16;
    private static final int LINE_MAX = 4096;
    private static final int MANIFEST_MAX = 16 << 20;

    private BackupFile() {}

    /// Writes entry by entry; what is not closed has no end mark and no sums, and is refused by every reader.
    static final class Writer implements AutoCloseable {

        private final TarArchiveOutputStream tar;
        private final Sums.Running sums = new Sums.Running();

        Writer(OutputStream file, Optional<Passphrase> passphrase) throws IOException {
            var out = file;
            if (passphrase.isPresent()) {
                var key = passphrase.get().fresh();
                out.write(SEALED);
                out.write(key.head().line());
                out = SealedChunks.to(out, key);
            }
            // What fills a backup is packed already, or packs well at any level.
            var packed = new GZIPOutputStream(new BufferedOutputStream(out, BUFFER), BUFFER) {
                {
                    def.setLevel(Deflater.BEST_SPEED);
                }
            };
            this.tar = new TarArchiveOutputStream(packed, StandardCharsets.UTF_8.name());
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        }

        void json(String name, Object value) throws IOException {
            var bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
            put(name, name, bytes, bytes.length);
        }

        /// @param part what it is added up under
        void put(String name, String part, byte[] bytes, int length) throws IOException {
            begin(name, length);
            tar.write(bytes, 0, length);
            tar.closeArchiveEntry();
            if (!part.equals(SUMS)) {
                sums.of(part).update(bytes, 0, length);
            }
        }

        /// The SHA-256 of what was read, for the caller to hold against what it should be.
        byte[] file(String name, InputStream content, long size) throws IOException {
            begin(name, size);
            var all = sums.of(FILES);
            all.update(name.getBytes(StandardCharsets.UTF_8));
            var own = Sums.sha256();
            var buffer = new byte[BUFFER];
            long left = size;
            for (int read; left > 0 && (read = content.read(buffer, 0, (int) Math.min(buffer.length, left))) >= 0; left -= read) {
                tar.write(buffer, 0, read);
                all.update(buffer, 0, read);
                own.update(buffer, 0, read);
            }
            tar.closeArchiveEntry();
            return own.digest();
        }

        Sums.Running sums() {
            return sums;
        }

        private void begin(String name, long size) throws IOException {
            var entry = new TarArchiveEntry(name);
            entry.setSize(size);
            entry.setMode(0600);
            tar.putArchiveEntry(entry);
        }

        @Override
        public void close() throws IOException {
            tar.close();
        }
    }

    /// What is done with each part of a backup, in the order they come.
    interface Taker {

        void manifest(Manifest manifest) throws Exception;

        void rows(String table, InputStream rows) throws Exception;

        void file(String path, InputStream content) throws Exception;

        void key(String name, InputStream content) throws Exception;
    }

    /// Reads it to its end and holds every part against the sums. A file that is not exactly what was written is refused: but only at its end, so
    /// whoever changes something by it reads it twice.
    static Sums read(Path file, Optional<Passphrase> passphrase, Taker taker) throws Exception {
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                var packed = new GZIPInputStream(opened(in, passphrase), BUFFER);
                var tar = new TarArchiveInputStream(packed, StandardCharsets.UTF_8.name())) {
            var read = new Reading(tar, taker).all();
            // The check of gzip stands behind the last block of the tar.
            packed.transferTo(OutputStream.nullOutputStream());
            return read;
        }
    }

    static boolean isSealed(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SEALED.length), SEALED);
        }
    }

    private static InputStream opened(BufferedInputStream in, Optional<Passphrase> passphrase) throws IOException {
        in.mark(SEALED.length);
        if (!Arrays.equals(in.readNBytes(SEALED.length), SEALED)) {
            in.reset();
            return in;
        }
        var head = Passphrase.Head.read(line(in));
        return SealedChunks.from(in, passphrase.orElseThrow().of(head));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one; (one = in.read()) != '\n'; line.write(one)) {
            if (one < 0 || line.size() > LINE_MAX) {
                throw BackupRefused.bent("head");
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static final class Reading {

        private final TarArchiveInputStream tar;
        private final Taker taker;
        private final Sums.Running running = new Sums.Running();
        private @Nullable Sums said;

        Reading(TarArchiveInputStream tar, Taker taker) {
            this.tar = tar;
            this.taker = taker;
        }

        Sums all() throws Exception {
            boolean first = true;
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = entry.getName();
                if (said != null || first != name.equals(MANIFEST)) {
                    throw BackupRefused.bent(name);
                }
                first = false;
                take(name);
                if (tar.read() >= 0) {
                    throw BackupRefused.bent(name);
                }
            }
            if (said == null || !said.parts().equals(running.all())) {
                throw BackupRefused.bent(said == null ? "end" : "sums");
            }
            return said;
        }

        private void take(String name) throws Exception {
            if (name.equals(SUMS)) {
                said = json(tar, Sums.class);
            } else if (name.equals(MANIFEST)) {
                var manifest = json(counted(name), Manifest.class);
                if (manifest.format() != Manifest.FORMAT) {
                    throw new BackupRefused("这份备份的格式是第 " + manifest.format() + " 版，本程序只读第 " + Manifest.FORMAT + " 版。请用写它的那一版程序恢复。",
                            "This backup has format " + manifest.format() + "; this program reads " + Manifest.FORMAT
                                    + ". Restore it with the version that wrote it.");
                }
                taker.manifest(manifest);
            } else if (name.startsWith(TABLES) && name.lastIndexOf('/') > TABLES.length()) {
                var part = name.substring(0, name.lastIndexOf('/'));
                taker.rows(part.substring(TABLES.length()), counted(part));
            } else if (name.startsWith(FILES)) {
                running.of(FILES).update(name.getBytes(StandardCharsets.UTF_8));
                taker.file(name, counted(FILES));
            } else if (name.startsWith(KEYS)) {
                taker.key(name.substring(KEYS.length()), counted(name));
            } else {
                throw BackupRefused.bent(name);
            }
        }

        private InputStream counted(String part) {
            return new FilterInputStream(new DigestInputStream(tar, running.of(part))) {
                @Override
                public void close() {
                    // Whoever takes a part does not close the whole.
                }
            };
        }

        private static <T> T json(InputStream in, Class<T> kind) throws IOException {
            try {
                return JSON.readValue(in.readNBytes(MANIFEST_MAX), kind);
            } catch (JacksonException e) {
                throw BackupRefused.bent(kind.getSimpleName());
            }
        }
    }
}
