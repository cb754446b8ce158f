package org.mingbai.library;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// The size of the picture inside a WebP file, for which its reader sets memory aside. The canvas that the file announces says nothing of it.
///
/// The form: RFC 9649, section 2; the size in a lossy picture: RFC 6386, section 9.1; in a lossless one: RFC 9649, section 3.4.
final class WebP {

    private static final int SIDE_BITS = 0x3fff;
    private static final int START_CODE = 0x2a019d;
    private static final int LOSSLESS = 0x2f;
    private static final int FRAME_HEADER = 16;

    private WebP() {}

    /// Of the largest picture in it; empty where the file is no WebP.
    static OptionalLong pixels(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var head = some(in, 12);
            if (head.getInt(0) != name("RIFF") || head.getInt(8) != name("WEBP")) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(largest(in));
        } catch (EOFException e) {
            return OptionalLong.empty();
        }
    }

    private static long largest(DataInputStream in) throws IOException {
        long largest = 0;
        try {
            while (true) {
                var chunk = some(in, 8);
                int name = chunk.getInt(0);
                long length = Integer.toUnsignedLong(chunk.getInt(4));
                long padded = length + (length & 1);
                if (name == name("ANMF")) {
                    // The picture of a frame is a chunk inside.
                    in.skipNBytes(FRAME_HEADER);
                } else if (name == name("VP8 ") && length >= 10) {
                    largest = Math.max(largest, lossy(some(in, 10)));
                    in.skipNBytes(padded - 10);
                } else if (name == name("VP8L") && length >= 5) {
                    largest = Math.max(largest, lossless(some(in, 5)));
                    in.skipNBytes(padded - 5);
                } else {
                    in.skipNBytes(padded);
                }
            }
        } catch (EOFException e) {
            return largest;
        }
    }

    private static long lossy(ByteBuffer begins) {
        return (begins.getInt(3) & 0xffffff) == START_CODE ? (begins.getShort(6) & SIDE_BITS) * (long) (begins.getShort(8) & SIDE_BITS) : 0;
    }

    private static long lossless(ByteBuffer begins) {
        int sides = begins.getInt(1);
        return begins.get(0) == LOSSLESS ? ((sides & SIDE_BITS) + 1L) * ((sides >>> 14 & SIDE_BITS) + 1L) : 0;
    }

    private static ByteBuffer some(DataInputStream in, int bytes) throws IOException {
        var read = new byte[bytes];
        in.readFully(read);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int name(String four) {
        return ByteBuffer.wrap(four.getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }
}
