package org.mingbai.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// For a process that does one thing and ends. It joins the server of a product that lives on the same data directory, as a guest that
/// leaves tables alone; where none lives it starts one of its own. Upkeep it leaves alone in any case.
///
/// @param begins whether it may make a data directory that is not there yet
public record Passing(boolean begins) implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// The setting that says this process is a guest in somebody's database.
    public static final String GUEST = "mingbai.database.guest";

    /// The setting that says this process does one thing on a database of its own and ends.
    static final String ALONE = "mingbai.database.passing";

    /// A guest takes few of the connections the pages need.
    private static final int GUEST_CONNECTIONS = 4;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (StringUtils.hasText(environment.getProperty("mingbai.database.url"))) {
            // Nobody can tell whether a product lives on a server of somebody's own: it is joined as if one did.
            environment.getPropertySources().addFirst(new MapPropertySource("passing", Map.of(begins ? ALONE : GUEST, "true")));
            return;
        }
        var data = Path.of(environment.getProperty("mingbai.data", "data")).toAbsolutePath().normalize();
        environment.getPropertySources().addFirst(new MapPropertySource("passing", settings(data)));
    }

    private Map<String, Object> settings(Path data) {
        try {
            var living = LivingServer.in(data);
            if (living.isPresent()) {
                return Map.of(GUEST, "true", "mingbai.database.url", living.get().url(), "mingbai.database.user", living.get().user(),
                        "mingbai.database.password", living.get().password(), "mingbai.database.pool-size", GUEST_CONNECTIONS);
            }
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "不能读取数据目录 " + data + "：" + e.getMessage() + "。请用有权读取它的用户运行。",
                    "The data directory " + data + " cannot be read: " + e.getMessage() + ". Run this as a user who may read it.", e);
        }
        if (!begins && !Files.exists(data.resolve(Cluster.MARK))) {
            throw new DatabaseRefused(
                    "数据目录 " + data + " 里没有账。请用 --data 指明数据目录（bin/dev 用的是 data/sample）。",
                    "There is no account in the data directory " + data + ". Name the directory with --data (bin/dev uses data/sample).");
        }
        return Map.of(ALONE, "true");
    }
}
