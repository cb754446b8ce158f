package org.mingbai.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.keys.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The keys that sign the heads of the logs, in a file beside the database and not in it: who can rewrite the tables cannot sign what they then
/// say, and [KeptHeads] keeps the product from doing it for them. It is made once. Keys that were replaced stay as their public halves, so that
/// old heads can be checked for ever.
@Component
public class SealKeys {

    /// Under the data directory.
    public static final String NAME = "seal.keys";

    private static final Logger LOG = LoggerFactory.getLogger(SealKeys.class);
    private static final String HEAD = """
            # 为流水封存签名的密钥。请与数据库分开备份；谁拿到它，谁就能冒充本系统签名。
            # The keys that sign the seal of the journal. Back this file up apart from the database: whoever has it can sign in this product's name.
            """;
    private static final String HANDOVER = "handover";
    private static final int NAME_BYTES = 4;

    /// @param secret nothing of a key that was replaced
    private record Key(SigningKind kind, byte @Nullable [] secret, byte[] known) {

        static Key fresh(SigningKind kind) {
            return of(kind, kind.fresh());
        }

        static Key of(SigningKind kind, byte[] secret) {
            return new Key(kind, secret, kind.publicOf(secret));
        }

        VerifyingKey of(String origin) {
            return new VerifyingKey(origin, kind.verified(), known);
        }

        Key retired() {
            return new Key(kind, null, known);
        }

        String line() {
            var bytes = Base64.getEncoder().encodeToString(secret == null ? known : secret);
            return (secret == null ? "retired " : "key ") + kind + " " + bytes + "\n";
        }

        static Key read(String[] parts) {
            var kind = SigningKind.valueOf(parts[1]);
            var bytes = Base64.getDecoder().decode(parts[2]);
            return parts[0].equals("retired") ? new Key(kind, null, bytes) : of(kind, bytes);
        }
    }

    /// @param handovers each of a log's last head, where keys took the place of others
    private record Ring(String name, List<Key> keys, List<Note> handovers) {

        String text() {
            var text = new StringBuilder(HEAD).append("name ").append(name).append('\n');
            keys.forEach(key -> text.append(key.line()));
            handovers.forEach(note -> text.append(HANDOVER + " ")
                    .append(Base64.getEncoder().encodeToString(note.written().getBytes(StandardCharsets.UTF_8))).append('\n'));
            return text.toString();
        }

        /// Half a file is none.
        static Ring read(List<String> lines) {
            String name = null;
            var keys = new ArrayList<Key>();
            var handovers = new ArrayList<Note>();
            for (var line : lines) {
                var parts = line.strip().split("\\s+");
                switch (parts[0]) {
                    case "name" -> name = parts[1];
                    case "key", "retired" -> keys.add(Key.read(parts));
                    case HANDOVER -> handovers.add(Note.read(new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8)).orElseThrow());
                    default -> { }
                }
            }
            if (name == null || keys.stream().noneMatch(key -> key.secret() != null)) {
                throw new IllegalArgumentException("a key is missing");
            }
            return new Ring(name, List.copyOf(keys), List.copyOf(handovers));
        }
    }

    private final SecretFile file;
    private final SealSettings settings;
    private final SealTable table;
    private @Nullable Ring ring;

    SealKeys(DataDirectory data, SealSettings settings, SealTable table) {
        this.file = new SecretFile(data.resolve(NAME));
        this.settings = settings;
        this.table = table;
        if (!ready()) {
            LOG.error("封存签名的密钥文件 {} 不在或读不出；找回它之前，新的流水不能封存。"
                    + " The key file of the seal is missing or cannot be read; until it is back nothing new is sealed.", file.path());
        }
    }

    /// Whether there is something to sign with.
    public synchronized boolean ready() {
        try {
            if (file.lines().isEmpty() && !table.anyHead()) {
                file.make(new Ring(called(), List.of(Key.fresh(SigningKind.ED25519)), List.of()).text());
            }
            ring = file.lines().map(Ring::read).orElse(null);
        } catch (RuntimeException e) {
            LOG.debug("The key file of the seal cannot be read", e);
            ring = null;
        }
        return ring != null;
    }

    /// What a tenant's log is called.
    public synchronized String origin(TenantId tenant) {
        return have().name() + "/" + tenant.value();
    }

    /// Every key that signs or ever signed heads of this log. One that was replaced while the log had none signed nothing there.
    public synchronized KnownKeys known(String origin) {
        var handovers = have().handovers().stream().filter(note -> Checkpoint.read(note.text()).filter(it -> it.origin().equals(origin)).isPresent())
                .toList();
        var keys = have().keys().stream()
                .filter(key -> key.secret() != null || handovers.stream().anyMatch(note -> note.signatures().stream().anyMatch(it -> it.of(key.of(origin)))))
                .map(key -> key.of(origin)).toList();
        return new KnownKeys(keys, handovers);
    }

    /// The text under the signatures of today's keys.
    synchronized Note sign(String origin, String text) {
        if (settings.alsoSm2() && signing().stream().noneMatch(key -> key.kind() == SigningKind.SM2)) {
            change(ring -> with(ring, Key.fresh(SigningKind.SM2)));
        }
        return signed(origin, new Note(text, List.of()), signing().stream().filter(key -> key.kind() != SigningKind.SM2 || settings.alsoSm2()).toList());
    }

    private static Note signed(String origin, Note note, List<Key> keys) {
        return note.with(keys.stream().map(key -> new Note.Signature(origin, key.of(origin).id(),
                key.kind().sign(Objects.requireNonNull(key.secret()), note.bytes()))).toList());
    }

    /// New keys from now on; the old secrets are gone after it. Before they go they sign which keys take their place, and at which head of each log.
    /// @param heads the last of each
    synchronized void renew(List<Checkpoint> heads) {
        change(ring -> {
            var old = ring.keys().stream().filter(key -> key.secret() != null).toList();
            var next = old.stream().map(key -> Key.fresh(key.kind())).toList();
            var keys = new ArrayList<>(ring.keys().stream().map(Key::retired).toList());
            keys.addAll(next);
            var handovers = new ArrayList<>(ring.handovers());
            for (var head : heads) {
                var note = KnownKeys.handover(head, next.stream().map(key -> key.of(head.origin())).toList());
                handovers.add(signed(head.origin(), signed(head.origin(), note, old), next));
            }
            return new Ring(ring.name(), keys, handovers);
        });
    }

    private List<Key> signing() {
        return have().keys().stream().filter(key -> key.secret() != null).toList();
    }

    /// On what the file holds at that moment: another program may have changed it since it was read here.
    private void change(java.util.function.UnaryOperator<Ring> how) {
        ring = file.alone(() -> {
            var next = how.apply(file.lines().map(Ring::read).orElseThrow());
            file.replace(next.text());
            return next;
        });
    }

    private static Ring with(Ring ring, Key key) {
        if (ring.keys().stream().anyMatch(it -> it.kind() == key.kind() && it.secret() != null)) {
            return ring;
        }
        var keys = new ArrayList<>(ring.keys());
        keys.add(key);
        return new Ring(ring.name(), keys, ring.handovers());
    }

    private Ring have() {
        return Optional.ofNullable(ring).orElseThrow(() -> new IllegalStateException("the seal has no keys"));
    }

    /// An installation that was not named gets a name that no other has.
    private String called() {
        var said = settings.name();
        if (said != null && !VerifyingKey.named(said)) {
            throw new IllegalArgumentException("mingbai.seal.name: no blanks and no plus, not " + said);
        }
        if (said != null) {
            return said;
        }
        var made = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(made);
        return "mingbai-" + HexFormat.of().formatHex(made) + "/log";
    }
}
