package org.mingbai.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingbai.TestProduct;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.telling.HookKind;
import org.mingbai.directory.telling.Hooks;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.shell.database.EmbeddedPostgres;
import org.mingbai.shell.database.Passing;
import org.mingbai.story.HealthOffice;
import org.springframework.jdbc.core.JdbcTemplate;

/// Two products on one database and one directory of files. The people of one that is gone go to the other, as a proxy sends them.
final class TwoNodes implements Scene {

    private static final int HOOKS = 24;
    private static final int ROWS = 8_000;
    private static final int LETTERS_ON_THEIR_WAY = 4;
    private static final long PATIENCE_SECONDS = 180;
    private static final long LOOK_NANOS = 20_000_000;
    private static final Pattern PROGRESS = Pattern.compile("<progress max=\"\\d+\" value=\"([1-9]\\d*)\"|已处理 ([1-9][\\d,]*)");

    private final EmbeddedPostgres server;
    private final Path data;
    private final List<String> settings;
    private final HealthOffice.Staff staff;
    private final Served[] nodes = new Served[2];
    private final Letterbox letterbox = new Letterbox();
    private final Keeper keeper;
    private final List<Long> hooks;
    private volatile boolean firstIsGone;
    private int written;
    private int rows;

    TwoNodes(Path data, Path programs) throws IOException {
        this.data = data.toAbsolutePath();
        server = EmbeddedPostgres.start(this.data.resolve("server"), programs, 0);
        settings = List.of("--mingbai.database.url=" + server.url(),
                "--mingbai.database.user=" + server.user(), "--mingbai.database.password=" + server.password(), "--mingbai.telling.loopback=true",
                "--mingbai.sign-in.asks-per-hour=0", "--" + MovedClock.SETTING + "=" + this.data.resolve("clock"));
        try (var product = TestProduct.begun(withFiles())) {
            staff = product.getBean(HealthOffice.class).opened();
            keeper = Keeper.program(staff.tenant(), "faults");
            // Of a unit that is told nothing: what each is sent is one letter of ours.
            var quiet = product.getBean(Directory.class).organisations(staff.tenant()).stream().filter(it -> it.name().equals("宣传科")).findFirst()
                    .map(Organisation::id);
            hooks = IntStream.range(0, HOOKS).mapToObj(n -> product.getBean(Hooks.class).add(keeper, "第" + n + "群", HookKind.JSON, quiet,
                    letterbox.address(), "a secret of the group").orThrow()).toList();
        }
        for (int n = 0; n < nodes.length; n++) {
            nodes[n] = start(0);
        }
    }

    private List<String> withFiles() {
        return Stream.concat(Stream.of("--mingbai.data=" + data.resolve("files")), settings.stream()).toList();
    }

    private Served start(int port) throws IOException {
        return Served.start(data.resolve("files"), port, settings);
    }

    @Override
    public HealthOffice.Staff staff() {
        return staff;
    }

    @Override
    public int portOf(int client) {
        return nodes[firstIsGone ? 1 : client % 2].port();
    }

    @Override
    public Book book() {
        var guest = new ArrayList<>(withFiles());
        guest.add("--" + Passing.GUEST + "=true");
        return Book.opened(guest, staff);
    }

    @Override
    public Queue<String> log() {
        return nodes[1].log();
    }

    /// Matters that imports have added, beside those people raised.
    int rows() {
        return rows;
    }

    /// The first node is killed while it takes a ledger over and letters are being carried; the other one goes on, and the first comes back.
    Fault.Back strike(int round, Crowd crowd) throws Exception {
        letters();
        String place;
        try (var coordinator = Crowd.signedIn(staff, nodes[0].port())) {
            place = imported(round, coordinator);
            await("the import moves", () -> PROGRESS.matcher(coordinator.get(place).body()).find());
            nodes[0].kill();
            firstIsGone = true;
        }
        try (var coordinator = Crowd.signedIn(staff, nodes[1].port())) {
            goneOn(coordinator, place);
        }
        nodes[0] = start(nodes[0].port());
        firstIsGone = false;
        return Fault.Back.THE_OTHER;
    }

    /// One letter to each address, some of them handed over already.
    private void letters() throws TimeoutException {
        int before = letterbox.distinct();
        try (var book = book()) {
            for (var hook : hooks) {
                book.bean(Hooks.class).tryOut(keeper, hook);
                written++;
            }
        }
        await("letters leave", () -> letterbox.distinct() >= before + LETTERS_ON_THEIR_WAY);
    }

    private String imported(int round, Browsing coordinator) {
        var text = new StringBuilder("序号,问题,整改措施,牵头单位,责任人,整改时限,进展情况,是否销号\n");
        // Numbers of their own: a row that has an earlier one's number is taken for it.
        IntStream.rangeClosed(1, ROWS).forEach(i -> text.append(round * ROWS + i).append(",第").append(round).append("次第").append(i)
                .append("处井盖松动,更换井盖,财务科,李明,2030-06-30,正在推进,否\n"));
        var answer = new Multipart().field("_csrf", coordinator.tokenOn("/imports")).field("register", "rectification")
                .file("file", "井盖" + round + ".csv", text.toString().getBytes(StandardCharsets.UTF_8)).send(nodes[0].port(), coordinator, "/imports");
        var place = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
        coordinator.post("/imports", place + "/taking-over", new HashMap<>());
        return place;
    }

    /// The other node says that it was broken off, and takes it over from the start; it may also have been done in the last moment.
    private void goneOn(Browsing coordinator, String place) throws TimeoutException {
        var done = "新增 " + String.format("%,d", ROWS) + " 件";
        await("the other node knows of the import", () -> {
            var page = coordinator.get(place).body();
            return page.contains("导入中途被打断") || page.contains(done);
        });
        if (!coordinator.get(place).body().contains(done)) {
            coordinator.post("/imports", place + "/taking-over", new HashMap<>());
        }
        await("the import is done", () -> coordinator.get(place).body().contains(done));
        rows += ROWS;
    }

    /// Letters, after those that were in the hands of killed nodes have been set free: their lease has run out by the clock of both.
    /// @param again arrived more than once, under the same mark
    record Letters(int written, int arrived, int again, int inHands) {}

    Letters letters(JdbcTemplate db) throws Exception {
        await("letters leave", () -> letterbox.quiet() && unsent(db, "claimed_until is null") == 0);
        int inHands = unsent(db, "true");
        MovedClock.move(data.resolve("clock"), Duration.ofMinutes(11));
        await("letters of killed nodes leave", () -> unsent(db, "true") == 0);
        return new Letters(written, letterbox.distinct(), letterbox.again(), inHands);
    }

    private static int unsent(JdbcTemplate db, String further) {
        return db.queryForObject("select count(*) from directory.telling t left join directory.letter l on (l.tenant, l.id) = (t.tenant, t.letter) "
                + "where t.hook is not null and l.sent_at is null and " + further, Integer.class);
    }

    private static void await(String what, BooleanSupplier wanted) throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("waited in vain until " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() throws Exception {
        for (var node : nodes) {
            if (node != null) {
                node.stop();
            }
        }
        letterbox.close();
        server.close();
    }
}
