package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Opens a file by what is in it, not by what it is called: old systems save web pages as .xls and lists as .xlsx.
public final class Books {

    private Books() {}

    public static Book open(Path file, String name, Limits limits) throws IOException {
        var size = Files.size(file);
        if (size == 0) {
            throw new Unreadable(new FileRefusal.Empty());
        }
        if (size > limits.fileBytesMax()) {
            throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.FILE, limits.fileBytesMax()));
        }
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsm") || lower.endsWith(".xltm") || lower.endsWith(".xlam")) {
            throw new Unreadable(new FileRefusal.Macros());
        }
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return XlsxBook.open(file, size, limits);
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return XlsBook.open(file, limits);
        }
        refuseForeign(head);
        var start = text(head).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<")) {
            return MarkupBook.open(file, limits);
        }
        if (lower.endsWith(".xlsx")) {
            throw looksLikeText(head) ? new Unreadable(new FileRefusal.WrongType("text")) : Unreadable.broken("zip");
        }
        return CsvBook.open(file, limits);
    }

    private static void refuseForeign(byte[] head) throws Unreadable {
        var kinds = new Object[][] {
            {".pdf", "%PDF"}, {".rtf", "{\\rtf"}, {".png", "\u0089PNG"}, {".jpg", "\u00ff\u00d8\u00ff"}, {".gif", "GIF8"},
            {".rar", "Rar!"}, {".7z", "7z\u00bc\u00af"}, {".gz", "\u001f\u008b"}, {".exe", "MZ\u0090"}, {".bmp", "BM6"}};
        for (var kind : kinds) {
            if (starts(head, ((String) kind[1]).chars().toArray())) {
                throw new Unreadable(new FileRefusal.WrongType((String) kind[0]));
            }
        }
        if (starts(head, 0x09, 0x00, 0x04, 0x00) || starts(head, 0x09, 0x02, 0x06, 0x00) || starts(head, 0x09, 0x04, 0x06, 0x00) || starts(head, 0x09, 0x08)) {
            throw new Unreadable(new FileRefusal.WrongType(".xls (Excel 4/5)"));
        }
        if (!looksLikeText(head)) {
            throw new Unreadable(new FileRefusal.WrongType("binary"));
        }
    }

    /// Text has no NUL, unless it is UTF-16, where every second byte of ASCII is one.
    private static boolean looksLikeText(byte[] head) {
        if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) || Charsets.wide(head) != null) {
            return true;
        }
        var controls = 0;
        for (var b : head) {
            if (b == 0) {
                return false;
            }
            controls += b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
        }
        return controls * 50 < head.length;
    }

    private static String text(byte[] head) {
        var from = starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        if (starts(head, 0xFF, 0xFE)) {
            return new String(head, 2, head.length - 2, StandardCharsets.UTF_16LE);
        }
        return new String(head, from, head.length - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (var i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
