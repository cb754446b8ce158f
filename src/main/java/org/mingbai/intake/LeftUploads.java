package org.mingbai.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.concurrent.TimeUnit;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Portal;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.library.Library;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What came with a public form that was never sent to its end belongs to nobody's words, and may show whoever took it: it goes.
/// 个人信息保护法 Art. 19.
@Component
class LeftUploads {

    /// A form holds for a day, and for another once it was mended.
    static final Period KEPT = Period.ofDays(2);
    /// How far back is looked, so that the work does not grow with what was handed in over the years.
    private static final Period LOOKED_BACK = Period.ofDays(60);

    private static final Logger log = LoggerFactory.getLogger(LeftUploads.class);

    private final Tenants tenants;
    private final Portal portal;
    private final Library library;
    private final VoiceTable voices;
    private final Clock clock;

    LeftUploads(Tenants tenants, Portal portal, Library library, VoiceTable voices, Clock clock) {
        this.tenants = tenants;
        this.portal = portal;
        this.library = library;
        this.voices = voices;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void letGo() {
        tenants.all().forEach(tenant -> portal.known(tenant).ifPresent(person -> letGo(tenant, person)));
    }

    private void letGo(TenantId tenant, PersonId person) {
        var now = OffsetDateTime.now(clock);
        for (var sha256 : library.broughtBy(tenant, person, now.minus(LOOKED_BACK), now.minus(KEPT))) {
            try {
                if (!voices.hasFile(tenant, sha256)) {
                    library.letGo(tenant, person, sha256, () -> voices.hasFile(tenant, sha256));
                }
            } catch (RuntimeException e) {
                log.warn("{} of {} is let go of the next time", sha256, tenant, e);
            }
        }
    }
}
