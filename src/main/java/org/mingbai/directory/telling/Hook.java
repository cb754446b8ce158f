package org.mingbai.directory.telling;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;

/// An address outside that is told what a unit is told.
///
/// @param unit empty for what any unit is told
public record Hook(long id, String name, HookKind kind, Optional<OrganisationId> unit, URI url, String secret) {

    private static final int SECRET_PART_MIN = 6;

    /// Stands where the keys are not at hand.
    static final URI SHUT = URI.create("");

    boolean isShut() {
        return url.equals(SHUT);
    }

    /// Enough to know it again, too little to use it: who knows the whole address can speak there.
    public String shown() {
        return isShut() ? "…" : url.getScheme() + "://" + url.getAuthority() + "/…";
    }

    /// What the other side said, without the parts of it that only we may know: some repeat what they were called with.
    String withoutSecrets(String said) {
        var kept = said;
        for (var known : known()) {
            kept = kept.replace(known, "…");
        }
        return kept;
    }

    private List<String> known() {
        var query = Objects.requireNonNullElse(url.getRawQuery(), "");
        return Stream.concat(Stream.of(url.toString(), secret, query), Stream.of(query.split("&")).map(part -> part.substring(part.indexOf('=') + 1)))
                .filter(part -> part.length() >= SECRET_PART_MIN).toList();
    }

    /// A record tells its parts to every log it gets into.
    @Override
    public String toString() {
        return "Hook[" + id + ", " + kind + "]";
    }
}
