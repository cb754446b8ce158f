package org.mingbai.library;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;

/// What a file is, told from its first bytes. A name proves nothing.
final class MediaType {

    static final String UNKNOWN = "application/octet-stream";

    private static final Set<String> HEIF = Set.of("ftypheic", "ftypheix", "ftyphevc", "ftypheim", "ftypheis", "ftypmif1", "ftypmsf1");

    private MediaType() {}

    /// @param name only tells apart what shares one container, such as the kinds of zipped office documents
    static String of(byte[] start, String name) {
        if (starts(start, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (starts(start, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (starts(start, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (starts(start, 'R', 'I', 'F', 'F') && start.length > 11 && start[8] == 'W' && start[9] == 'E' && start[10] == 'B') {
            return "image/webp";
        }
        if (isHeif(start)) {
            return "image/heic";
        }
        if (starts(start, '%', 'P', 'D', 'F')) {
            return "application/pdf";
        }
        if (starts(start, 'P', 'K', 3, 4)) {
            return zipped(name.toLowerCase(Locale.ROOT));
        }
        if (starts(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "application/x-ole-storage";
        }
        return isText(start) ? "text/plain" : UNKNOWN;
    }

    /// ISO/IEC 23008-12: a box that names its brand; what telephones of one make take by themselves. No browser but theirs shows it.
    private static boolean isHeif(byte[] start) {
        return start.length > 11 && HEIF.contains(new String(start, 4, 8, StandardCharsets.ISO_8859_1));
    }

    private static String zipped(String name) {
        if (name.endsWith(".docx")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (name.endsWith(".xlsx")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        return "application/zip";
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// The last few bytes may be half a character, so they are not asked.
    private static boolean isText(byte[] start) {
        try {
            int length = start.length > 64 ? start.length - 4 : start.length;
            while (length > 0 && length < start.length && (start[length] & 0xC0) == 0x80) {
                length--;
            }
            var text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(start, 0, length));
            return text.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
