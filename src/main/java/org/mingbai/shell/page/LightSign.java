package org.mingbai.shell.page;

import static org.mingbai.shell.Words.t;

import java.util.Locale;
import java.util.Optional;

/// How a light is drawn: a word with a shape, then a colour. The names are semantic codes; a tenant may have its own words.
public enum LightSign {
    ON_TRACK,
    AT_RISK,
    LATE,
    PARKED,
    CLOSED;

    /// As the reader's body calls it, while a request is answered; else as the product does.
    public String word() {
        return Optional.ofNullable(LightName.shown().get(this)).map(LightName::word).orElse(t("shell.light." + this));
    }

    /// The class of the reader's body's own colour; empty for the product's.
    public String colourCss() {
        return Optional.ofNullable(LightName.shown().get(this)).map(name -> " " + name.colour().css()).orElse("");
    }

    /// For class names: `on-track`.
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
