package org.mingbai.shell.api;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a program calls its request, and what it says it has seen.
public final class RequestNames {

    private RequestNames() {}

    /// A caller's own name for a request is his alone: two callers may use the same. Without one the request is a new one.
    /// @param caller who asks, told apart from every other caller
    public static UUID key(String caller, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return UUID.randomUUID();
        }
        try {
            return UUID.fromString(name.strip());
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes((caller + "/" + name.strip()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The number of the last entry in an `If-Match`. Nothing where the caller does not mind; a tag that is none of ours matches nothing.
    public static @Nullable Integer seen(@Nullable String etag) {
        if (etag == null || etag.strip().equals("*")) {
            return null;
        }
        var number = etag.replaceAll("^\\s*(W/)?\"?|\"?\\s*$", "");
        return number.matches("[0-9]{1,9}") ? Integer.valueOf(number) : Integer.valueOf(-1);
    }
}
