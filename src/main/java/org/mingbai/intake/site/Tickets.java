package org.mingbai.intake.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.keys.KeyProvider;
import org.springframework.stereotype.Component;

/// What a form for everybody carries so that machines cannot send it by the thousand: its key and when it was given out, signed. A browser with
/// script finds a number that makes its hash begin with zeros; without script it is enough that somebody took the time to write.
@Component
public class Tickets {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int SIGNATURE_BYTES = 16;
    private static final int PROOF_MAX = 20;

    private final KeyProvider keys;
    private final SiteSettings settings;
    private final Clock clock;

    Tickets(KeyProvider keys, SiteSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /// What a ticket that came back is worth.
    public sealed interface Judged {

        /// @param key the name of the form
        record Good(UUID key) implements Judged {}

        /// Not worked for, and too new to have been written by hand.
        record TooSoon(Duration toWait) implements Judged {}

        /// From another day, another tenant, or not ours.
        record Worthless() implements Judged {}
    }

    public String fresh(TenantId tenant) {
        return signed(tenant, UUID.randomUUID() + "." + clock.instant().getEpochSecond());
    }

    /// @param proof what the script of the form found; empty without script
    public Judged judged(TenantId tenant, String ticket, String proof) {
        var parts = ticket.split("\\.");
        if (parts.length != 3 || !isSame(ticket, signed(tenant, parts[0] + "." + parts[1]))) {
            return new Judged.Worthless();
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts[1])), clock.instant());
        if (age.compareTo(KEPT) > 0) {
            return new Judged.Worthless();
        }
        var wait = Duration.ofSeconds(settings.waitSeconds()).minus(age);
        boolean waited = !wait.isPositive();
        return waited || isProof(ticket, proof) ? new Judged.Good(UUID.fromString(parts[0])) : new Judged.TooSoon(wait);
    }

    /// A mark that only this program makes: what comes back with it was given out by it.
    public String mark(TenantId tenant, String what) {
        var hash = keys.keyedHash("kept", (tenant.value() + "/" + what).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, SIGNATURE_BYTES));
    }

    public boolean isMarked(TenantId tenant, String what, String mark) {
        return isSame(mark, mark(tenant, what));
    }

    public int proofBits() {
        return settings.proofBits();
    }

    private boolean isProof(String ticket, String proof) {
        if (proof.isEmpty() || proof.length() > PROOF_MAX) {
            return false;
        }
        var hash = sha256(ticket + "." + proof);
        for (int bit = 0; bit < settings.proofBits(); bit++) {
            if ((hash[bit / Byte.SIZE] & 0x80 >> bit % Byte.SIZE) != 0) {
                return false;
            }
        }
        return true;
    }

    private String signed(TenantId tenant, String what) {
        var hash = keys.keyedHash("form", (tenant.value() + "/" + what).getBytes(StandardCharsets.UTF_8));
        return what + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, SIGNATURE_BYTES));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
