package org.mingbai.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the journal, whole: whatever is changed in it afterwards no longer fits its seal.
record SealedEntry(int tenant, long matter, int seq, String kind, int version, String body, long byPerson, long byUnit, String byRole, Instant at,
        LocalDate day, UUID key, long said, @Nullable Long turnUnit, @Nullable String turnRole) implements Sealable {

    static final int SALT_BYTES = 32;
    /// Comes first in what is hashed, so that no other kind of record passes for an entry.
    private static final byte[] WHAT = "mingbai journal entry, form 1\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public byte[] sealed(TreeHash hash, byte[] salt) {
        return sealed(hash, salt, bytes());
    }

    static byte[] sealed(TreeHash hash, byte[] salt, byte[] entry) {
        return hash.of(WHAT, salt, entry);
    }

    /// For whoever may know it.
    Opening opening(byte[] salt) {
        return new Opening(new String(bytes(), StandardCharsets.UTF_8), salt);
    }

    byte[] bytes() {
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("tenant", tenant);
        fields.put("matter", matter);
        fields.put("seq", seq);
        fields.put("kind", kind);
        fields.put("version", version);
        fields.put("body", Canonical.read(body));
        fields.put("by_person", byPerson);
        fields.put("by_unit", byUnit);
        fields.put("by_role", byRole);
        fields.put("at", Canonical.moment(at));
        fields.put("day", day);
        fields.put("key", key);
        fields.put("said", said);
        fields.put("turn_unit", turnUnit);
        fields.put("turn_role", turnRole);
        return Canonical.bytes(fields);
    }
}
