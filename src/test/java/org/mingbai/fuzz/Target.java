package org.mingbai.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mingbai.directory.DirectorySheet;
import org.mingbai.intake.sheet.LedgerFiles;
import org.mingbai.intake.sheet.ReadingOptions;
import org.mingbai.reporting.brief.Paper;

/// What takes input from outside. It may refuse all of it; it may not throw, and it may not take for ever.
public interface Target {

    void take(byte[] input) throws Exception;

    /// Those that need no database.
    static Map<String, Target> ofFiles() {
        return Map.of("ledger", Target::ledger, "workbook", Target::workbook, "directory", Target::directory, "paper", Target::paper);
    }

    /// The first byte says what the file is called, the rest is the file.
    private static void ledger(byte[] input) {
        var endings = List.of("csv", "tsv", "xls", "xlsx", "html", "txt");
        if (input.length > 0) {
            read(Arrays.copyOfRange(input, 1, input.length), "台账." + endings.get(Math.floorMod(input[0], endings.size())));
        }
    }

    /// Parts of an .xlsx as text, so that what is changed is what they say and not how it was packed.
    private static void workbook(byte[] input) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                </Types>""");
        parts.put("_rels/.rels", related("officeDocument", "xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", related("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml", "sharedStrings", "sharedStrings.xml"));
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="台账" sheetId="1" r:id="rId0"/></sheets></workbook>""");
        read(zipped(parts, input), "台账.xlsx");
    }

    private static String related(String... kindsAndTargets) {
        var all = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            all.append("<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
                    .formatted(i / 2, kindsAndTargets[i], kindsAndTargets[i + 1]));
        }
        return all.append("</Relationships>").toString();
    }

    private static void directory(byte[] input) {
        DirectorySheet.read(input, input.length % 2 == 0 ? "名册.csv" : "名册.xlsx");
    }

    /// Parts of a .docx as text.
    private static void paper(byte[] input) throws IOException {
        inFile(zipped(new LinkedHashMap<>(), input), "docx", Paper::read);
    }

    private static void read(byte[] file, String name) {
        inFile(file, "ledger", path -> {
            if (LedgerFiles.open(path, name, ReadingOptions.asOf(LocalDate.of(2026, 3, 2))) instanceof LedgerFiles.Opened(var reading)) {
                try (reading) {
                    reading.all();
                }
            }
        });
    }

    /// `=== name` begins a part, beside those that are there anyway or in their place.
    private static byte[] zipped(Map<String, String> parts, byte[] input) {
        for (var part : new String(input, StandardCharsets.UTF_8).split("(?m)^=== ")) {
            int end = part.indexOf('\n');
            if (end > 0 && end < 100) {
                parts.put(part.substring(0, end).strip(), part.substring(end + 1));
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            return input;
        }
        return bytes.toByteArray();
    }

    /// Reads a file.
    interface Reader {
        void read(Path file) throws IOException;
    }

    private static void inFile(byte[] content, String ending, Reader reader) {
        try {
            var file = Files.createTempFile("fuzz", "." + ending);
            try {
                reader.read(Files.write(file, content));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
