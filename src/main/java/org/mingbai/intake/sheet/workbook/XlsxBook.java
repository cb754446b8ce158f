package org.mingbai.intake.sheet.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// An .xlsx: parts in a zip. The sheet parts are streamed, twice: merged ranges stand behind the rows they matter to.
final class XlsxBook implements Book {

    private record Part(String name, Sheet sheet) {}

    private static final byte[] END_OF_ROWS = "sheetData>".getBytes(StandardCharsets.US_ASCII);
    private static final long TAIL_BYTES_MAX = 128L << 20;

    private final ZipFile zip;
    private final Limits limits;
    private final long fileBytes;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> targetsByKind = new HashMap<>();
    private boolean since1904;
    private final XlsxStyles styles;
    private final SharedTexts texts;
    private long unpacked;

    private XlsxBook(ZipFile zip, long fileBytes, Limits limits) throws IOException {
        this.zip = zip;
        this.fileBytes = fileBytes;
        this.limits = limits;
        refuseOthers();
        var workbook = workbookPart();
        readTargets(workbook);
        readWorkbook(workbook);
        styles = XlsxStyles.read(partOf("theme"), partOf("styles"));
        texts = new SharedTexts(limits.textBytesMax());
        var shared = partOf("sharedStrings");
        if (shared != null) {
            texts.read(scan(shared, "sharedStrings"));
        }
    }

    static XlsxBook open(Path file, long fileBytes, Limits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw Unreadable.broken("zip");
        }
        try {
            return new XlsxBook(zip, fileBytes, limits);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void refuseOthers() throws IOException {
        if (zip.size() > limits.partsMax()) {
            throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.PARTS, limits.partsMax()));
        }
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            var name = entries.nextElement().getName();
            if (name.endsWith("vbaProject.bin")) {
                throw new Unreadable(new FileRefusal.Macros());
            }
            for (var other : List.of("word/document.xml:.docx", "ppt/presentation.xml:.pptx", "xl/workbook.bin:.xlsb", "content.xml:.ods/.odt",
                    "AndroidManifest.xml:.apk")) {
                var at = other.lastIndexOf(':');
                if (name.equals(other.substring(0, at))) {
                    throw new Unreadable(new FileRefusal.WrongType(other.substring(at + 1)));
                }
            }
        }
        var types = zip.getEntry("[Content_Types].xml");
        if (types == null) {
            throw new Unreadable(new FileRefusal.WrongType(".zip"));
        }
        if (new String(open(types).readNBytes(1 << 20), StandardCharsets.UTF_8).contains("macroEnabled")) {
            throw new Unreadable(new FileRefusal.Macros());
        }
    }

    private String workbookPart() throws IOException {
        var relations = zip.getEntry("_rels/.rels");
        if (relations != null) {
            var scan = scan(open(relations), "_rels/.rels");
            for (int at; (at = scan.next()) != XmlScan.DONE; ) {
                var type = at == XmlScan.START && scan.is("Relationship") ? scan.attribute("Type") : null;
                var target = type != null && type.endsWith("/officeDocument") ? scan.attribute("Target") : null;
                if (target != null && zip.getEntry(resolve("", target)) != null) {
                    return resolve("", target);
                }
            }
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw new Unreadable(new FileRefusal.WrongType(".zip"));
        }
        return "xl/workbook.xml";
    }

    private void readTargets(String workbook) throws IOException {
        var slash = workbook.lastIndexOf('/') + 1;
        var folder = workbook.substring(0, slash);
        var relations = zip.getEntry(folder + "_rels/" + workbook.substring(slash) + ".rels");
        if (relations == null) {
            throw Unreadable.broken(workbook);
        }
        var scan = scan(open(relations), relations.getName());
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.START && scan.is("Relationship")) {
                var id = scan.attribute("Id");
                var type = scan.attribute("Type");
                var target = scan.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(scan.attribute("TargetMode"))) {
                    var kind = type.substring(type.lastIndexOf('/') + 1);
                    targetsByKind.put(kind, resolve(folder, target));
                    if (kind.equals("worksheet")) {
                        targets.put(id, resolve(folder, target));
                    }
                }
            }
        }
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        var path = folder + target;
        while (path.contains("../")) {
            path = path.replaceFirst("[^/]*/\\.\\./", "");
            if (path.startsWith("../")) {
                path = path.substring(3);
            }
        }
        return path.replace("/./", "/").replaceFirst("^\\./", "");
    }

    private void readWorkbook(String workbook) throws IOException {
        var scan = scan(open(zip.getEntry(workbook)), workbook);
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at != XmlScan.START) {
                continue;
            }
            if (scan.is("workbookPr")) {
                since1904 = scan.isTrue("date1904");
            } else if (scan.is("sheet")) {
                var name = scan.attribute("name");
                var id = scan.attribute("id");
                var state = scan.attribute("state");
                var part = id == null ? null : targets.get(id);
                if (part != null && zip.getEntry(part) != null) {
                    parts.add(new Part(part, new Sheet(name == null ? part : name, state != null
                            && state.toLowerCase(java.util.Locale.ROOT).contains("hidden"))));
                }
            }
        }
        if (parts.isEmpty()) {
            throw Unreadable.broken(workbook);
        }
        if (parts.size() > limits.sheetsMax()) {
            throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.SHEETS, limits.sheetsMax()));
        }
    }

    private @Nullable InputStream partOf(String kind) throws IOException {
        var name = targetsByKind.get(kind);
        var entry = name == null ? null : zip.getEntry(name);
        return entry == null ? null : open(entry);
    }

    private XmlScan scan(InputStream in, String part) throws IOException {
        return new XmlScan(in, part, limits.cellCharsMax() * 10);
    }

    private InputStream open(@Nullable ZipEntry entry) throws IOException {
        if (entry == null) {
            throw Unreadable.broken("zip");
        }
        try {
            return new Guarded(zip.getInputStream(entry));
        } catch (ZipException e) {
            throw Unreadable.broken(entry.getName());
        }
    }

    /// Counts what comes out of the zip and stops where it is out of proportion.
    private final class Guarded extends FilterInputStream {
        private Guarded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(into, offset, length);
            } catch (ZipException | java.io.EOFException e) {
                throw Unreadable.broken("zip");
            }
            unpacked += Math.max(0, count);
            if (unpacked > limits.unpackedBytesMax() * 2 || unpacked > limits.ratioFromBytes() * 2 && unpacked / 2 > fileBytes * limits.ratioMax()) {
                throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.UNPACKED, limits.unpackedBytesMax()));
            }
            return count;
        }
    }

    @Override
    public List<Sheet> sheets() {
        return parts.stream().map(Part::sheet).toList();
    }

    /// Runs through the part without looking at cells: finds what follows them, and proves that the part is whole.
    @Override
    public Tail tailOf(int sheet) throws IOException {
        var entry = zip.getEntry(parts.get(sheet).name());
        var tail = new ByteArrayOutputStream();
        var whole = new CRC32();
        var buffer = new byte[1 << 16];
        var kept = 0;
        try (var in = open(entry)) {
            for (int count; (count = in.read(buffer, kept, buffer.length - kept)) > 0; ) {
                whole.update(buffer, kept, count);
                var limit = kept + count;
                var end = endOfRows(buffer, limit);
                if (end >= 0) {
                    tail.write(buffer, end, limit - end);
                    kept = 0;
                } else if (tail.size() > 0) {
                    tail.write(buffer, 0, limit);
                    kept = 0;
                } else {
                    kept = Math.min(limit, 16);
                    System.arraycopy(buffer, limit - kept, buffer, 0, kept);
                }
                if (tail.size() > TAIL_BYTES_MAX) {
                    throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.UNPACKED, TAIL_BYTES_MAX));
                }
            }
        }
        if (entry.getCrc() != -1 && whole.getValue() != entry.getCrc()) {
            throw Unreadable.broken(entry.getName());
        }
        return tailFrom(tail.toByteArray());
    }

    /// Looks at every tenth byte or so, since a byte that is none of the mark's lets it skip the whole mark.
    private static int endOfRows(byte[] buffer, int limit) {
        var last = END_OF_ROWS.length - 1;
        for (var i = last; i < limit; ) {
            var skip = SKIP[buffer[i] & 0xFF];
            if (skip > 0) {
                i += skip;
                continue;
            }
            var from = i - last;
            var same = true;
            for (var j = 0; j < last && same; j++) {
                same = buffer[from + j] == END_OF_ROWS[j];
            }
            if (same && from > 0 && closing(buffer, from - 1)) {
                return i + 1;
            }
            i++;
        }
        return -1;
    }

    private static boolean closing(byte[] buffer, int at) {
        var i = at;
        if (buffer[i] == ':') {
            do {
                i--;
            } while (i > 0 && at - i < 5 && buffer[i] != '/' && buffer[i] != '<');
        }
        return buffer[i] == '/';
    }

    private static final int[] SKIP = skips();

    private static int[] skips() {
        var skips = new int[256];
        java.util.Arrays.fill(skips, END_OF_ROWS.length);
        for (var i = 0; i < END_OF_ROWS.length; i++) {
            skips[END_OF_ROWS[i]] = END_OF_ROWS.length - 1 - i;
        }
        return skips;
    }

    private Tail tailFrom(byte[] bytes) throws IOException {
        var ranges = new ArrayList<Merges.Range>();
        var filtered = false;
        var scan = new XmlScan(new ByteArrayInputStream(bytes), "mergeCells", 1 << 16);
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.START && scan.is("mergeCell")) {
                var range = range(scan.attribute("ref"));
                if (range != null) {
                    Merges.add(ranges, range);
                }
            } else if (at == XmlScan.START && scan.is("filterColumn")) {
                filtered = true;
            }
        }
        return new Tail(new Merges(ranges), filtered);
    }

    private static Merges.@Nullable Range range(@Nullable String ref) {
        if (ref == null) {
            return null;
        }
        var colon = ref.indexOf(':');
        if (colon < 0) {
            return null;
        }
        var from = place(ref.substring(0, colon));
        var to = place(ref.substring(colon + 1));
        return from == null || to == null ? null : new Merges.Range(from[0], from[1], to[0], to[1]);
    }

    private static int @Nullable [] place(String reference) {
        var column = 0;
        var row = 0;
        for (var c : reference.toCharArray()) {
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + c - 'A' + 1;
            } else if (c >= '0' && c <= '9' && row < 100_000_000) {
                row = row * 10 + c - '0';
            } else if (c != '$') {
                return null;
            }
        }
        return row == 0 || column == 0 ? null : new int[] {row, column - 1};
    }

    @Override
    public void rows(int sheet, RowSink sink) throws IOException {
        var part = parts.get(sheet).name();
        try (var in = open(zip.getEntry(part))) {
            new XlsxSheet(scan(in, part), texts, styles, limits, since1904).rows(sink);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
