package org.mingbai;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A second JVM with the classes of this one, for what can only be tried on a whole process.
public final class TestProcess {

    private TestProcess() {}

    public static Process start(Class<?> main, String... words) throws IOException {
        return start(List.of(), main, words);
    }

    /// @param options of the JVM, such as how much memory it may have
    public static Process start(List<String> options, Class<?> main, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                // The product's own logging: that of the tests comes first on their class path.
                "-Dlogging.config=classpath:logback.xml", "-Dlogback.configurationFile=logback.xml",
                "-cp", System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(1, options);
        command.addAll(List.of(words));
        return new ProcessBuilder(command).start();
    }
}
