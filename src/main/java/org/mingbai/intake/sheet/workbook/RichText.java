package org.mingbai.intake.sheet.workbook;

import java.io.IOException;

/// A text of several runs, of which some may be struck out. Struck runs are not content, unless all are.
final class RichText {

    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder struckOut = new StringBuilder();
    private boolean struck;
    private boolean ownFont;
    private boolean ownFonts;
    private boolean inRun;

    void start() {
        kept.setLength(0);
        struckOut.setLength(0);
        struck = false;
        ownFonts = true;
        inRun = false;
    }

    /// Takes one tag of a `si` or `is` element.
    void take(XmlScan scan, int at) throws IOException {
        var start = at == XmlScan.START;
        if (scan.is("r")) {
            if (!start && inRun) {
                ownFonts &= ownFont;
            }
            inRun = start;
            struck = false;
            ownFont = false;
        } else if (scan.is("rPr") && start) {
            ownFont = true;
        } else if (scan.is("strike") && start) {
            struck = XlsxStyles.on(scan);
        } else if (scan.is("rPh") && start && !scan.empty()) {
            skip(scan, "rPh");
        } else if (scan.is("t")) {
            if (start && !scan.empty()) {
                scan.keepText();
            } else if (!start) {
                add(scan.text(), struck);
            }
        }
    }

    /// Adds a run; used by readers that know runs in another way too.
    void add(String run, boolean isStruck) {
        (isStruck ? struckOut : kept).append(run);
    }

    String text() {
        return kept.toString().isBlank() && !struckOut.isEmpty() ? struckOut.toString() : kept.toString();
    }

    Cell.Strike strike() {
        if (struckOut.toString().isBlank()) {
            return Cell.Strike.NONE;
        }
        return kept.toString().isBlank() ? Cell.Strike.ALL : Cell.Strike.PART;
    }

    boolean ownFonts() {
        return ownFonts;
    }

    static void skip(XmlScan scan, String name) throws IOException {
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.END && scan.is(name)) {
                return;
            }
        }
    }

    /// Undoes the escape of characters XML cannot hold, such as `_x000D_`, and leaves out controls no screen shows.
    static String unescaped(String text) {
        if (text.indexOf("_x") >= 0) {
            text = decoded(text);
        }
        for (var i = 0; i < text.length(); i++) {
            if (unseen(text.charAt(i))) {
                return seen(text);
            }
        }
        return text;
    }

    private static String decoded(String text) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '_' && i + 6 < text.length() && text.charAt(i + 1) == 'x' && text.charAt(i + 6) == '_') {
                var code = 0;
                for (var j = i + 2; j < i + 6 && code >= 0; j++) {
                    var digit = Character.digit(text.charAt(j), 16);
                    code = digit < 0 ? -1 : code << 4 | digit;
                }
                if (code >= 0) {
                    out.append((char) code);
                    i += 6;
                    continue;
                }
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    private static boolean unseen(char c) {
        return c < ' ' && c != '\n' && c != '\t' || c == 0x7F || c == 0xFEFF || c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x2069;
    }

    private static String seen(String text) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (c == 0x200D || !unseen(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
