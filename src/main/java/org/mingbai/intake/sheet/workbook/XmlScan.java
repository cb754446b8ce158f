package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks the tags of an XML part as bytes, so that a sheet of 100,000 rows takes a second and no more memory than its longest cell.
/// Names lose their prefix. A document type is refused, so no entity can reach outside. Written because the parsers of the JDK
/// take several times as long on cells.
final class XmlScan {

    static final int START = 1;
    static final int END = 2;
    static final int DONE = 0;

    private static final int TAG_MAX = 1 << 20;

    private final InputStream in;
    private final String part;
    private final int textMax;
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private int nameFrom;
    private int nameTo;
    private int tagTo;
    private boolean empty;
    private boolean keeping;
    private byte[] text = new byte[1 << 12];
    private int textLength;

    XmlScan(InputStream in, String part, int textMax) throws IOException {
        this.part = part;
        this.textMax = textMax;
        this.in = Utf8.of(in);
    }

    /// Moves to the next start or end tag, keeping the text on the way when asked to.
    int next() throws IOException {
        while (true) {
            if (!toTag()) {
                return DONE;
            }
            if (!has(2)) {
                throw Unreadable.broken(part);
            }
            switch (buffer[at]) {
                case '?' -> skipPast("?>");
                case '!' -> declaration();
                default -> {
                    return tag();
                }
            }
        }
    }

    private boolean toTag() throws IOException {
        while (true) {
            var from = at;
            while (at < limit && buffer[at] != '<') {
                at++;
            }
            if (keeping && at > from) {
                keep(from, at);
            }
            if (at < limit) {
                at++;
                return true;
            }
            if (!fill()) {
                return false;
            }
        }
    }

    private int tag() throws IOException {
        var end = buffer[at] == '/';
        var from = end ? at + 1 : at;
        var i = from;
        byte quote = 0;
        while (true) {
            if (i >= limit) {
                var shift = at;
                if (limit - at > TAG_MAX || !more()) {
                    throw Unreadable.broken(part);
                }
                i -= shift - at;
                from -= shift - at;
            }
            var b = buffer[i];
            if (quote != 0) {
                if (b == quote) {
                    quote = 0;
                }
            } else if (b == '>') {
                break;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '<') {
                throw Unreadable.broken(part);
            }
            i++;
        }
        if (i == from) {
            throw Unreadable.broken(part);
        }
        tagTo = i;
        at = i + 1;
        empty = !end && buffer[i - 1] == '/';
        nameFrom = from;
        var j = from;
        while (j < tagTo && buffer[j] > ' ' && buffer[j] != '/') {
            if (buffer[j] == ':') {
                nameFrom = j + 1;
            }
            j++;
        }
        nameTo = j;
        return end ? END : START;
    }

    private void declaration() throws IOException {
        if (!has(8)) {
            throw Unreadable.broken(part);
        }
        if (buffer[at + 1] == '-' && buffer[at + 2] == '-') {
            at += 3;
            skipPast("-->");
        } else if (buffer[at + 1] == '[') {
            at += 8;
            characterData();
        } else {
            throw Unreadable.broken(part);
        }
    }

    private void characterData() throws IOException {
        while (true) {
            if (!has(3)) {
                throw Unreadable.broken(part);
            }
            if (buffer[at] == ']' && buffer[at + 1] == ']' && buffer[at + 2] == '>') {
                at += 3;
                return;
            }
            if (keeping) {
                put(buffer[at]);
            }
            at++;
        }
    }

    private void skipPast(String mark) throws IOException {
        while (true) {
            if (!has(mark.length())) {
                throw Unreadable.broken(part);
            }
            var found = true;
            for (var i = 0; i < mark.length(); i++) {
                found &= buffer[at + i] == mark.charAt(i);
            }
            if (found) {
                at += mark.length();
                return;
            }
            at++;
        }
    }

    private boolean has(int bytes) throws IOException {
        while (limit - at < bytes) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    /// Reads on behind what is not yet used, which moves to the front.
    private boolean more() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        limit -= at;
        at = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        var count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, count);
        return count > 0;
    }

    boolean is(String name) {
        if (nameTo - nameFrom != name.length()) {
            return false;
        }
        for (var i = 0; i < name.length(); i++) {
            if (buffer[nameFrom + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean empty() {
        return empty;
    }

    String name() {
        return new String(buffer, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8);
    }

    /// Where the value of this attribute of the current tag starts, or -1; [#valueTo] says where it ends. A prefix does not matter.
    private int find(String attribute) {
        var i = nameTo;
        while (i < tagTo) {
            while (i < tagTo && buffer[i] <= ' ') {
                i++;
            }
            var from = i;
            while (i < tagTo && buffer[i] != '=' && buffer[i] > ' ') {
                if (buffer[i] == ':') {
                    from = i + 1;
                }
                i++;
            }
            var to = i;
            while (i < tagTo && buffer[i] != '"' && buffer[i] != '\'') {
                i++;
            }
            if (i >= tagTo) {
                return -1;
            }
            var quote = buffer[i++];
            var start = i;
            while (i < tagTo && buffer[i] != quote) {
                i++;
            }
            if (to - from == attribute.length() && same(from, attribute)) {
                valueTo = i;
                return start;
            }
            i++;
        }
        return -1;
    }

    private int valueTo;

    private boolean same(int from, String name) {
        for (var i = 0; i < name.length(); i++) {
            if (buffer[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Nullable String attribute(String name) throws IOException {
        var from = find(name);
        if (from < 0) {
            return null;
        }
        var kept = Arrays.copyOfRange(buffer, from, valueTo);
        var length = unescape(kept, 0, kept.length);
        return new String(kept, 0, length, StandardCharsets.UTF_8);
    }

    /// The attribute as a whole number, or `otherwise` where it is absent or no number.
    int number(String name, int otherwise) {
        var from = find(name);
        if (from < 0 || from == valueTo || valueTo - from > 9) {
            return otherwise;
        }
        var value = 0;
        for (var i = from; i < valueTo; i++) {
            if (buffer[i] < '0' || buffer[i] > '9') {
                return otherwise;
            }
            value = value * 10 + buffer[i] - '0';
        }
        return value;
    }

    boolean isTrue(String name) {
        var from = find(name);
        return from >= 0 && (buffer[from] == '1' || buffer[from] == 't' || buffer[from] == 'o' && valueTo - from == 2);
    }

    /// The column of a cell reference such as `AB12`, counted from 0; -1 when there is none.
    int columnOf(String name) {
        var from = find(name);
        if (from < 0) {
            return -1;
        }
        var column = 0;
        for (var i = from; i < valueTo && i < from + 4; i++) {
            var b = buffer[i] & ~0x20;
            if (b < 'A' || b > 'Z') {
                break;
            }
            column = column * 26 + b - 'A' + 1;
        }
        return column - 1;
    }

    /// The first byte of the attribute, and its length in the higher half; 0 when absent.
    int shortValue(String name) {
        var from = find(name);
        return from < 0 || from == valueTo ? 0 : buffer[from] | (valueTo - from) << 8;
    }

    void keepText() {
        keeping = true;
        textLength = 0;
        escapedFrom = -1;
    }

    void keepMore() {
        keeping = true;
    }

    void stopKeeping() {
        keeping = false;
    }

    String text() throws IOException {
        keeping = false;
        settle();
        return textLength == 0 ? "" : new String(text, 0, textLength, StandardCharsets.UTF_8);
    }

    byte[] textBytes() throws IOException {
        keeping = false;
        settle();
        return text;
    }

    int textLength() {
        return textLength;
    }

    private int escapedFrom = -1;

    private void keep(int from, int to) throws IOException {
        var length = to - from;
        room(length);
        System.arraycopy(buffer, from, text, textLength, length);
        if (escapedFrom < 0) {
            for (var i = textLength; i < textLength + length; i++) {
                if (text[i] == '&') {
                    escapedFrom = i;
                    break;
                }
            }
        }
        textLength += length;
    }

    private void put(byte b) throws IOException {
        settle();
        room(1);
        text[textLength++] = b;
    }

    private void room(int length) throws IOException {
        if (textLength + length > text.length) {
            if ((long) textLength + length > textMax) {
                throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.CELL, textMax));
            }
            text = Arrays.copyOf(text, Math.max(text.length * 2, textLength + length));
        }
    }

    private void settle() throws IOException {
        if (escapedFrom >= 0) {
            textLength = unescape(text, escapedFrom, textLength);
            escapedFrom = -1;
        }
    }

    /// Replaces references by their UTF-8 bytes, which are never longer. Answers the new end.
    private int unescape(byte[] bytes, int from, int to) throws IOException {
        var write = from;
        for (var read = from; read < to; ) {
            var b = bytes[read];
            if (b != '&') {
                bytes[write++] = b;
                read++;
                continue;
            }
            var semicolon = read + 1;
            while (semicolon < to && bytes[semicolon] != ';' && semicolon - read < 12) {
                semicolon++;
            }
            if (semicolon >= to || bytes[semicolon] != ';') {
                throw Unreadable.broken(part);
            }
            var point = reference(bytes, read + 1, semicolon);
            read = semicolon + 1;
            write = putPoint(bytes, write, point);
        }
        return write;
    }

    private int reference(byte[] bytes, int from, int to) throws IOException {
        if (bytes[from] == '#') {
            var hex = bytes[from + 1] == 'x' || bytes[from + 1] == 'X';
            var value = 0;
            for (var i = from + (hex ? 2 : 1); i < to; i++) {
                var digit = Character.digit(bytes[i], hex ? 16 : 10);
                if (digit < 0 || value > 0x10FFFF) {
                    throw Unreadable.broken(part);
                }
                value = value * (hex ? 16 : 10) + digit;
            }
            return value == 0 || value > 0x10FFFF || value >= 0xD800 && value < 0xE000 ? 0xFFFD : value;
        }
        return switch (new String(bytes, from, to - from, StandardCharsets.US_ASCII)) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw Unreadable.broken(part);
        };
    }

    private static int putPoint(byte[] bytes, int at, int point) {
        var i = at;
        if (point < 0x80) {
            bytes[i++] = (byte) point;
        } else if (point < 0x800) {
            bytes[i++] = (byte) (0xC0 | point >> 6);
            bytes[i++] = (byte) (0x80 | point & 0x3F);
        } else if (point < 0x10000) {
            bytes[i++] = (byte) (0xE0 | point >> 12);
            bytes[i++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[i++] = (byte) (0x80 | point & 0x3F);
        } else {
            bytes[i++] = (byte) (0xF0 | point >> 18);
            bytes[i++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[i++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[i++] = (byte) (0x80 | point & 0x3F);
        }
        return i;
    }
}
