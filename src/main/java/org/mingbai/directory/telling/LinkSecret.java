package org.mingbai.directory.telling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingbai.directory.TenantId;

/// The part of a link that nobody can guess: whoever has it was given it. Kept as its hash only.
///
/// @param text as it stands in the link, the tenant first
public record LinkSecret(TenantId tenant, String text) {

    private static final int BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,8})-[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// One that never was before.
    public static LinkSecret fresh(TenantId tenant) {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new LinkSecret(tenant, tenant.value() + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /// As it came back in a link; empty for what cannot be one.
    public static Optional<LinkSecret> read(String text) {
        var parts = WRITTEN.matcher(text);
        return parts.matches() ? Optional.of(new LinkSecret(new TenantId(Integer.parseInt(parts.group(1))), text)) : Optional.empty();
    }

    /// What may be kept of it.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A record tells its parts to every log it gets into.
    @Override
    public String toString() {
        return "LinkSecret[" + tenant + "]";
    }
}
