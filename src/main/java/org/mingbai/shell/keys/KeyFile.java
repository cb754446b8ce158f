package org.mingbai.shell.keys;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/// The keys in a file of the data directory that only the product's own user may read. It is made once, before anything is sealed, and never again:
/// a new key over sealed records would make them look lost.
@Component
@Fallback
public class KeyFile implements KeyProvider {

    /// Under the data directory.
    public static final String NAME = "vault.keys";

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final String HEAD = """
            # 反映人身份的密钥。请与数据库分开备份；没有它，谁也读不出反映人是谁。
            # The keys of the reporters' vault. Back this file up apart from the database: without it nobody can read who raised what.
            """;
    private static final int HASH_KEY_BYTES = 32;
    private static final int NAME_BYTES = 8;

    private record Key(String name, SealingCipher cipher, byte[] bytes) {

        static Key of(SealingCipher cipher, byte[] bytes) {
            return new Key(HexFormat.of().formatHex(sha256(bytes), 0, NAME_BYTES), cipher, bytes);
        }
    }

    private record Keys(byte[] hashing, List<Key> wrapping) {

        String text() {
            var text = new StringBuilder(HEAD).append("index ").append(Base64.getEncoder().encodeToString(hashing)).append('\n');
            wrapping.forEach(key -> text.append("key ").append(key.cipher().printed()).append(' ')
                    .append(Base64.getEncoder().encodeToString(key.bytes())).append('\n'));
            return text.toString();
        }

        Optional<Key> named(String name) {
            return wrapping.stream().filter(key -> key.name().equals(name)).findFirst();
        }

        Optional<Key> newest(SealingCipher cipher) {
            return wrapping.reversed().stream().filter(key -> key.cipher() == cipher).findFirst();
        }
    }

    private final SecretFile file;
    private final SealingCipher cipher;
    private final List<SealedBefore> used;
    private @Nullable Keys keys;

    @Autowired
    KeyFile(DataDirectory data, KeySettings settings, ObjectProvider<SealedBefore> used) {
        this(data, settings, used.stream().toList());
    }

    public KeyFile(DataDirectory data, KeySettings settings, List<SealedBefore> used) {
        this.file = new SecretFile(data.resolve(NAME));
        this.cipher = SealingCipher.of(settings.cipher());
        this.used = List.copyOf(used);
        load();
        if (!ready()) {
            log.error("反映人身份的密钥文件 {} 不在或读不出；找回它之前，不能登记或查看反映人身份。"
                    + " The key file of the vault is missing or cannot be read; until it is back no identity is kept or revealed.", file.path());
        }
    }

    @Override
    public synchronized boolean ready() {
        if (keys == null) {
            load();
        }
        return keys != null;
    }

    /// Another node may have added a key meanwhile.
    @Override
    public synchronized boolean holds(String key) {
        if (ready() && have().named(key).isEmpty()) {
            load();
        }
        return keys != null && keys.named(key).isPresent();
    }

    @Override
    public synchronized String current() {
        return newest().name();
    }

    @Override
    public SealingCipher cipher() {
        return cipher;
    }

    @Override
    public synchronized Wrapped wrap(byte[] dataKey, byte[] about) {
        var key = newest();
        return new Wrapped(key.name(), Sealing.seal(key.cipher(), key.bytes(), dataKey, about));
    }

    @Override
    public synchronized byte[] unwrap(Wrapped wrapped, byte[] about) {
        var key = have().named(wrapped.key()).orElseThrow(() -> new IllegalStateException("no key " + wrapped.key()));
        return Sealing.open(key.cipher(), key.bytes(), wrapped.bytes(), about);
    }

    @Override
    public synchronized byte[] keyedHash(String use, byte[] of) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(have().hashing(), "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Added to what the file holds at that moment: another process may have added one since it was read here, and one that is lost takes with it
    /// all it wrapped. It is on the disk before anything is wrapped with it.
    @Override
    public synchronized void renew() {
        keys = file.alone(() -> {
            load();
            var all = new ArrayList<>(have().wrapping());
            all.add(Key.of(cipher, Sealing.freshKey(cipher)));
            var next = new Keys(have().hashing(), List.copyOf(all));
            file.replace(next.text());
            return next;
        });
    }

    private Keys have() {
        if (keys == null) {
            throw new IllegalStateException("the vault has no keys");
        }
        return keys;
    }

    /// The setting may have changed to another cipher since the file was made.
    private Key newest() {
        if (have().newest(cipher).isEmpty()) {
            renew();
        }
        return have().newest(cipher).orElseThrow();
    }

    private void load() {
        try {
            if (file.lines().isEmpty() && used.stream().noneMatch(SealedBefore::any)) {
                file.make(new Keys(Sealing.random(HASH_KEY_BYTES), List.of(Key.of(cipher, Sealing.freshKey(cipher)))).text());
            }
            keys = file.lines().map(KeyFile::read).orElse(null);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            keys = null;
        }
    }

    /// Half a file is none.
    private static Keys read(List<String> lines) {
        byte[] hashing = null;
        var wrapping = new ArrayList<Key>();
        for (var line : lines) {
            var parts = line.strip().split("\\s+");
            switch (parts[0]) {
                case "index" -> hashing = bytes(parts, 1, HASH_KEY_BYTES);
                case "key" -> {
                    var cipher = SealingCipher.of(parts.length > 1 ? parts[1] : "");
                    wrapping.add(Key.of(cipher, bytes(parts, 2, cipher.keyBytes())));
                }
                default -> { }
            }
        }
        if (hashing == null || wrapping.isEmpty()) {
            throw new IllegalArgumentException("a key is missing");
        }
        return new Keys(hashing, List.copyOf(wrapping));
    }

    private static byte[] bytes(String[] parts, int at, int count) {
        var bytes = parts.length > at ? Base64.getDecoder().decode(parts[at]) : new byte[0];
        if (bytes.length != count) {
            throw new IllegalArgumentException("a key is cut");
        }
        return bytes;
    }

    private static byte[] sha256(byte[] of) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
