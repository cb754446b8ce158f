package org.mingbai.directory.telling;

import java.net.URI;
import java.util.Optional;
import org.mingbai.directory.OrganisationId;

/// An address outside that is told what a unit is told.
///
/// @param unit empty for what any unit is told
public record Hook(long id, String name, HookKind kind, Optional<OrganisationId> unit, URI url, String secret) {

    /// Enough to know it again, too little to use it: who knows the whole address can speak there.
    public String shown() {
        return url.getScheme() + "://" + url.getAuthority() + "/…";
    }

    /// A record tells its parts to every log it gets into.
    @Override
    public String toString() {
        return "Hook[" + id + ", " + kind + "]";
    }
}
