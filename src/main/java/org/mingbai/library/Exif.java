package org.mingbai.library;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// What a camera wrote at the beginning of its picture.
final class Exif {

    private static final byte[] MARK = {'E', 'x', 'i', 'f', 0, 0};
    private static final int HEAD = 8;
    private static final int ENTRY = 12;
    private static final int ENTRIES_MAX = 500;
    private static final int ORIENTATION = 0x0112;
    private static final int MORE = 0x8769;
    private static final int TAKEN = 0x9003;
    private static final int DAY = 10;

    private final byte[] bytes;
    private final int base;
    private final boolean little;

    private Exif(byte[] bytes, int base) {
        this.bytes = bytes;
        this.base = base;
        this.little = bytes[base] == 'I';
    }

    /// Nothing where the camera wrote nothing.
    static Optional<Exif> of(byte[] start) {
        int mark = indexOf(start, MARK);
        return mark < 0 || mark + MARK.length + HEAD > start.length ? Optional.empty() : Optional.of(new Exif(start, mark + MARK.length));
    }

    /// 1 where nothing is said.
    int orientation() {
        int place = entry(base + number(base + 4, 4), ORIENTATION);
        return place < 0 ? 1 : number(place + HEAD, 2);
    }

    Optional<LocalDate> takenOn() {
        int more = entry(base + number(base + 4, 4), MORE);
        int taken = more < 0 ? -1 : entry(base + number(more + HEAD, 4), TAKEN);
        int at = taken < 0 ? -1 : base + number(taken + HEAD, 4);
        if (at < base || at > bytes.length - DAY) {
            return Optional.empty();
        }
        var written = new String(bytes, at, DAY, StandardCharsets.ISO_8859_1).replace(':', '-');
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Where an entry of a list of entries stands; less than nothing where it is not there.
    private int entry(int list, int tag) {
        int entries = Math.min(ENTRIES_MAX, number(list, 2));
        for (int entry = 0; entry < entries; entry++) {
            int place = list + 2 + ENTRY * entry;
            if (number(place, 2) == tag) {
                return place;
            }
        }
        return -1;
    }

    private int number(int at, int length) {
        if (at < 0 || at > bytes.length - length) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number << Byte.SIZE | bytes[little ? at + length - 1 - i : at + i] & 0xFF;
        }
        return number;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
