package org.mingbai.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.backup.KeptFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps files under the hash of their content, and says who brought them.
@Component
public class Library {

    /// Bytes. A longer file is refused before it is kept.
    public static final long SIZE_MAX = 20L << 20;

    private static final int START = 4096;

    private final DataDirectory data;
    private final Path root;
    private final JdbcClient db;
    private final Clock clock;

    Library(DataDirectory data, JdbcClient db, Clock clock) {
        this.data = data;
        this.root = data.path().resolve("files");
        this.db = db;
        this.clock = clock;
    }

    /// Once this returns, the file survives a power cut. The same content is kept once, however often it comes.
    @Transactional
    public StoredFile keep(TenantId tenant, PersonId by, String name, InputStream content) throws FileRefused {
        try {
            var incoming = Files.createDirectories(root.resolve("incoming"));
            var temporary = Files.createTempFile(incoming, "file", "");
            try {
                return keep(tenant, by, name, content, temporary);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile keep(TenantId tenant, PersonId by, String name, InputStream content, Path temporary) throws IOException, FileRefused {
        var digest = sha256();
        long size = copy(new DigestInputStream(content, digest), temporary);
        if (size == 0) {
            throw new FileRefused("library.refusal.empty", name);
        }
        var hash = HexFormat.of().formatHex(digest.digest());
        var file = new StoredFile(hash, name, MediaType.of(startOf(temporary), name), size);
        var place = placeOf(tenant, hash);
        alone(tenant, hash);
        if (!Files.exists(place)) {
            Files.createDirectories(place.getParent());
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(place.getParent());
        }
        remember(tenant, by, file);
        return file;
    }

    private void remember(TenantId tenant, PersonId by, StoredFile file) {
        var now = OffsetDateTime.now(clock);
        db.sql("""
                with kept as (
                    insert into library.file (tenant, sha256, size, media_type, kept_at) values (:tenant, :sha256, :size, :mediaType, :now)
                    on conflict do nothing)
                insert into library.upload (tenant, sha256, person, at) values (:tenant, :sha256, :person, :now)
                on conflict (tenant, sha256, person) do update set at = excluded.at
                """)
                .param("tenant", tenant.value())
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("mediaType", file.mediaType())
                .param("person", by.value())
                .param("now", now)
                .update();
    }

    /// Until this transaction ends nobody else keeps or lets go of that content.
    private void alone(TenantId tenant, String sha256) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('library.file/' || :sha256, :tenant))").param("sha256", sha256)
                .param("tenant", tenant.value()).query(row -> {});
    }

    /// The hashes of what this person brought within a span of time.
    public List<String> broughtBy(TenantId tenant, PersonId person, OffsetDateTime from, OffsetDateTime before) {
        return db.sql("select sha256 from library.upload where tenant = :tenant and person = :person and at >= :from and at < :before order by at")
                .param("tenant", tenant.value()).param("person", person.value()).param("from", from).param("before", before)
                .query(String.class).list();
    }

    /// Lets go of what this person brought, unless it is used after all. The content goes with the last of those who brought it.
    /// @param used whether it was laid before anybody in this person's name; asked once nobody can lay it any more
    @Transactional
    public boolean letGo(TenantId tenant, PersonId person, String sha256, BooleanSupplier used) {
        if (isBackedUp()) {
            return false;
        }
        alone(tenant, sha256);
        boolean brought = db.sql("select person from library.upload where tenant = :tenant and sha256 = :sha256 and person = :person for update")
                .param("tenant", tenant.value()).param("sha256", sha256).param("person", person.value()).query(Long.class).optional().isPresent();
        if (!brought || used.getAsBoolean()) {
            return false;
        }
        db.sql("delete from library.upload where tenant = :tenant and sha256 = :sha256 and person = :person")
                .param("tenant", tenant.value()).param("sha256", sha256).param("person", person.value()).update();
        boolean last = 1 == db.sql("""
                delete from library.file f where tenant = :tenant and sha256 = :sha256
                and not exists (select from library.upload u where u.tenant = f.tenant and u.sha256 = f.sha256)
                """).param("tenant", tenant.value()).param("sha256", sha256).update();
        if (last) {
            delete(placeOf(tenant, sha256));
        }
        return true;
    }

    /// While a backup is written nothing is let go of: it may name what would be gone when its turn comes.
    private boolean isBackedUp() {
        return !db.sql("select pg_try_advisory_xact_lock(" + KeptFiles.LOCK + ")").query(Boolean.class).single();
    }

    private static void delete(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The kept file under the name it was brought with; empty if this person never brought it. Until the transaction ends nobody lets go of it.
    public Optional<StoredFile> broughtBy(TenantId tenant, PersonId person, String sha256, String name) {
        return db.sql("""
                select f.sha256, :name::text as name, f.media_type, f.size
                from library.file f join library.upload u on u.tenant = f.tenant and u.sha256 = f.sha256
                where f.tenant = :tenant and f.sha256 = :sha256 and u.person = :person for key share of u
                """)
                .param("tenant", tenant.value())
                .param("sha256", sha256)
                .param("person", person.value())
                .param("name", name)
                .query(StoredFile.class)
                .optional();
    }

    /// The bytes. Whoever calls has made sure that the reader may see them.
    public Path contentOf(TenantId tenant, String sha256) {
        return placeOf(tenant, sha256);
    }

    private Path placeOf(TenantId tenant, String sha256) {
        return data.resolve(pathOf(tenant.value(), sha256));
    }

    /// Under the data directory.
    static String pathOf(int tenant, String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a hash: " + sha256);
        }
        return "files/" + tenant + "/" + sha256.substring(0, 2) + "/" + sha256.substring(2);
    }

    private static long copy(InputStream from, Path to) throws IOException, FileRefused {
        var buffer = new byte[16384];
        long size = 0;
        try (var out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            for (int read; (read = from.read(buffer)) >= 0; ) {
                size += read;
                if (size > SIZE_MAX) {
                    throw new FileRefused("library.refusal.too-large", Long.toString(SIZE_MAX >> 20));
                }
                var bytes = java.nio.ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return size;
    }

    private static byte[] startOf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(START);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
