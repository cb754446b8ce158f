package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole product as processes, from the command line.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ServeTest {

    @TempDir Path data;

    @Test
    void it_serves_on_its_own_database_keeps_a_second_one_out_and_takes_its_server_with_it() throws Exception {
        var first = serve();
        try {
            var address = addressIn(first);
            assertThat(status(address)).isLessThan(500);

            var second = serve();
            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(new String(second.getErrorStream().readAllBytes()))
                    .contains("正由另一个明白账进程（进程号 " + first.pid() + "）使用")
                    .contains("in use by another Mingbai (process " + first.pid() + ")")
                    .doesNotContain("\tat ");
            assertThat(status(address)).isLessThan(500);
        } finally {
            first.toHandle().destroy();
            first.waitFor();
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).as("the server stopped with the product").doesNotExist();
        assertThat(Files.exists(data.resolve("postgresql"))).isTrue();
    }

    private Process serve() throws IOException {
        return TestProcess.start(Mingbai.class, "serve", "--port", "0", "--data", data.toString(),
                "--mingbai.database.programs=" + TestDatabase.PROGRAMS);
    }

    private static String addressIn(Process product) throws IOException {
        var line = product.inputReader().readLine();
        assertThat(line).as(() -> errors(product)).contains("http://localhost:");
        return line.replaceFirst(".*(http://localhost:\\d+).*", "$1");
    }

    private static String errors(Process product) {
        return product.isAlive() ? "" : String.join("\n", product.errorReader().lines().toList());
    }

    private static int status(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
