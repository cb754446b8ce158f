package org.mingbai.ledger.seal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.shell.watch.Measure;
import org.mingbai.shell.watch.Measured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Shows each newest head to somebody outside, who signs it when the log only grew since the last one they signed (C2SP tlog-witness). What they
/// signed cannot be taken back even by whoever has our keys.
@Component
public class Witnessing implements Measured {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SIGNED = 200;
    private static final int KNOWS_ANOTHER = 409;
    private static final int BODY_MAX = 100_000;

    /// @param body what came with it, cut where it is too long for what is expected
    private record Reply(int status, String body) {}

    private final SealTable table;
    private final Seals seals;
    private final Tenants tenants;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final @Nullable URI witness;
    private final @Nullable VerifyingKey key;

    Witnessing(SealTable table, Seals seals, Tenants tenants, Clock clock, SealSettings settings) {
        this.table = table;
        this.seals = seals;
        this.tenants = tenants;
        this.clock = clock;
        this.witness = settings.witness() == null ? null : URI.create(settings.witness().replaceAll("/+$", "") + "/add-checkpoint");
        this.key = settings.witnessKey() == null ? null : VerifyingKey.read(settings.witnessKey())
                .filter(read -> read.kind() == SignatureKind.WITNESS)
                .orElseThrow(() -> new IllegalArgumentException("mingbai.seal.witness-key is no key of a witness: " + settings.witnessKey()));
        if ((witness == null) != (key == null)) {
            throw new IllegalArgumentException("mingbai.seal.witness and mingbai.seal.witness-key go together");
        }
    }

    /// Nothing where no witness is named. A log in which nothing is written gets no new head, so that its last signature grows old without fault.
    @Override
    public List<Measure> measures() {
        if (key == null) {
            return List.of();
        }
        var logs = table.witnessed(key, OffsetDateTime.now(clock));
        return List.of(new Measure("mingbai_witness_waiting", "Logs whose newest head the witness has not signed", logs.stream()
                        .filter(SealTable.Witnessed::waits).count()),
                new Measure("mingbai_witness_oldest_seconds", "Since the witness signed a head, in the log among those where that is longest ago",
                        logs.stream().filter(SealTable.Witnessed::waits).mapToDouble(SealTable.Witnessed::seconds).max().orElse(0)),
                new Measure("mingbai_witness_age_seconds", "Since the witness signed a head of any log last",
                        logs.stream().mapToDouble(SealTable.Witnessed::seconds).min().orElse(0)));
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void ask() {
        if (witness != null) {
            tenants.all().forEach(this::tried);
        }
    }

    /// A log that cannot be shown keeps no other from being shown.
    private void tried(TenantId tenant) {
        try {
            ask(tenant);
        } catch (RuntimeException e) {
            LOG.error("The head of account {} could not be shown to the witness; it is tried again", tenant.value(), e);
        }
    }

    /// Shows the newest head of one log, where it is not signed yet.
    public void ask(TenantId tenant) {
        if (witness != null && key != null) {
            table.last(tenant).filter(head -> head.note().signatures().stream().noneMatch(it -> it.of(key)))
                    .ifPresent(head -> ask(tenant, head, witness, key));
        }
    }

    private void ask(TenantId tenant, SealTable.Head head, URI witness, VerifyingKey key) {
        try {
            var reply = ask(tenant, head, witness, table.signedLast(tenant, key));
            var known = reply.status() == KNOWS_ANOTHER ? size(reply.body()) : Optional.<Long>empty();
            if (known.isPresent() && known.get() < head.size()) {
                reply = ask(tenant, head, witness, known.get());
            }
            if (reply.status() == SIGNED) {
                keep(tenant, head, reply.body(), key);
            } else {
                LOG.error("见证人 {} 没有为账户 {} 的日志头（{} 条）签名，回答是 {}。如果它签过的比现在多，或者不接在它签过的后面，账就被改过。"
                        + " The witness did not sign: where it knows a longer log, or one that does not continue in ours, entries were changed.",
                        witness, tenant.value(), head.size(), reply.status());
            }
        } catch (IOException e) {
            LOG.warn("The witness {} cannot be reached; it is asked again: {}", witness, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply ask(TenantId tenant, SealTable.Head head, URI witness, long known) throws IOException, InterruptedException {
        var proof = seals.consistency(tenant, known, head.size()).stream().map(step -> Base64.getEncoder().encodeToString(step) + "\n")
                .collect(Collectors.joining());
        var request = HttpRequest.newBuilder(witness).timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString("old " + known + "\n" + proof + "\n" + head.note().written())).build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            return new Reply(answer.statusCode(), new String(body.readNBytes(BODY_MAX), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void keep(TenantId tenant, SealTable.Head head, String lines, VerifyingKey key) {
        var good = lines.lines().flatMap(line -> Note.Signature.read(line).stream())
                .filter(it -> it.of(key) && key.verifies(head.note().bytes(), it.bytes())).findFirst();
        if (good.isEmpty()) {
            LOG.error("见证人的签名不是它公布的那把密钥签的。 What the witness signed is not signed by its key.");
        }
        good.ifPresent(signature -> table.sign(tenant, head.size(), signature, Instant.now(clock)));
    }

    private static Optional<Long> size(String body) {
        return Optional.of(body.strip()).filter(it -> it.matches("0|[1-9][0-9]{0,17}")).map(Long::parseLong);
    }
}
