package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Tells in which characters a text file was written: its mark, else UTF-8 where every byte fits, else GB18030 as Excel in China saves.
final class Charsets {

    record Found(Charset charset, int markBytes) {}

    private static final Charset GB18030 = Charset.forName("GB18030");

    private Charsets() {}

    static Found of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        if (at(head, 0) == 0xEF && at(head, 1) == 0xBB && at(head, 2) == 0xBF) {
            return new Found(StandardCharsets.UTF_8, 3);
        }
        if (at(head, 0) == 0xFF && at(head, 1) == 0xFE) {
            return new Found(StandardCharsets.UTF_16LE, 2);
        }
        if (at(head, 0) == 0xFE && at(head, 1) == 0xFF) {
            return new Found(StandardCharsets.UTF_16BE, 2);
        }
        var wide = wide(head);
        if (wide != null) {
            return new Found(wide, 0);
        }
        return new Found(isUtf8(file) ? StandardCharsets.UTF_8 : GB18030, 0);
    }

    private static int at(byte[] head, int i) {
        return i < head.length ? head[i] & 0xFF : -1;
    }

    /// UTF-16 without a mark: many zero bytes, all on one side.
    static @Nullable Charset wide(byte[] head) {
        var even = 0;
        var odd = 0;
        for (var i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (odd > head.length / 20 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even > head.length / 20 && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var buffer = new byte[1 << 16];
        var pending = 0;
        try (var in = Files.newInputStream(file)) {
            for (int count; (count = in.read(buffer)) > 0; ) {
                for (var i = 0; i < count; i++) {
                    var b = buffer[i] & 0xFF;
                    if (pending > 0) {
                        if ((b & 0xC0) != 0x80) {
                            return false;
                        }
                        pending--;
                    } else if (b >= 0x80) {
                        pending = b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : -1;
                        if (pending < 0) {
                            return false;
                        }
                    }
                }
            }
        }
        return pending == 0;
    }
}
