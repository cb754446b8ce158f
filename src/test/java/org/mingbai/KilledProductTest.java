package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Directory;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.story.HealthOffice;

/// The whole product is killed at its work, as `kill -9` does it: what it said it had done is there once, what it had not is not there at all.
@Timeout(240)
class KilledProductTest {

    private static final int CLIENTS = 8;
    private static final int ENOUGH = 160;
    private static final int ROWS = 20_000;

    @TempDir static Path data;
    private static HealthOffice.Staff staff;

    private Process product;
    private int port;
    private long before;

    /// What a client was told: where the matter is, and what it wrote into its journal.
    private record Told(long matter, String words) {}

    private record Sent(String path, Map<String, String> fields) {}

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> raised = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Sent> unanswered = new ConcurrentHashMap<>();

    @BeforeAll
    static void an_office() {
        try (var product = Product.begin(settings())) {
            staff = product.getBean(HealthOffice.class).opened();
        }
    }

    @BeforeEach
    void serving() throws IOException {
        start();
        before = matters();
    }

    @AfterEach
    void stopped() throws InterruptedException {
        product.toHandle().destroy();
        product.waitFor();
    }

    @Test
    void killed_in_an_import_it_has_taken_nothing_over_and_the_import_is_begun_again_without_doubles() throws Exception {
        String place;
        try (var coordinator = signedIn()) {
            place = imported(coordinator);
            awaitPage(coordinator, place, page -> rowsDone(page) > 0);
            kill();
        }
        start();
        assertThat(matters()).isEqualTo(before);
        try (var coordinator = signedIn()) {
            awaitPage(coordinator, place, page -> page.contains("导入中途被打断"));
            assertThat(takeOver(coordinator, place).statusCode()).isEqualTo(303);
            awaitPage(coordinator, place, page -> page.contains("新增 20,000 件"));
        }
        assertThat(matters()).isEqualTo(before + ROWS);
        agrees();
    }

    @Test
    void killed_among_eight_clients_every_act_it_acknowledged_is_there_once_and_what_is_sent_again_is_no_second_act() throws Exception {
        clients(_ -> false);
        start();
        sendAgain();
        everythingIsThereOnce();
    }

    @Test
    void without_its_killed_database_server_it_starts_another_and_goes_on_with_every_act_there() throws Exception {
        var old = postmaster();
        clients(_ -> true);
        assertThat(product.isAlive()).isTrue();
        assertThat(postmaster().pid()).isNotEqualTo(old.pid());
        sendAgain();
        everythingIsThereOnce();
    }

    /// Eight people at once, until enough was acknowledged; then the product, or only its server, is killed under their hands.
    private void clients(Function<Process, Boolean> onlyTheServer) throws Exception {
        var enough = new CountDownLatch(ENOUGH);
        var over = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, CLIENTS).forEach(n -> threads.submit(() -> works(n, enough, over)));
            enough.await();
            if (onlyTheServer.apply(product)) {
                var server = postmaster();
                server.destroyForcibly();
                server.onExit().get();
                awaitService();
            } else {
                kill();
            }
            over.countDown();
        }
    }

    private void works(int n, CountDownLatch enough, CountDownLatch over) {
        try (var browsing = signedIn()) {
            var token = browsing.tokenOn("/matters/new?register=rectification");
            for (int i = 0; over.getCount() > 0; i++) {
                var key = UUID.randomUUID();
                var words = "第" + n + "人第" + i + "件 " + key;
                var raise = new Sent("/matters", Map.of("register", "rectification", "title", words, "text", words, "key", key.toString()));
                raised.add(key);
                var at = sent(n, browsing, token, raise);
                var matter = Long.parseLong(at.substring(at.lastIndexOf('/') + 1));
                told.add(new Told(matter, words));
                enough.countDown();
                var remark = "属实 " + key;
                sent(n, browsing, token, new Sent("/matters/" + matter + "/listing", Map.of("remark", remark, "key", UUID.randomUUID().toString())));
                told.add(new Told(matter, remark));
                enough.countDown();
            }
        } catch (UncheckedIOException | Unanswered end) {
            // The line is cut: whether this one was done, only sending it again can tell.
        }
    }

    private static final class Unanswered extends RuntimeException {}

    private String sent(int n, Browsing browsing, String token, Sent form) {
        unanswered.put(n, form);
        var answer = browsing.postWith(token, form.path(), form.fields());
        if (answer.statusCode() != 303) {
            throw new Unanswered();
        }
        unanswered.remove(n);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /// The same forms with the same keys, as a person does who saw no answer.
    private void sendAgain() {
        try (var coordinator = signedIn()) {
            unanswered.values().forEach(form -> assertThat(coordinator.postWith(coordinator.tokenOn("/matters/new?register=rectification"), form.path(),
                    form.fields()).statusCode()).as(form.path()).isEqualTo(303));
        }
    }

    private void everythingIsThereOnce() {
        assertThat(told).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (var guest = Product.open(settings())) {
            var ledger = guest.getBean(Ledger.class);
            var who = guest.getBean(Directory.class).actingAs(staff.tenant(),
                    guest.getBean(Accounts.class).withLogin(staff.tenant(), staff.coordinator()).orElseThrow().person()).orElseThrow();
            for (var one : told) {
                assertThat(ledger.journalOf(who, new MatterId(one.matter()))).as(one.words())
                        .filteredOn(line -> saysIn(line.entry()).equals(one.words())).hasSize(1);
            }
        }
        assertThat(matters()).isEqualTo(before + raised.size());
        agrees();
    }

    private static String saysIn(Entry entry) {
        return switch (entry) {
            case Entry.Raised raised -> raised.subject().title();
            case Entry.Listed listed -> String.valueOf(listed.remark());
            default -> "";
        };
    }

    private String imported(Browsing coordinator) {
        var text = new StringBuilder("序号,问题,整改措施,牵头单位,责任人,整改时限,进展情况,是否销号\n");
        IntStream.rangeClosed(1, ROWS).forEach(i -> text.append(i).append(",第").append(i).append("处井盖松动,更换井盖,财务科,李明,2030-06-30,正在推进,否\n"));
        var answer = new Multipart().field("_csrf", coordinator.tokenOn("/imports")).field("register", "rectification")
                .file("file", "井盖.csv", text.toString().getBytes(StandardCharsets.UTF_8)).send(port, coordinator, "/imports");
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
            Thread.onSpinWait();
        }
    }

    private void awaitService() {
        try (var somebody = new Browsing(port)) {
            while (somebody.get("/tray").statusCode() != 200) {
                somebody.signIn(staff.coordinator(), HealthOffice.PASSWORD);
            }
        }
    }

    private Browsing signedIn() {
        var browsing = new Browsing(port);
        browsing.signIn(staff.coordinator(), HealthOffice.PASSWORD);
        return browsing;
    }

    private long matters() {
        try (var guest = Product.open(settings())) {
            var who = guest.getBean(Directory.class).actingAs(staff.tenant(),
                    guest.getBean(Accounts.class).withLogin(staff.tenant(), staff.coordinator()).orElseThrow().person()).orElseThrow();
            return guest.getBean(Matters.class).counts(who, "rectification").stream().mapToLong(Matters.Count::number).sum();
        }
    }

    private static void agrees() {
        try (var guest = Product.open(settings())) {
            assertThat(guest.getBean(Replay.class).check(staff.tenant()).differences()).isEmpty();
        }
    }

    private void start() throws IOException {
        product = TestProcess.start(Mingbai.class, "serve", "--port", "0", "--data", data.toString(),
                "--mingbai.database.programs=" + TestDatabase.PROGRAMS);
        // Whoever lets a process write and does not read stops it sooner or later.
        var errors = product.errorReader();
        Thread.ofVirtual().start(() -> errors.lines().forEach(log::add));
        var line = product.inputReader().readLine();
        assertThat(line).as(() -> String.join("\n", log)).contains("http://localhost:");
        port = Integer.parseInt(line.replaceFirst(".*http://localhost:(\\d+).*", "$1"));
    }

    private void kill() throws InterruptedException {
        product.toHandle().destroyForcibly();
        product.waitFor();
    }

    private static ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static List<String> settings() {
        return List.of("--mingbai.data=" + data, "--mingbai.database.programs=" + TestDatabase.PROGRAMS);
    }
}
