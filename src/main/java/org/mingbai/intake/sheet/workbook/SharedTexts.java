package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The texts that cells of an .xlsx refer to by number, kept as bytes: a million of them cost their length and four bytes each.
final class SharedTexts {

    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int REMEMBERED = 1 << 15;

    private final List<byte[]> chunks = new ArrayList<>();
    private final long bytesMax;
    private long[] places = new long[1024];
    private int count;
    private int used = CHUNK;
    private long bytes;
    private final String[] remembered = new String[REMEMBERED];

    SharedTexts(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    void read(XmlScan scan) throws IOException {
        var rich = new RichText();
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.START && scan.is("si")) {
                if (scan.empty()) {
                    add(new byte[0], 0, Cell.Strike.NONE, false);
                } else {
                    readItem(scan, rich);
                }
            }
        }
    }

    private void readItem(XmlScan scan, RichText rich) throws IOException {
        rich.start();
        scan.keepText();
        scan.stopKeeping();
        var plain = true;
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.END && scan.is("si")) {
                break;
            }
            if (at == XmlScan.START && scan.is("r")) {
                plain = false;
            }
            if (plain) {
                if (at == XmlScan.START && scan.is("t")) {
                    scan.keepMore();
                } else if (scan.is("t")) {
                    scan.stopKeeping();
                } else if (at == XmlScan.START && scan.is("rPh") && !scan.empty()) {
                    RichText.skip(scan, "rPh");
                }
            } else {
                rich.take(scan, at);
            }
        }
        if (plain) {
            add(scan.textBytes(), scan.textLength(), Cell.Strike.NONE, false);
        } else {
            var kept = rich.text().getBytes(StandardCharsets.UTF_8);
            add(kept, kept.length, rich.strike(), rich.ownFonts());
        }
    }

    private void add(byte[] from, int length, Cell.Strike strike, boolean ownFonts) throws IOException {
        bytes += length;
        if (bytes > bytesMax) {
            throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.TEXTS, bytesMax));
        }
        if (used == CHUNK || used + length > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, length)]);
            used = 0;
        }
        var chunk = chunks.size() - 1;
        System.arraycopy(from, 0, chunks.get(chunk), used, length);
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = (long) chunk << 46 | (long) used << 26 | (long) Math.min(length, (1 << 23) - 1) << 3 | strike.ordinal() << 1 | (ownFonts ? 1 : 0);
        used += length;
    }

    int count() {
        return count;
    }

    String text(int number) {
        if (number < REMEMBERED && remembered[number] != null) {
            return remembered[number];
        }
        var place = places[number];
        var text = new String(chunks.get((int) (place >>> 46)), (int) (place >>> 26 & (1 << 20) - 1), (int) (place >>> 3 & (1 << 23) - 1),
                StandardCharsets.UTF_8);
        text = RichText.unescaped(text);
        if (number < REMEMBERED) {
            remembered[number] = text;
        }
        return text;
    }

    Cell.Strike strike(int number) {
        return switch ((int) (places[number] >>> 1 & 3)) {
            case 1 -> Cell.Strike.PART;
            case 2 -> Cell.Strike.ALL;
            default -> Cell.Strike.NONE;
        };
    }

    /// Whether every run of the text says its own font, so that a struck cell font does not reach it.
    boolean ownFonts(int number) {
        return (places[number] & 1) != 0;
    }
}
