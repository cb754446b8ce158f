package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The looks that cells of an .xlsx refer to by number.
final class XlsxStyles {

    private static final int TEXT_MAX = 1 << 16;

    private record Font(int ink, boolean struck) {}

    private final Palette palette = new Palette();
    private final Map<Integer, NumberShape> shapes = new HashMap<>();
    private final List<Font> fonts = new ArrayList<>();
    private final List<Integer> fills = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Integer> indexed = new ArrayList<>();

    static XlsxStyles read(@Nullable InputStream theme, @Nullable InputStream styles) throws IOException {
        var read = new XlsxStyles();
        if (theme != null) {
            read.readTheme(new XmlScan(theme, "theme", TEXT_MAX));
        }
        if (styles != null) {
            read.readStyles(styles.readAllBytes());
        }
        return read;
    }

    Look look(int number) {
        return number >= 0 && number < looks.size() ? looks.get(number) : Look.PLAIN;
    }

    private void readTheme(XmlScan scan) throws IOException {
        var colours = new ArrayList<Integer>();
        var within = false;
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (scan.is("clrScheme")) {
                within = at == XmlScan.START;
            } else if (within && at == XmlScan.START && (scan.is("srgbClr") || scan.is("sysClr"))) {
                var value = scan.is("srgbClr") ? scan.attribute("val") : scan.attribute("lastClr");
                colours.add(value == null ? 0 : Math.max(0, Palette.parse(value)));
            }
        }
        palette.theme(colours);
    }

    /// Twice: the palette stands after what refers to it.
    private void readStyles(byte[] part) throws IOException {
        var first = new XmlScan(new java.io.ByteArrayInputStream(part), "styles", TEXT_MAX);
        for (int at; (at = first.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.START && first.is("rgbColor")) {
                var value = first.attribute("rgb");
                indexed.add(value == null ? 0 : Math.max(0, Palette.parse(value)));
            }
        }
        palette.indexed(indexed);
        var scan = new XmlScan(new java.io.ByteArrayInputStream(part), "styles", TEXT_MAX);
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at != XmlScan.START) {
                continue;
            }
            if (scan.is("numFmt")) {
                var code = scan.attribute("formatCode");
                shapes.put(scan.number("numFmtId", -1), code == null ? NumberShape.GENERAL : NumberShape.of(code));
            } else if (scan.is("fonts") && !scan.empty()) {
                readFonts(scan);
            } else if (scan.is("fills") && !scan.empty()) {
                readFills(scan);
            } else if (scan.is("cellXfs") && !scan.empty()) {
                readFormats(scan);
            } else if (scan.is("dxfs") && !scan.empty()) {
                skip(scan, "dxfs");
            }
        }
    }

    private static void skip(XmlScan scan, String name) throws IOException {
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.END && scan.is(name)) {
                return;
            }
        }
    }

    private void readFonts(XmlScan scan) throws IOException {
        var ink = Look.NONE;
        var struck = false;
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (scan.is("fonts")) {
                return;
            }
            if (scan.is("font")) {
                if (at == XmlScan.START) {
                    ink = Look.NONE;
                    struck = false;
                }
                if (at == XmlScan.END || scan.empty()) {
                    fonts.add(new Font(ink, struck));
                }
            } else if (at == XmlScan.START && scan.is("strike")) {
                struck = on(scan);
            } else if (at == XmlScan.START && scan.is("color")) {
                ink = colour(scan);
            }
        }
    }

    /// Whether a toggle such as `<strike/>` is on: it is unless it says no.
    static boolean on(XmlScan scan) throws IOException {
        var value = scan.attribute("val");
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    private void readFills(XmlScan scan) throws IOException {
        var fill = Look.NONE;
        var patterned = false;
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (scan.is("fills")) {
                return;
            }
            if (scan.is("fill")) {
                if (at == XmlScan.START) {
                    fill = Look.NONE;
                    patterned = false;
                }
                if (at == XmlScan.END || scan.empty()) {
                    fills.add(fill);
                }
            } else if (at == XmlScan.START && scan.is("patternFill")) {
                var type = scan.attribute("patternType");
                patterned = type != null && !type.equals("none") && !type.equals("gray125");
            } else if (at == XmlScan.START && scan.is("gradientFill")) {
                patterned = true;
            } else if (at == XmlScan.START && patterned && (scan.is("fgColor") || scan.is("color")) && fill == Look.NONE) {
                fill = colour(scan);
            }
        }
    }

    private int colour(XmlScan scan) throws IOException {
        var rgb = scan.attribute("rgb");
        if (rgb != null) {
            return Palette.parse(rgb);
        }
        var theme = scan.number("theme", -1);
        if (theme >= 0) {
            var tint = scan.attribute("tint");
            return palette.themed(theme, tint == null ? 0 : tint(tint));
        }
        return palette.numbered(scan.number("indexed", -1));
    }

    private static double tint(String text) {
        try {
            return Math.max(-1, Math.min(1, Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void readFormats(XmlScan scan) throws IOException {
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (scan.is("cellXfs")) {
                return;
            }
            if (at == XmlScan.START && scan.is("xf")) {
                var format = scan.number("numFmtId", 0);
                var shape = shapes.getOrDefault(format, NumberShape.builtIn(format));
                var fill = scan.number("fillId", 0);
                var font = scan.number("fontId", 0);
                var letters = font < fonts.size() ? fonts.get(font) : new Font(Look.NONE, false);
                looks.add(new Look(fill < fills.size() ? fills.get(fill) : Look.NONE, letters.ink(), letters.struck(), shape));
            }
        }
    }
}
