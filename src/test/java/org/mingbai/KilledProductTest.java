package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.directory.web.Browsing;
import org.mingbai.faults.Book;
import org.mingbai.faults.Crowd;
import org.mingbai.faults.Served;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.story.HealthOffice;

/// The whole product is killed at its work, as `kill -9` does it: what it said it had done is there once, what it had not is not there at all.
@Timeout(240)
class KilledProductTest {

    private static final int CLIENTS = 8;
    private static final int ENOUGH = 160;
    private static final int ROWS = 8_000;

    /// Between two looks at a page: whoever asks without a pause takes the time of what he waits for.
    private static final long LOOK_NANOS = 20_000_000;

    @TempDir static Path data;
    private static HealthOffice.Staff staff;

    private static @Nullable Served product;
    private long before;

    @BeforeAll
    static void an_office() {
        try (var product = Product.begin(settings())) {
            staff = product.getBean(HealthOffice.class).opened();
        }
    }

    @BeforeEach
    void serving() throws Exception {
        if (product == null || !product.isAlive()) {
            start();
        }
        before = matters();
    }

    @AfterAll
    static void stopped() throws InterruptedException {
        if (product != null) {
            product.stop();
        }
    }

    @Test
    void killed_in_an_import_it_has_taken_nothing_over_and_the_import_is_begun_again_without_doubles() throws Exception {
        String place;
        try (var coordinator = signedIn()) {
            place = imported(coordinator);
            awaitPage(coordinator, place, page -> rowsDone(page) > 0);
            product.kill();
        }
        start();
        assertThat(matters()).isEqualTo(before);
        try (var coordinator = signedIn()) {
            awaitPage(coordinator, place, page -> page.contains("导入中途被打断"));
            assertThat(takeOver(coordinator, place).statusCode()).isEqualTo(303);
            awaitPage(coordinator, place, page -> page.contains("新增 8,000 件"));
        }
        try (var book = Book.opened(settings(), staff)) {
            assertThat(book.matters()).isEqualTo(before + ROWS);
            assertThat(book.differences()).isEmpty();
        }
    }

    @Test
    void killed_among_eight_clients_every_act_it_acknowledged_is_there_once_and_what_is_sent_again_is_no_second_act() throws Exception {
        try (var crowd = new Crowd(staff, _ -> product.port())) {
            atWork(crowd);
            product.kill();
            crowd.end();
            start();
            everythingIsThereOnce(crowd);
        }
    }

    @Test
    void without_its_killed_database_server_it_starts_another_and_goes_on_with_every_act_there() throws Exception {
        var server = Served.postmaster(data).orElseThrow();
        try (var crowd = new Crowd(staff, _ -> product.port())) {
            atWork(crowd);
            server.destroyForcibly();
            server.onExit().get();
            crowd.awaitAcknowledged(crowd.told().size() + ENOUGH / 4, 120);
            crowd.end();
            assertThat(product.isAlive()).isTrue();
            assertThat(Served.postmaster(data).orElseThrow().pid()).isNotEqualTo(server.pid());
            assertThat(crowd.unclearPages()).as("pages people saw meanwhile that do not say clearly what is the matter").isEmpty();
            everythingIsThereOnce(crowd);
        }
    }

    private static void atWork(Crowd crowd) throws Exception {
        crowd.begin(CLIENTS);
        crowd.awaitAcknowledged(ENOUGH, 120);
    }

    private void everythingIsThereOnce(Crowd crowd) {
        assertThat(crowd.sendAgain()).as("not taken when they were sent again").isEmpty();
        assertThat(crowd.told()).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (var book = Book.opened(settings(), staff)) {
            assertThat(crowd.told()).allSatisfy(one -> assertThat(book.timesFound(one)).as(one.words()).isEqualTo(1));
            assertThat(book.matters()).isEqualTo(before + crowd.raised());
            assertThat(book.differences()).isEmpty();
        }
    }

    private String imported(Browsing coordinator) {
        var text = new StringBuilder("序号,问题,整改措施,牵头单位,责任人,整改时限,进展情况,是否销号\n");
        IntStream.rangeClosed(1, ROWS).forEach(i -> text.append(i).append(",第").append(i).append("处井盖松动,更换井盖,财务科,李明,2030-06-30,正在推进,否\n"));
        var answer = new Multipart().field("_csrf", coordinator.tokenOn("/imports")).field("register", "rectification")
                .file("file", "井盖.csv", text.toString().getBytes(StandardCharsets.UTF_8)).send(product.port(), coordinator, "/imports");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var place = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
        assertThat(takeOver(coordinator, place).statusCode()).isEqualTo(303);
        return place;
    }

    private static HttpResponse<String> takeOver(Browsing coordinator, String place) {
        return coordinator.post("/imports", place + "/taking-over", new HashMap<>());
    }

    private static int rowsDone(String page) {
        var found = Pattern.compile("<progress max=\"\\d+\" value=\"(\\d+)\"|已处理 ([\\d,]+)").matcher(page);
        return found.find() ? Integer.parseInt((found.group(1) == null ? found.group(2) : found.group(1)).replace(",", "")) : 0;
    }

    private static void awaitPage(Browsing browsing, String path, java.util.function.Predicate<String> wanted) {
        for (var page = ""; !wanted.test(page); page = browsing.get(path).body()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Browsing signedIn() {
        return Crowd.signedIn(staff, product.port());
    }

    /// As the database has them, without waiting for the product to say so.
    private static long matters() throws Exception {
        var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        try (var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/mingbai", "postgres",
                        Files.readString(data.resolve("postgresql.password")).strip());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from ledger.matter")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void start() throws IOException {
        product = Served.start(data, 0, List.of("--mingbai.database.programs=" + TestDatabase.PROGRAMS));
    }

    private static List<String> settings() {
        return List.of("--mingbai.data=" + data, "--mingbai.database.programs=" + TestDatabase.PROGRAMS);
    }
}
