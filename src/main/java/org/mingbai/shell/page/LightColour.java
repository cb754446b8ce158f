package org.mingbai.shell.page;

import java.util.Locale;

/// The colours a light may have: each a token, so that it can be read on paper, in the dark and in print.
public enum LightColour {
    GREEN, AMBER, ORANGE, RED, BLUE, SLATE, INK;

    /// For class names: `lamp-blue`.
    public String css() {
        return "lamp-" + name().toLowerCase(Locale.ROOT);
    }
}
