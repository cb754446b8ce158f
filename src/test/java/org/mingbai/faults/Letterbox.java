package org.mingbai.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Another program that letters go to. It takes its time, so that somebody can be killed while a letter is in his hands.
final class Letterbox implements AutoCloseable {

    private static final long TAKES_MILLIS = 300;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final HttpServer server;
    private final Map<String, AtomicInteger> byMark = new ConcurrentHashMap<>();
    private volatile long last = System.nanoTime();

    Letterbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange letter) throws IOException {
        try (letter) {
            letter.getRequestBody().readAllBytes();
            byMark.computeIfAbsent(letter.getRequestHeaders().getFirst("X-Mingbai-Letter"), _ -> new AtomicInteger()).incrementAndGet();
            last = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(TAKES_MILLIS);
            letter.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/letters";
    }

    int distinct() {
        return byMark.size();
    }

    /// Letters that came more than once, with the mark they had the first time.
    int again() {
        return (int) byMark.values().stream().filter(times -> times.get() > 1).count();
    }

    boolean quiet() {
        return System.nanoTime() - last > QUIET_NANOS;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
