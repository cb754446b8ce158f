package org.mingbai.shell.backup;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tools.jackson.databind.json.JsonMapper;

/// What somebody keeps in a safe, and the key that is worked out from it: Argon2id, so that trying many costs much.
public final class Passphrase {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Shorter ones are tried out in days.
    public static final int LENGTH_LEAST = 12;

    private static final int KEY_BYTES = 32;
    private static final int PROOF_BYTES = 16;
    private static final int SALT_BYTES = 32;
    private static final int MEMORY_KIB = 32 << 10;
    private static final int PASSES = 4;
    private static final int MEMORY_KIB_MAX = 1 << 20;
    private static final int PASSES_MAX = 100;

    private final byte[] words;

    public Passphrase(String words) {
        this.words = words.getBytes(StandardCharsets.UTF_8);
    }

    /// What stands in clear at the head of a sealed backup.
    /// @param proof tells a wrong passphrase from a bent file
    record Head(String cipher, String kdf, int memoryKib, int passes, String salt, String proof) {

        byte[] line() {
            return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        }

        static Head read(String line) {
            return JSON.readValue(line, Head.class);
        }
    }

    record Key(Head head, byte[] bytes) {}

    Key fresh() {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var worked = worked(salt, MEMORY_KIB, PASSES);
        return new Key(new Head("AES-256-GCM", "Argon2id", MEMORY_KIB, PASSES, HexFormat.of().formatHex(salt), proof(worked)), key(worked));
    }

    Key of(Head head) {
        if (!head.cipher().equals("AES-256-GCM") || !head.kdf().equals("Argon2id") || head.memoryKib() < 8 || head.memoryKib() > MEMORY_KIB_MAX
                || head.passes() < 1 || head.passes() > PASSES_MAX) {
            throw BackupRefused.bent("head");
        }
        var worked = worked(HexFormat.of().parseHex(head.salt()), head.memoryKib(), head.passes());
        if (!proof(worked).equals(head.proof())) {
            throw new BackupRefused("口令不对，打不开这份备份，没有恢复任何东西。",
                    "The passphrase is wrong: it does not open this backup. Nothing has been restored.");
        }
        return new Key(head, key(worked));
    }

    private byte[] worked(byte[] salt, int memoryKib, int passes) {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt).withMemoryAsKB(memoryKib).withIterations(passes)
                .withParallelism(1).build());
        var worked = new byte[KEY_BYTES + PROOF_BYTES];
        argon.generateBytes(words, worked);
        return worked;
    }

    private static byte[] key(byte[] worked) {
        return Arrays.copyOf(worked, KEY_BYTES);
    }

    private static String proof(byte[] worked) {
        return HexFormat.of().formatHex(worked, KEY_BYTES, KEY_BYTES + PROOF_BYTES);
    }
}
