package org.mingbai;

import java.util.ArrayList;
import java.util.List;
import org.mingbai.shell.database.Passing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The product started for a verb: everything but the open port. It works on the database of a product that already runs on the same data
/// directory, or starts one that stops when this is closed.
final class Product {

    private Product() {}

    /// On an account that is there already.
    static ConfigurableApplicationContext open(List<String> settings) {
        return passing(settings, new Passing(false));
    }

    /// Where there may be none yet.
    static ConfigurableApplicationContext begin(List<String> settings) {
        return passing(settings, new Passing(true));
    }

    private static ConfigurableApplicationContext passing(List<String> settings, Passing passing) {
        // A port of -1 keeps the pages' beans, which modules may lean on, and listens nowhere.
        var all = new ArrayList<>(settings);
        all.add("--server.port=-1");
        return new SpringApplicationBuilder(Mingbai.class).initializers(passing).run(all.toArray(String[]::new));
    }

    static ConfigurableApplicationContext serve(List<String> settings) {
        return new SpringApplicationBuilder(Mingbai.class).run(settings.toArray(String[]::new));
    }
}
