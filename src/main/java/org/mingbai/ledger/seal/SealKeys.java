package org.mingbai.ledger.seal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.keys.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The keys that sign the heads of the logs, in a file beside the database and not in it: who can rewrite the tables cannot sign what they then
/// say. It is made once. Keys that were replaced stay as their public halves, so that old heads can be checked for ever.
@Component
public class SealKeys {

    /// Under the data directory.
    public static final String NAME = "seal.keys";

    private static final Logger LOG = LoggerFactory.getLogger(SealKeys.class);
    private static final String HEAD = """
            # 为流水封存签名的密钥。请与数据库分开备份；谁拿到它，谁就能冒充本系统签名。
            # The keys that sign the seal of the journal. Back this file up apart from the database: whoever has it can sign in this product's name.
            """;
    private static final int NAME_BYTES = 4;

    /// @param secret nothing of a key that was replaced
    private record Key(SigningKind kind, byte @Nullable [] secret, byte[] known) {

        static Key fresh(SigningKind kind) {
            return of(kind, kind.fresh());
        }

        static Key of(SigningKind kind, byte[] secret) {
            return new Key(kind, secret, kind.publicOf(secret));
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

    private record Ring(String name, List<Key> keys) {

        String text() {
            var text = new StringBuilder(HEAD).append("name ").append(name).append('\n');
            keys.forEach(key -> text.append(key.line()));
            return text.toString();
        }

        /// Half a file is none.
        static Ring read(List<String> lines) {
            String name = null;
            var keys = new ArrayList<Key>();
            for (var line : lines) {
                var parts = line.strip().split("\\s+");
                switch (parts[0]) {
                    case "name" -> name = parts[1];
                    case "key", "retired" -> keys.add(Key.read(parts));
                    default -> { }
                }
            }
            if (name == null || keys.stream().noneMatch(key -> key.secret() != null)) {
                throw new IllegalArgumentException("a key is missing");
            }
            return new Ring(name, List.copyOf(keys));
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
                file.make(new Ring(called(), List.of(Key.fresh(SigningKind.ED25519))).text());
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

    /// Every key that signs or ever signed, the oldest first.
    public synchronized List<VerifyingKey> known(String origin) {
        return have().keys().stream().map(key -> new VerifyingKey(origin, key.kind().verified(), key.known())).toList();
    }

    /// The text under the signatures of today's keys.
    synchronized Note sign(String origin, String text) {
        if (settings.alsoSm2() && signing().stream().noneMatch(key -> key.kind() == SigningKind.SM2)) {
            change(ring -> with(ring, Key.fresh(SigningKind.SM2)));
        }
        var note = new Note(text, List.of());
        return note.with(signing().stream().filter(key -> key.kind() != SigningKind.SM2 || settings.alsoSm2())
                .map(key -> {
                    var known = new VerifyingKey(origin, key.kind().verified(), key.known());
                    return new Note.Signature(origin, known.id(), key.kind().sign(java.util.Objects.requireNonNull(key.secret()), note.bytes()));
                })
                .toList());
    }

    /// New keys from now on. The old secrets are gone after it; whoever calls this signs the last head with both.
    public synchronized void renew() {
        change(ring -> {
            var keys = new ArrayList<>(ring.keys().stream().map(Key::retired).toList());
            ring.keys().stream().filter(key -> key.secret() != null).forEach(key -> keys.add(Key.fresh(key.kind())));
            return new Ring(ring.name(), keys);
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
        return new Ring(ring.name(), keys);
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
