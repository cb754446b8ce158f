package org.mingbai;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What the command line answers in Chinese: its exit code, and what it says and complains of.
public record Saying(int code, String said) {

    public static Saying of(String... words) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Mingbai.run(List.of(words), new Terminal(print, print, Locale.SIMPLIFIED_CHINESE));
        return new Saying(code, out.toString(StandardCharsets.UTF_8));
    }
}
