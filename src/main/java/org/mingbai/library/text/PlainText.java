package org.mingbai.library.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mingbai.library.FileText.Why;

/// Plain text: in the characters its mark names, else UTF-8 where every byte fits, else GB18030 as is usual in China.
final class PlainText {

    private static final int BYTES_OF_A_CHARACTER = 4;

    private PlainText() {}

    /// As many of its first bytes as may hold what is kept of a file.
    static int bytesFor(int characters) {
        return characters * BYTES_OF_A_CHARACTER + BYTES_OF_A_CHARACTER;
    }

    static void read(byte[] start, Gathered into) throws Unreadable {
        into.brokenIntoLines();
        into.add(decoded(start).orElseThrow(() -> new Unreadable(Why.UNKNOWN_KIND)));
    }

    private static Optional<CharSequence> decoded(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return in(StandardCharsets.UTF_8, start, 3);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return in(StandardCharsets.UTF_16LE, start, 2);
        }
        if (begins(start, 0xFE, 0xFF)) {
            return in(StandardCharsets.UTF_16BE, start, 2);
        }
        return in(StandardCharsets.UTF_8, start, 0).or(() -> in(Charset.forName("GB18030"), start, 0));
    }

    /// The last character may have been cut, so its bytes are not asked. What holds signs that no text holds is none.
    private static Optional<CharSequence> in(Charset charset, byte[] start, int from) {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = CharBuffer.allocate(start.length - from + 1);
        boolean fits = !decoder.decode(ByteBuffer.wrap(start, from, start.length - from), text, false).isError();
        text.flip();
        return fits && text.chars().noneMatch(PlainText::inNoText) ? Optional.of(text) : Optional.empty();
    }

    private static boolean inNoText(int c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == '\uFFFE' || c == '\uFFFF';
    }

    private static boolean begins(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
