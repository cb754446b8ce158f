package org.mingbai.reporting.roadmap;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Road maps as pictures and papers.
@Component
public class MapPicture {

    /// Looked for when the first picture is asked for: a machine with many fonts takes its time.
    private static final class Here {
        private static final Optional<Font> FONT = PngPicture.font();
    }

    private final Supplier<Optional<Font>> font;

    @Autowired
    MapPicture() {
        this(() -> Here.FONT);
    }

    private MapPicture(Supplier<Optional<Font>> font) {
        this.font = font;
    }

    /// As on a machine that has these fonts and no others.
    static MapPicture withFonts(List<String> families) {
        var found = PngPicture.among(families);
        return new MapPicture(() -> found);
    }

    public String svg(RoadMap map, Locale locale) {
        return SvgPicture.of(MapLayout.of(map, locale), map.title(), map.said());
    }

    /// Nothing where this machine has no font with Chinese characters.
    public Optional<byte[]> png(RoadMap map, Locale locale) {
        return font.get().map(it -> PngPicture.of(MapLayout.of(map, locale), it));
    }

    public boolean drawsPng() {
        return font.get().isPresent();
    }

    public byte[] word(RoadMap map, Locale locale) {
        return MapPaper.of(map, png(map, locale), locale);
    }
}
