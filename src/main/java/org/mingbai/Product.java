package org.mingbai;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The product started for a verb: everything but the open port. Close it and its database stops.
final class Product {

    private Product() {}

    static ConfigurableApplicationContext open(List<String> settings) {
        // A port of -1 keeps the pages' beans, which modules may lean on, and listens nowhere.
        var all = new ArrayList<>(settings);
        all.add("--server.port=-1");
        return serve(all);
    }

    static ConfigurableApplicationContext serve(List<String> settings) {
        return new SpringApplicationBuilder(Mingbai.class).run(settings.toArray(String[]::new));
    }
}
