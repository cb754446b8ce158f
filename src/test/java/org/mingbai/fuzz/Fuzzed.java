package org.mingbai.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingbai.Mingbai;
import org.mingbai.TestDatabase;
import org.mingbai.TestTime;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.web.AllRoutes;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/// Where Jazzer comes in: `bin/fuzz` starts it with the name of a target and a folder for what it tries.
public final class Fuzzed {

    private static @Nullable Target target;

    private Fuzzed() {}

    public static void fuzzerInitialize() throws IOException {
        var name = System.getProperty("mingbai.fuzz.target", "");
        target = name.equals("web") ? web(Path.of(System.getProperty("mingbai.fuzz.seeds"))) : Target.ofFiles().get(name);
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Objects.requireNonNull(target).take(input);
    }

    /// On the database of the tests. Each route is a seed: what is tried begins from there.
    private static Target web(Path seeds) throws IOException {
        var product = new SpringApplicationBuilder(Mingbai.class, TestTime.class, Bureau.class, AllRoutes.class).initializers(new TestDatabase())
                .run("--server.port=0", "--spring.main.allow-bean-definition-overriding=true", "--logging.level.root=OFF");
        var logins = FuzzedTown.laidOut(product.getBean(Bureau.class));
        int number = 0;
        for (var call : product.getBean(AllRoutes.class).calls()) {
            for (var who : who(call, logins)) {
                var get = call.method().equals("GET");
                var path = call.path() + (get && !call.form().isEmpty() ? "?" + call.form() : "");
                Files.writeString(seeds.resolve("route-" + number++), who + " " + call.method() + " " + path + "\n" + (get ? "" : call.form()),
                        StandardCharsets.UTF_8);
            }
        }
        return new WebTarget(((WebServerApplicationContext) product).getWebServer().getPort(), logins);
    }

    private static List<String> who(AllRoutes.Call call, Map<String, String> logins) {
        return call.path().startsWith("/p/") || call.path().startsWith("/open311") || call.path().startsWith("/log") ? List.of("nobody")
                : call.path().startsWith("/administration") ? List.of("security_admin", "system_admin", "audit_admin") : List.of("coordinator", "handler");
    }
}
