package org.mingbai;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mingbai.shell.database.Passing;
import org.springframework.context.ConfigurableApplicationContext;

/// A product of its own on a directory of its own, in the process of the test.
public final class TestProduct {

    private TestProduct() {}

    /// Makes the directory's database where there is none yet.
    public static ConfigurableApplicationContext begun(Path data) {
        return Product.begin(settings(data));
    }

    /// Without upkeep: nothing changes there but by the test.
    public static ConfigurableApplicationContext still(Path data) {
        var settings = new ArrayList<>(settings(data));
        settings.add("--" + Passing.GUEST + "=true");
        return Product.open(settings);
    }

    /// With these settings and no others.
    public static ConfigurableApplicationContext begun(List<String> settings) {
        return Product.begin(settings);
    }

    /// As a verb of the command line joins a product that is being served.
    public static ConfigurableApplicationContext guest(List<String> settings) {
        return Product.open(settings);
    }

    private static List<String> settings(Path data) {
        return List.of("--mingbai.data=" + data, "--mingbai.database.programs=" + TestDatabase.PROGRAMS.toAbsolutePath(),
                "--mingbai.telling.carry=false");
    }
}
