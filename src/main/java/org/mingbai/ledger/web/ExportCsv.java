package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mingbai.shell.page.CsvLines;

/// A register as comma-separated values (RFC 4180) in UTF-8 with a byte order mark.
final class ExportCsv implements ExportSheet {

    private final Writer out;
    private final CsvLines lines;

    ExportCsv(OutputStream out, List<String> heads) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.lines = new CsvLines(this.out);
        lines.write(heads);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        lines.write(cells.stream().map(ExportCsv::told).toList());
    }

    private static String told(Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> "";
            case Cell.Text(var text) -> CsvLines.harmless(text);
            case Cell.Day(var on) -> on.toString();
            case Cell.Instead(_, _, _, var other) -> other == null ? "" : other.toString();
            case Cell.Amount(var number) -> number.toPlainString();
            case Cell.Share(var percent) -> percent + "%";
            case Cell.Lit(var sign) -> t("shell.light." + sign);
        };
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
