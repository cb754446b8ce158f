package org.mingbai.reporting.roadmap;

import java.util.Locale;

/// The colours of a drawing, as they are on paper. A page that shows it may have others by their names.
enum Ink {
    INK(0x1f1c17), SOFT(0x5b544a), HAIR(0xddd6c9), EDGE(0x857d70), PAPER(0xffffff), BAND(0xf7f4ed), LATE(0xad4000), DONE(0x2f6a4c);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }

    String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    String css() {
        return "map-" + name().toLowerCase(Locale.ROOT);
    }
}
