package org.mingbai.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// Reads the words of a report out of a file: Word (.docx), a table (.xlsx), or plain text in UTF-8 or GB 18030. What it is, its content says, not its name.
/// Macros are never run.
public final class ReportFile {

    /// A report is no archive.
    public static final long BYTES_MAX = 50L << 20;

    /// What it unpacks to, and the words in it: a file of a few KB can unpack to more than any memory holds.
    private static final long UNPACKED_MAX = 60L << 20;
    private static final int LENGTH_MAX = 5_000_000;

    private static final Charset GB = Charset.forName("GB18030");

    private ReportFile() {}

    /// What came of reading.
    public sealed interface Read {

        record Done(Report report) implements Read {}

        /// It is larger than a report ever is.
        record TooLarge() implements Read {}

        /// Nothing that is read here, or damaged.
        record Unreadable() implements Read {}
    }

    public static Read read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            return new Read.TooLarge();
        }
        var start = new byte[4];
        int got;
        try (var in = Files.newInputStream(file)) {
            got = in.readNBytes(start, 0, start.length);
        }
        if (got == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return zipped(file);
        }
        return plain(Files.readAllBytes(file));
    }

    private static Read zipped(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            boolean word = zip.getEntry("word/document.xml") != null;
            boolean table = zip.getEntry("xl/workbook.xml") != null;
            if (!word && !table) {
                return new Read.Unreadable();
            }
            if (unpacksToMore(zip)) {
                return new Read.TooLarge();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return (word ? word(in) : table(in)).<Read>map(text -> new Read.Done(new Report(text))).orElseGet(Read.TooLarge::new);
            }
        } catch (java.util.zip.ZipException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            return new Read.Unreadable();
        }
    }

    /// Counted, as what a file says of its own size need not be so.
    private static boolean unpacksToMore(ZipFile zip) throws IOException {
        long left = UNPACKED_MAX;
        for (var entry : Collections.list(zip.entries())) {
            try (var content = zip.getInputStream(entry)) {
                left -= content.skip(left + 1);
            }
            if (left < 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> word(InputStream in) throws IOException {
        try (var document = new XWPFDocument(in)) {
            return Optional.of(String.join("\n", lines(document.getBodyElements())));
        }
    }

    private static List<String> lines(List<IBodyElement> elements) {
        var lines = new ArrayList<String>();
        for (var element : elements) {
            switch (element) {
                case XWPFParagraph paragraph -> lines.add(paragraph.getText());
                case XWPFTable table -> table.getRows().forEach(row -> lines.add(row.getTableCells().stream()
                        .map(cell -> cell.getText().replace('\n', ' ').replace('\t', ' ')).collect(Collectors.joining("\t"))));
                default -> {}
            }
        }
        return lines;
    }

    /// Empty where it is longer than a report ever is.
    private static Optional<String> table(InputStream in) throws IOException {
        var text = new StringBuilder();
        var shown = new DataFormatter();
        try (var book = new XSSFWorkbook(in)) {
            for (var sheet : book) {
                for (var row : sheet) {
                    if (!text.isEmpty()) {
                        text.append('\n');
                    }
                    int tabs = 0;
                    for (var cell : row) {
                        for (; tabs < cell.getColumnIndex(); tabs++) {
                            text.append('\t');
                        }
                        text.append(shown.formatCellValue(cell).replace('\n', ' ').replace('\t', ' '));
                    }
                    if (text.length() > LENGTH_MAX) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(text.toString());
    }

    private static Read plain(byte[] bytes) {
        for (var charset : List.of(StandardCharsets.UTF_8, GB)) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                if (text.indexOf('\0') < 0) {
                    return new Read.Done(new Report(text.startsWith("\uFEFF") ? text.substring(1) : text));
                }
            } catch (CharacterCodingException e) {
                // Perhaps the other one.
                continue;
            }
        }
        return new Read.Unreadable();
    }
}
