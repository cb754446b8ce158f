package org.mingbai.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The lines of a shipped table beside these classes, cut at their bars; `#` begins a remark.
final class TextLines {

    private TextLines() {}

    static List<List<String>> of(String file) {
        try (var in = new BufferedReader(new InputStreamReader(Objects.requireNonNull(TextLines.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
            return in.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
