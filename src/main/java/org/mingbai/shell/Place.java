package org.mingbai.shell;

import java.util.Optional;

/// One of the few places in the navigation, contributed by a module as a bean.
public interface Place {

    /// How many wait there, where exactly these are listed, and whether some of them are late.
    record Count(long number, String href, boolean late) {}

    /// Message key of the name, e.g. `ledger.places.tray`.
    String key();

    String href();

    /// From the top (or from the left on a phone): 10 tray, 20 registers, 30 supervision, 40 people's voice, 50 figures, 60 library,
    /// 70 calendar, 90 administration.
    int order();

    Sign sign();

    boolean seenBy(Viewer viewer);

    /// Asked for on every page the viewer opens, so it must cost next to nothing.
    default Optional<Count> count(Viewer viewer) {
        return Optional.empty();
    }
}
