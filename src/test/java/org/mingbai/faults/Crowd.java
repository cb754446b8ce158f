package org.mingbai.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingbai.directory.web.Browsing;
import org.mingbai.story.HealthOffice;

/// Signed-in people who raise matters, put them on the list and note something of them, one act after another, whatever happens meanwhile.
///
/// Whoever sees no answer does one of the two things people do: half of them send the very same form again until it is answered, the other half
/// go on with something else. What was left so is sent again at the end.
public final class Crowd implements AutoCloseable {

    private static final Pattern MATTER = Pattern.compile("(?:https?://[^/]+)?/matters/(\\d+)(?:[?#].*)?");
    private static final String FORM = "/matters/new?register=rectification";
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int DONE = 303;

    /// A form as it was sent. @param words what it writes into the journal
    public record Sent(UUID key, String path, Map<String, String> fields, String words) {

        boolean raises() {
            return path.equals("/matters");
        }
    }

    /// What a client was told: where the matter is, and what it wrote into its journal.
    public record Told(long matter, String words, Sent form) {}

    private final HealthOffice.Staff staff;
    private final IntUnaryOperator port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Sent> open = new ConcurrentHashMap<>();
    private final AtomicInteger raised = new AtomicInteger();
    private final AtomicInteger signIns = new AtomicInteger();
    private final Seen seen = new Seen();
    private volatile boolean over;

    /// @param port where the client of that number finds the product now
    public Crowd(HealthOffice.Staff staff, IntUnaryOperator port) {
        this.staff = staff;
        this.port = port;
    }

    public void begin(int clients) {
        for (int n = 0; n < clients; n++) {
            int number = n;
            threads.submit(() -> works(number));
        }
    }

    /// Waits until so many acts were acknowledged.
    public void awaitAcknowledged(int acts, long patienceSeconds) throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        while (told.size() < acts) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(told.size() + " of " + acts + " acts acknowledged after " + patienceSeconds + " s; seen: " + seen.told());
            }
            LockSupport.parkNanos(PAUSE_NANOS / 10);
        }
    }

    /// Everybody leaves when the answer at hand is there, or is not.
    public void end() throws InterruptedException {
        over = true;
        threads.shutdown();
        threads.awaitTermination(5, TimeUnit.MINUTES);
    }

    private void works(int n) {
        for (int i = 0; !over; i++) {
            if (signedIn(n).isEmpty()) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            var key = UUID.randomUUID();
            var words = "第" + n + "人第" + i + "件 " + key;
            raised.incrementAndGet();
            var at = carried(n, new Sent(key, "/matters",
                    Map.of("register", "rectification", "title", words, "text", words, "key", key.toString()), words));
            at.ifPresent(matter -> {
                carried(n, matter, "/listing", "remark", "属实 ");
                carried(n, matter, "/note", "text", "已去看过 ");
            });
        }
        leave(n);
    }

    private void carried(int n, long matter, String act, String field, String begins) {
        if (!over) {
            var key = UUID.randomUUID();
            var words = begins + key;
            carried(n, new Sent(key, "/matters/" + matter + act, Map.of(field, words, "key", key.toString()), words));
        }
    }

    /// The matter, when the act was acknowledged.
    private Optional<Long> carried(int n, Sent form) {
        open.put(form.key(), form);
        do {
            var matter = sent(n, form);
            if (matter.isPresent()) {
                open.remove(form.key());
                told.add(new Told(matter.get(), form.words(), form));
                return matter;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (!over && n % 2 == 0);
        return Optional.empty();
    }

    private record At(int port, Browsing browsing, String token) {}

    private final Map<Integer, At> desks = new ConcurrentHashMap<>();

    private Optional<Long> sent(int n, Sent form) {
        var desk = signedIn(n);
        return desk.flatMap(at -> seen.of(() -> at.browsing().postWith(at.token(), form.path(), form.fields()))).flatMap(answer -> {
            var matter = matterIn(answer);
            if (matter.isEmpty()) {
                // Whoever is turned away, or sees a page that says so, signs in again.
                leave(n);
            }
            return matter;
        });
    }

    private static Optional<Long> matterIn(HttpResponse<String> answer) {
        return answer.statusCode() == DONE
                ? answer.headers().firstValue("Location").map(MATTER::matcher).filter(Matcher::matches).map(it -> Long.valueOf(it.group(1)))
                : Optional.empty();
    }

    /// At the product that stands for this client now; a session of one that is gone is worth nothing.
    private Optional<At> signedIn(int n) {
        int now = port.applyAsInt(n);
        var desk = desks.get(n);
        if (desk != null && desk.port() == now) {
            return Optional.of(desk);
        }
        leave(n);
        var browsing = new Browsing(now);
        var token = seen.of(() -> browsing.get("/sign-in")).flatMap(page -> Browsing.tokenIn(page.body()))
                .flatMap(it -> seen.of(() -> browsing.postWith(it, "/sign-in", Map.of("login", staff.coordinator(), "password", HealthOffice.PASSWORD))))
                .flatMap(_ -> seen.of(() -> browsing.get(FORM))).filter(page -> page.statusCode() == 200)
                .flatMap(page -> Browsing.tokenIn(page.body()));
        if (token.isEmpty()) {
            browsing.close();
            return Optional.empty();
        }
        signIns.incrementAndGet();
        var fresh = new At(now, browsing, token.get());
        desks.put(n, fresh);
        return Optional.of(fresh);
    }

    private void leave(int n) {
        var desk = desks.remove(n);
        if (desk != null) {
            desk.browsing().close();
        }
    }

    /// The same forms with the same keys, as a person does who saw no answer. Those that were not taken now either.
    public List<Sent> sendAgain() {
        for (var form : List.copyOf(open.values())) {
            sent(0, form).ifPresent(matter -> {
                open.remove(form.key());
                told.add(new Told(matter, form.words(), form));
            });
        }
        return List.copyOf(open.values());
    }

    /// Sends acts again that were acknowledged: those not answered by the same matter.
    public List<Told> repeat(Collection<Told> some) {
        return some.stream().filter(one -> !sent(0, one.form()).equals(Optional.of(one.matter()))).toList();
    }

    public Collection<Told> told() {
        return List.copyOf(told);
    }

    /// Sent, and nobody said what became of it.
    public Collection<Sent> unanswered() {
        return List.copyOf(open.values());
    }

    public int raised() {
        return raised.get();
    }

    /// Pages of a fault that were not clear.
    public Collection<String> unclearPages() {
        return List.copyOf(seen.ugly());
    }

    int signIns() {
        return signIns.get();
    }

    Seen seen() {
        return seen;
    }

    @Override
    public void close() {
        over = true;
        threads.close();
        List.copyOf(desks.keySet()).forEach(this::leave);
    }

    /// Somebody to ask pages for, signed in; tried until it is done.
    public static Browsing signedIn(HealthOffice.Staff staff, int port) {
        while (true) {
            var browsing = new Browsing(port);
            try {
                browsing.signIn(staff.coordinator(), HealthOffice.PASSWORD);
                if (browsing.get("/tray").statusCode() == 200) {
                    return browsing;
                }
            } catch (UncheckedIOException | AssertionError notYet) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            browsing.close();
        }
    }
}
