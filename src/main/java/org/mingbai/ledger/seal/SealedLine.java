package org.mingbai.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;

/// A line of a log beside the journal, whole.
record SealedLine(TenantId tenant, String log, long line, Map<String, @Nullable Object> fields) implements Sealable {

    @Override
    public byte[] sealed(TreeHash hash, byte[] salt) {
        return hash.of(("mingbai line of " + log + ", form 1\n").getBytes(StandardCharsets.US_ASCII), salt, bytes());
    }

    private byte[] bytes() {
        var all = new HashMap<>(fields);
        all.put("tenant", tenant.value());
        all.put("line", line);
        return Canonical.bytes(all);
    }
}
