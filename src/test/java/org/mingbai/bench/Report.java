package org.mingbai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// Puts the results of a run on top of those before it.
public final class Report {

    /// In a page that says more than its runs they begin here; in one that does not, at its first heading.
    private static final String RUNS = "\n<!-- runs -->\n";
    private static final String FIRST_RUN = "\n## ";

    private Report() {}

    public static void add(Path file, Machine machine, String command, String tables) throws IOException {
        var run = "\n## " + LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")) + "\n\n"
                + "`" + command + "` on " + machine + String.format(", after %.1f", Machine.load()) + ".\n\n" + tables;
        var before = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n";
        int runs = before.indexOf(RUNS);
        int at = runs < 0 ? before.indexOf(FIRST_RUN) : runs + RUNS.length();
        Files.writeString(file, at < 0 ? before + run : before.substring(0, at) + run + before.substring(at));
    }
}
