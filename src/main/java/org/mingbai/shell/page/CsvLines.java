package org.mingbai.shell.page;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated lines (RFC 4180) after a byte order mark, which tells a spreadsheet program that they are UTF-8.
public final class CsvLines {

    private static final String COMPUTED = "=+-@\t\r＝＋－＠";

    private final Writer out;

    public CsvLines(Writer out) throws IOException {
        this.out = out;
        out.write('\uFEFF');
    }

    /// Cells as they are; what a person typed goes through `harmless` first.
    public void write(List<String> cells) throws IOException {
        out.write(cells.stream().map(CsvLines::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    /// A spreadsheet program would compute what begins so (OWASP, CSV injection); behind an apostrophe it stays text.
    public static String harmless(String text) {
        return !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\r\n;\t].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
