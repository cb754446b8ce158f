package org.mingbai.ledger.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A register as comma-separated values (RFC 4180) in UTF-8 with a byte order mark.
final class ExportCsv implements ExportSheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Writer out;

    ExportCsv(OutputStream out, List<String> heads) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
        this.out.write(heads.stream().map(ExportCsv::quoted).collect(joining(",", "", "\r\n")));
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        out.write(cells.stream().map(ExportCsv::told).collect(joining(",", "", "\r\n")));
    }

    private static String told(Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> "";
            case Cell.Text(var text) -> quoted(harmless(text));
            case Cell.Day(var on) -> on.toString();
            case Cell.Instead(_, _, _, var other) -> other == null ? "" : other.toString();
            case Cell.Amount(var number) -> number.toPlainString();
            case Cell.Share(var percent) -> percent + "%";
            case Cell.Lit(var sign) -> t("shell.light." + sign);
        };
    }

    /// A spreadsheet program would compute what begins so (OWASP, CSV injection); behind an apostrophe it stays text.
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\r\n;\t].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
