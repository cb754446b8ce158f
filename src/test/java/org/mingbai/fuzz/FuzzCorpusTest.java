package org.mingbai.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.directory.Bureau;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What `bin/fuzz` begins with and what it once found: each is refused or read, soon, and none throws.
@Provokes({"org.apache.poi", "org.mingbai.shell.ErrorPages", "org.mingbai.directory.UnknownLogins"})
@MingbaiTest
class FuzzCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired Bureau bureau;
    @LocalServerPort int port;

    static Stream<Path> files() throws IOException {
        try (var all = Files.walk(CORPUS)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.getParent().endsWith("web")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_read_or_refused(Path file) {
        var target = Target.ofFiles().get(file.getParent().getFileName().toString());
        assertTimeoutPreemptively(SOON, () -> target.take(Files.readAllBytes(file)));
    }

    @Test
    void a_request_is_answered_or_refused() throws IOException {
        var web = new WebTarget(port, FuzzedTown.laidOut(bureau));
        for (var file : inputs("web")) {
            assertThatCode(() -> web.take(Files.readAllBytes(file))).as(file.toString()).doesNotThrowAnyException();
        }
    }

    @Test
    void who_is_named_in_a_request_is_who_asks() throws Exception {
        var web = new WebTarget(port, FuzzedTown.laidOut(bureau));
        var own = URI.create("http://localhost:" + port + "/me");
        assertThat(web.sent("handler", "GET", own, "").body()).contains("承办");
        assertThat(web.sent("nobody", "GET", own, "").statusCode()).isEqualTo(303);
    }

    @Test
    void each_target_has_something_to_begin_with() throws IOException {
        for (var target : Stream.concat(Target.ofFiles().keySet().stream(), Stream.of("web")).toList()) {
            assertThat(inputs(target)).as(target).isNotEmpty();
        }
    }

    private static List<Path> inputs(String target) throws IOException {
        try (var files = Files.list(CORPUS.resolve(target))) {
            return files.sorted().toList();
        }
    }
}
