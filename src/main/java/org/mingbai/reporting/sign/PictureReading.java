package org.mingbai.reporting.sign;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.library.Library;
import org.mingbai.library.Pictures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks once at each picture that proves something, in the background, and keeps in `reporting.picture` what it is recognised by.
@Component
class PictureReading {

    private static final int BATCH = 20;
    /// Whoever asks waits for so many at most.
    private static final int WAITED_FOR = 20;

    /// @param look nothing where it cannot be read or says too little
    /// @param takenOn nothing where no camera wrote a day into it
    record Seen(@Nullable Look look, @Nullable LocalDate takenOn) {}

    private record Unread(int tenant, String sha256) {}

    private final Library library;
    private final JdbcClient db;

    PictureReading(Library library, JdbcClient db) {
        this.library = library;
        this.db = db;
    }

    @Scheduled(scheduler = "queues", fixedDelay = 5000)
    void keepUp() {
        while (readSome() == BATCH) {
            continue;
        }
    }

    /// @return whether all are read
    boolean catchUp() {
        for (int read = 0; read < WAITED_FOR; read += BATCH) {
            if (readSome() < BATCH) {
                return true;
            }
        }
        return false;
    }

    private int readSome() {
        var some = db.sql("select tenant, sha256 from reporting.picture where not read order by tenant, sha256 limit :limit").param("limit", BATCH)
                .query(Unread.class).list();
        some.forEach(this::read);
        return some.size();
    }

    /// One that is not there or is no picture is looked at once as well, and so is one over which the process ends.
    private void read(Unread one) {
        db.sql("update reporting.picture set read = true where tenant = :tenant and sha256 = :sha256")
                .param("tenant", one.tenant).param("sha256", one.sha256).update();
        var file = library.contentOf(new TenantId(one.tenant), one.sha256);
        boolean there = Files.exists(file);
        var look = there ? Pictures.brightness(file, Look.FIELDS, Look.FIELDS).map(Look::of).orElse(null) : null;
        db.sql("update reporting.picture set across = :across, down = :down, taken_on = :taken where tenant = :tenant and sha256 = :sha256")
                .param("across", look == null ? null : look.across()).param("down", look == null ? null : look.down())
                .param("taken", there ? Pictures.takenOn(file).orElse(null) : null).param("tenant", one.tenant).param("sha256", one.sha256).update();
    }

    Map<String, Seen> these(TenantId tenant, List<String> digests) {
        var found = new HashMap<String, Seen>();
        db.sql("select sha256, across, down, taken_on from reporting.picture where tenant = :tenant and sha256 = any(:digests)")
                .param("tenant", tenant.value()).param("digests", digests.toArray(String[]::new))
                .query(row -> {
                    var look = Look.kept(row.getObject(2, Long.class), row.getObject(3, Long.class));
                    found.put(row.getString(1), new Seen(look != null && look.saysEnough() ? look : null, row.getObject(4, LocalDate.class)));
                });
        return found;
    }
}
