package org.mingbai.ledger.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.seal.KnownKeys;
import org.mingbai.ledger.seal.Note;
import org.mingbai.ledger.seal.Seals;
import org.mingbai.ledger.seal.TreeHash;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The sealed journal for everybody's programs: C2SP tlog-tiles, one log for each account. It holds hashes that tell nothing of what they
/// stand for. Where there is one account only, its log needs no number.
@Controller
@Needs(Right.PUBLIC)
class LogFiles {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final Duration FRESH = Duration.ofSeconds(2);
    /// What was served once never changes.
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern PLACE = Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int WHOLE = 256;
    private static final int LEVELS = 8;

    /// @param n which tile of its level
    /// @param width how many hashes of it
    private record Place(long n, int width) {

        static Optional<Place> read(String path) {
            var found = PLACE.matcher(path);
            if (!found.matches()) {
                return Optional.empty();
            }
            long n = Long.parseLong(found.group(1).replaceAll("[x/]", ""));
            int width = found.group(2) == null ? WHOLE : Integer.parseInt(found.group(2));
            boolean shortest = !found.group(1).startsWith("x000/");
            return shortest && (found.group(2) == null || width < WHOLE) ? Optional.of(new Place(n, width)) : Optional.empty();
        }
    }

    private final Seals seals;
    private final Tenants tenants;

    LogFiles(Seals seals, Tenants tenants) {
        this.seals = seals;
        this.tenants = tenants;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<String> checkpoint() {
        return checkpoint(only());
    }

    @GetMapping("/log/{tenant}/checkpoint")
    ResponseEntity<String> checkpoint(@PathVariable String tenant) {
        return checkpoint(of(tenant));
    }

    /// The public keys, a line each: with these alone a receipt can be checked. Behind them each head at which keys were replaced, signed by the old and
    /// naming the new: whoever trusts an old key alone goes over to the new by it.
    @GetMapping("/log/keys")
    ResponseEntity<String> keys() {
        return keys(only());
    }

    @GetMapping("/log/{tenant}/keys")
    ResponseEntity<String> keys(@PathVariable String tenant) {
        return keys(of(tenant));
    }

    @GetMapping("/log/tile/entries/{*place}")
    ResponseEntity<byte[]> leaves(@PathVariable String place) {
        return leaves(only(), place);
    }

    @GetMapping("/log/{tenant}/tile/entries/{*place}")
    ResponseEntity<byte[]> leaves(@PathVariable String tenant, @PathVariable String place) {
        return leaves(of(tenant), place);
    }

    @GetMapping("/log/tile/{level}/{*place}")
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String place) {
        return tile(only(), level, place);
    }

    @GetMapping("/log/{tenant}/tile/{level}/{*place}")
    ResponseEntity<byte[]> tile(@PathVariable String tenant, @PathVariable String level, @PathVariable String place) {
        return tile(of(tenant), level, place);
    }

    private ResponseEntity<String> checkpoint(TenantId tenant) {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.maxAge(FRESH))
                .body(seals.checkpoint(tenant).map(Note::written).orElseThrow(LogFiles::none));
    }

    private ResponseEntity<String> keys(TenantId tenant) {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.maxAge(FRESH))
                .body(seals.known(tenant).map(KnownKeys::written).orElseThrow(LogFiles::none));
    }

    private ResponseEntity<byte[]> tile(TenantId tenant, String level, String path) {
        if (!level.matches("0|[1-9][0-9]?") || Integer.parseInt(level) >= LEVELS) {
            throw none();
        }
        return bytes(place(path).flatMap(at -> seals.tile(tenant, Integer.parseInt(level), at.n(), at.width())));
    }

    /// Each leaf behind its length, two bytes.
    private ResponseEntity<byte[]> leaves(TenantId tenant, String path) {
        return bytes(place(path).flatMap(at -> seals.leaves(tenant, at.n(), at.width())).map(leaves -> {
            var bundle = ByteBuffer.allocate(leaves.length / TreeHash.BYTES * (Short.BYTES + TreeHash.BYTES));
            for (int from = 0; from < leaves.length; from += TreeHash.BYTES) {
                bundle.putShort((short) TreeHash.BYTES).put(leaves, from, TreeHash.BYTES);
            }
            return bundle.array();
        }));
    }

    private static Optional<Place> place(String path) {
        return Place.read(path.startsWith("/") ? path.substring(1) : path);
    }

    private static ResponseEntity<byte[]> bytes(Optional<byte[]> found) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .body(found.orElseThrow(LogFiles::none));
    }

    private TenantId of(String number) {
        return Optional.of(number).filter(it -> NUMBER.matcher(it).matches()).map(Integer::parseInt).map(TenantId::new)
                .filter(tenants.all()::contains).orElseThrow(LogFiles::none);
    }

    private TenantId only() {
        List<TenantId> all = tenants.all();
        if (all.size() != 1) {
            throw none();
        }
        return all.getFirst();
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
