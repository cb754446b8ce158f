package org.mingbai.library;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The size of the picture inside a WebP file, for which its reader sets memory aside. The canvas that the file announces says nothing of it, and the
/// reader forgives much. So a file that is not put together as the form wants it has no size here, and nobody decodes it. Nor has one that is lossless, or
/// can be seen through, which is written in the same way: it may ask for the same correction of all its pixels any number of times, in three bits each,
/// and its reader obeys.
///
/// The form: RFC 9649, section 2; the size in a lossy picture: RFC 6386, section 9.1; corrections: RFC 9649, section 3.5.
final class WebP implements AutoCloseable {

    private static final int SIDE_BITS = 0x3fff;
    private static final int START_CODE = 0x2a019d;
    private static final int BEGIN = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    private static final int EXTENDED = 10;
    private static final int ANIMATED = 2;
    private static final int PROFILE_MIN = 128;
    private static final int CHUNKS_MAX = 10_000;

    private final RandomAccessFile file;
    private int chunks;

    private WebP(RandomAccessFile file) {
        this.file = file;
    }

    /// Of a picture, or of the place it is for.
    record Size(int width, int height) {

        long pixels() {
            return (long) width * height;
        }
    }

    /// A part of the file: what stands at `at`, as long as it says.
    private record Chunk(String name, long at, long length) {

        long end() {
            return at + length;
        }

        /// Parts begin at even places.
        long next() {
            return end() + (length & 1);
        }

        boolean isPicture() {
            return name.equals("VP8 ");
        }

        boolean isLossless() {
            return name.equals("VP8L") || name.equals("ALPH");
        }
    }

    private static final class OtherForm extends IOException {}

    /// Whether its first bytes say that it is one.
    static boolean is(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r"); var it = new WebP(file)) {
            return file.length() >= BEGIN && it.name(0).equals("RIFF") && it.name(8).equals("WEBP");
        }
    }

    /// Of the picture in it, the first one of several; empty where the form is not kept.
    static Optional<Size> size(Path path) throws IOException {
        try (var it = new WebP(new RandomAccessFile(path.toFile(), "r"))) {
            return Optional.of(it.size());
        } catch (OtherForm e) {
            return Optional.empty();
        }
    }

    private Size size() throws IOException {
        long end = CHUNK_HEADER + number(4, 4);
        want(end <= file.length());
        var first = chunk(BEGIN, end);
        if (first.isPicture()) {
            return picture(first);
        }
        want(first.name().equals("VP8X") && first.length() == EXTENDED);
        boolean animated = (number(first.at(), 1) & ANIMATED) != 0;
        return extended(first.next(), end, animated, new Size(1 + (int) number(first.at() + 4, 3), 1 + (int) number(first.at() + 7, 3)));
    }

    private Size extended(long from, long end, boolean animated, Size canvas) throws IOException {
        if (!animated) {
            return alone(from, end, canvas);
        }
        Size first = null;
        for (long at = from; at < end; ) {
            var chunk = chunk(at, end);
            want(!chunk.isPicture());
            if (chunk.name().equals("ANMF")) {
                want(chunk.length() >= FRAME_HEADER);
                var bounds = new Size(1 + (int) number(chunk.at() + 6, 3), 1 + (int) number(chunk.at() + 9, 3));
                var frame = alone(chunk.at() + FRAME_HEADER, chunk.end(), bounds);
                first = first == null ? frame : first;
            }
            at = chunk.next();
        }
        return found(first);
    }

    /// One picture, as large as its place.
    private Size alone(long from, long end, Size place) throws IOException {
        Size found = null;
        for (long at = from; at < end; ) {
            var chunk = chunk(at, end);
            want(!chunk.name().equals("ANMF"));
            if (chunk.isPicture()) {
                want(found == null);
                found = picture(chunk);
                want(place.equals(found));
            }
            at = chunk.next();
        }
        return found(found);
    }

    private static Size found(@Nullable Size size) throws OtherForm {
        if (size == null) {
            throw new OtherForm();
        }
        return size;
    }

    private Size picture(Chunk chunk) throws IOException {
        want(chunk.length() >= 10 && (number(chunk.at(), 1) & 1) == 0 && number(chunk.at() + 3, 3) == START_CODE);
        var size = new Size((int) number(chunk.at() + 6, 2) & SIDE_BITS, (int) number(chunk.at() + 8, 2) & SIDE_BITS);
        want(size.pixels() > 0);
        return size;
    }

    /// It lies within its parent, and is no longer than that. A profile of colours says once more how long it is, and its reader believes it.
    private Chunk chunk(long at, long end) throws IOException {
        chunks++;
        want(chunks <= CHUNKS_MAX && at + CHUNK_HEADER <= end);
        var chunk = new Chunk(name(at), at + CHUNK_HEADER, number(at + 4, 4));
        want(chunk.end() <= end && !chunk.isLossless());
        if (chunk.name().equals("ICCP")) {
            want(chunk.length() >= PROFILE_MIN);
            long told = Integer.reverseBytes((int) number(chunk.at(), 4));
            want(told >= PROFILE_MIN && told <= chunk.length());
        }
        return chunk;
    }

    private static void want(boolean form) throws OtherForm {
        if (!form) {
            throw new OtherForm();
        }
    }

    private String name(long at) throws IOException {
        return new String(bytes(at, 4), StandardCharsets.ISO_8859_1);
    }

    /// The lowest byte first.
    private long number(long at, int length) throws IOException {
        long number = 0;
        var bytes = bytes(at, length);
        for (int i = length - 1; i >= 0; i--) {
            number = number << Byte.SIZE | bytes[i] & 0xff;
        }
        return number;
    }

    private byte[] bytes(long at, int length) throws IOException {
        want(at + length <= file.length());
        var bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
