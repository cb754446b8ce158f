package org.mingbai.intake.sheet.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// XML parts as UTF-8, whatever they were written in; nearly all are UTF-8 and pass through untouched.
final class Utf8 {

    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]+)[\"']");

    private Utf8() {}

    static InputStream of(InputStream in) throws IOException {
        var head = in.readNBytes(200);
        var whole = head.length < 200 ? new ByteArrayInputStream(head) : new SequenceInputStream(new ByteArrayInputStream(head), in);
        if (head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
            whole.skipNBytes(3);
            return whole;
        }
        if (head.length >= 2 && ((head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF || (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE)) {
            return recoded(whole, StandardCharsets.UTF_16);
        }
        var declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (declared.find()) {
            var name = declared.group(1).toUpperCase(java.util.Locale.ROOT);
            if (!name.equals("UTF-8") && !name.equals("US-ASCII") && !name.equals("ASCII") && Charset.isSupported(name)) {
                return recoded(whole, Charset.forName(name));
            }
        }
        return whole;
    }

    private static InputStream recoded(InputStream in, Charset from) {
        Reader reader = new InputStreamReader(in, from);
        return new InputStream() {
            private final char[] chars = new char[8192];
            private byte[] bytes = {};
            private int at;

            @Override
            public int read() throws IOException {
                return ready() ? bytes[at++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (!ready()) {
                    return -1;
                }
                var count = Math.min(length, bytes.length - at);
                System.arraycopy(bytes, at, into, offset, count);
                at += count;
                return count;
            }

            private boolean ready() throws IOException {
                while (at >= bytes.length) {
                    var count = reader.read(chars, 0, chars.length - 1);
                    if (count < 0) {
                        return false;
                    }
                    if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
                        var low = reader.read();
                        if (low >= 0) {
                            chars[count++] = (char) low;
                        }
                    }
                    bytes = new String(Arrays.copyOf(chars, count)).getBytes(StandardCharsets.UTF_8);
                    at = 0;
                }
                return true;
            }
        };
    }
}
