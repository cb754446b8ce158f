package org.mingbai.ledger.panel;

import java.util.Optional;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;

/// A part of the matter page that another module fills. A bean of this type is all it takes.
public interface MatterPanel {

    /// Drawn by a template with the one record made for it.
    record Content(String template, Object page) {}

    /// Message key of the heading; the words after its last dot name the panel in the page's address.
    String key();

    /// From the top; clocks stand at 10, what the ledger knows of the matter at 90.
    int order();

    /// Empty when there is nothing to say: then the panel is not there.
    Optional<Content> of(SignedIn who, Matter matter);
}
