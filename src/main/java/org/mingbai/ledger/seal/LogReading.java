package org.mingbai.ledger.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a log from outside, as anybody can, and holds it against a receipt. It believes nothing but signatures and hashes.
public final class LogReading {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BODY_MAX = 100_000;
    private static final int OK = 200;

    /// What became of the log since a receipt.
    public sealed interface Answer {
        /// It only grew.
        record Grew(long size) implements Answer {}

        record Shorter(long size) implements Answer {}

        record Forked(long size) implements Answer {}

        record NotSigned() implements Answer {}

        /// The receipt's head is signed only by keys that were replaced at a smaller one, and the log of today does not have it.
        record Contested() implements Answer {}

        /// Its tiles are not those of its head.
        record Torn() implements Answer {}
    }

    private final URI address;
    private final KnownKeys keys;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, byte[]> fetched = new HashMap<>();

    /// @param address without what comes behind it: `/checkpoint` is added
    /// @param keys trusted from before; the log tells which took their place since, and they say so themselves
    public LogReading(URI address, KnownKeys keys) throws IOException {
        if (!List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException("an http address is wanted, not " + address);
        }
        this.address = address;
        this.keys = keys.followed(KnownKeys.read(text("/keys")).orElse(keys));
    }

    /// Those trusted, and those they were handed over to.
    public KnownKeys keys() {
        return keys;
    }

    public Answer since(LogProof proof) throws IOException {
        try {
            return held(proof);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Answer held(LogProof proof) {
        var note = Note.read(new String(get("/checkpoint"), StandardCharsets.UTF_8));
        var now = note.flatMap(it -> Checkpoint.read(it.text()));
        var before = proof.checkpoint();
        if (now.isEmpty() || !keys.signed(note.get()) || !now.get().origin().equals(before.origin())) {
            return new Answer.NotSigned();
        }
        long size = now.get().size();
        boolean contested = keys.contested(proof.head());
        if (size < before.size()) {
            return contested ? new Answer.Contested() : new Answer.Shorter(size);
        }
        var tree = new Tree(proof.hash(), new TileNodes(proof.hash(), (level, n) -> tile(level, n, size)));
        if (!Arrays.equals(tree.root(size), now.get().root())) {
            return new Answer.Torn();
        }
        if (Arrays.equals(tree.root(before.size()), before.root())) {
            return new Answer.Grew(size);
        }
        return contested ? new Answer.Contested() : new Answer.Forked(size);
    }

    private byte[] tile(int level, long n, long size) {
        long hashes = size >>> (TileNodes.HEIGHT * level);
        long width = Math.min(TileNodes.WIDTH, hashes - (n << TileNodes.HEIGHT));
        var tile = get("/tile/" + level + "/" + path(n) + (width < TileNodes.WIDTH ? ".p/" + width : ""));
        if (tile.length != width * TreeHash.BYTES) {
            throw new UncheckedIOException(new IOException("a tile of " + tile.length + " bytes"));
        }
        return tile;
    }

    /// 1234067 is `x001/x234/067`.
    static String path(long n) {
        var path = "%03d".formatted(n % 1000);
        for (long rest = n / 1000; rest > 0; rest /= 1000) {
            path = "x%03d/".formatted(rest % 1000) + path;
        }
        return path;
    }

    private String text(String path) throws IOException {
        try {
            return new String(get(path), StandardCharsets.UTF_8);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private byte[] get(String path) {
        return fetched.computeIfAbsent(path, this::fetch);
    }

    private byte[] fetch(String path) {
        try {
            var at = URI.create(address.toString().replaceAll("/+$", "") + path);
            var answer = http.send(HttpRequest.newBuilder(at).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(BODY_MAX);
                if (answer.statusCode() != OK) {
                    throw new IOException(at + " answers " + answer.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
