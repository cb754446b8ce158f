package org.mingbai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The files ledgers were brought in, until they are taken over. They say in clear who raised what, so none outlives its use: it goes once it is
/// taken over, and after some days where nobody took it over. 个人信息保护法 Art. 19.
@Component
class BroughtFiles {

    /// How long one that is not taken over waits for it.
    static final Period KEPT = Period.ofDays(7);
    /// What lies there longer belongs to none that is kept: a process was killed while it was brought.
    private static final Period LEFT_BEHIND = KEPT.plusDays(1);

    private static final Logger log = LoggerFactory.getLogger(BroughtFiles.class);

    private final ImportTable table;
    private final Path folder;
    private final Clock clock;

    BroughtFiles(ImportTable table, DataDirectory data, Clock clock) {
        this.table = table;
        this.folder = data.resolve("imports");
        this.clock = clock;
    }

    /// @return its SHA-256, in hexadecimal digits
    String keep(TenantId tenant, long id, InputStream content) throws IOException {
        var place = placeOf(tenant, id);
        Files.createDirectories(place.getParent());
        var temporary = Files.createTempFile(place.getParent(), "brought", "");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(content, digest)) {
                Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setLastModifiedTime(temporary, FileTime.from(clock.instant()));
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    Path placeOf(TenantId tenant, long id) {
        return folder.resolve(Integer.toString(tenant.value())).resolve(Long.toString(id));
    }

    boolean has(TenantId tenant, long id) {
        return Files.exists(placeOf(tenant, id));
    }

    void drop(TenantId tenant, long id) {
        try {
            Files.deleteIfExists(placeOf(tenant, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those that were taken over, by whatever process, and those that have waited long enough.
    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void dropOld() {
        for (var old : table.withoutUse(OffsetDateTime.now(clock).minus(KEPT))) {
            tried(placeOf(old.tenant(), old.id()), place -> {
                Files.deleteIfExists(place);
                table.dropped(old);
            });
        }
        dropLeftBehind(OffsetDateTime.now(clock).minus(LEFT_BEHIND).toInstant());
    }

    private void dropLeftBehind(Instant before) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var places = Files.walk(folder, 2)) {
            places.filter(Files::isRegularFile).forEach(found -> tried(found, place -> {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
                    Files.deleteIfExists(place);
                }
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Dropping {
        void of(Path place) throws IOException;
    }

    /// One that cannot be dropped now is tried again the next time, and keeps no other from being dropped.
    private static void tried(Path place, Dropping dropping) {
        try {
            dropping.of(place);
        } catch (IOException | RuntimeException e) {
            log.warn("{} cannot be dropped", place, e);
        }
    }
}
