package org.mingbai.shell.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What strangers learn of how the product is.
@MingbaiTest
class WatchTest {

    @LocalServerPort int port;
    @Autowired ApplicationAvailability availability;

    @Test
    void anybody_learns_that_it_lives_and_is_ready_and_gets_no_session() throws Exception {
        for (var path : new String[] {"live", "ready"}) {
            var answer = get("/health/" + path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(path + "\n");
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
            assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        }
    }

    @Test
    void nobody_reads_the_numbers_while_no_token_is_set_not_even_from_the_same_machine() throws Exception {
        assertThat(get("/metrics").statusCode()).isEqualTo(404);
        assertThat(get("/metrics").body()).doesNotContain("mingbai_http");
    }

    @Test
    void without_its_database_it_is_not_ready() {
        var gone = new Readiness(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/mingbai", "nobody", ""), availability);
        assertThat(gone.isReady()).isFalse();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
        }
    }
}
