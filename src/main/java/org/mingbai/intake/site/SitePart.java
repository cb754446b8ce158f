package org.mingbai.intake.site;

import java.util.Optional;
import org.mingbai.directory.TenantId;

/// Something another module shows on the public site: its pages stand below the body's own address and in the frame of the site.
public interface SitePart {

    /// The way there; nothing where the body shows nothing of it.
    Optional<Way> way(TenantId tenant);

    /// @param path below the address of the body
    /// @param what it is, in a sentence
    record Way(String path, String name, String what) {}
}
