package org.mingbai.intake.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What people are told before they leave anything of themselves: what for, how long, and what they may ask. Each version is a pair of files the
/// product brings, and stays there; the day a voice came in says which one held for it.
/// @param version counted from 1
/// @param from the day from which it holds
public record Notice(int version, LocalDate from, List<Part> parts) {

    private static final int LATEST = 1;

    /// One heading with its paragraphs.
    public record Part(String heading, List<String> paragraphs) {}

    /// @param language `zh` or `en`
    public static Notice latest(String language) {
        return read(LATEST, language);
    }

    private static Notice read(int version, String language) {
        var name = "/site/notice-" + version + "." + (language.equals("zh") ? "zh" : "en") + ".txt";
        try (var in = Notice.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no notice " + name);
            }
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            var parts = new ArrayList<Part>();
            var paragraphs = new ArrayList<String>();
            for (var line : lines.subList(1, lines.size()).reversed()) {
                if (line.startsWith("# ")) {
                    parts.addFirst(new Part(line.substring(2), List.copyOf(paragraphs)));
                    paragraphs.clear();
                } else {
                    paragraphs.addFirst(line);
                }
            }
            return new Notice(version, LocalDate.parse(lines.getFirst()), List.copyOf(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
