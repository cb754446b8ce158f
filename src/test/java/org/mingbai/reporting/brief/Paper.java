package org.mingbai.reporting.brief;

import java.io.IOException;
import java.nio.file.Path;

/// A report in Word as it is read back.
public final class Paper {

    private Paper() {}

    public static void read(Path file) throws IOException {
        PaperReading.read(file);
    }
}
