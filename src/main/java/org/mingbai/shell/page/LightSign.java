package org.mingbai.shell.page;

import java.util.Locale;

/// How a light is drawn: a word with a shape, then a colour. The names are semantic codes; a tenant may have its own words.
public enum LightSign {
    ON_TRACK,
    AT_RISK,
    LATE,
    PARKED,
    CLOSED;

    /// For class names: `on-track`.
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
