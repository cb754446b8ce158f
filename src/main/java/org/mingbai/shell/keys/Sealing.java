package org.mingbai.shell.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Seals bytes so that they cannot be read, changed, or passed off as about something else. A sealed text is its nonce and what came of it.
public final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    public static byte[] freshKey(SealingCipher cipher) {
        return random(cipher.keyBytes());
    }

    static byte[] random(int bytes) {
        var fresh = new byte[bytes];
        RANDOM.nextBytes(fresh);
        return fresh;
    }

    /// @param about what it belongs to; it opens for nothing else
    public static byte[] seal(SealingCipher cipher, byte[] key, byte[] plain, byte[] about) {
        var nonce = random(NONCE_BYTES);
        var sealed = run(cipher, true, key, nonce, plain, about);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    }

    /// @throws IllegalStateException where the key is another or anything was changed
    public static byte[] open(SealingCipher cipher, byte[] key, byte[] sealed, byte[] about) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(cipher, false, key, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length), about);
    }

    private static byte[] run(SealingCipher cipher, boolean sealing, byte[] key, byte[] nonce, byte[] bytes, byte[] about) {
        try {
            return switch (cipher) {
                case AES_256_GCM -> aes(sealing, key, nonce, bytes, about);
                case SM4_GCM -> sm4(sealing, key, nonce, bytes, about);
            };
        } catch (GeneralSecurityException | InvalidCipherTextException e) {
            throw new IllegalStateException("a sealed record does not open", e);
        }
    }

    private static byte[] aes(boolean sealing, byte[] key, byte[] nonce, byte[] bytes, byte[] about) throws GeneralSecurityException {
        var aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(sealing ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        aes.updateAAD(about);
        return aes.doFinal(bytes);
    }

    private static byte[] sm4(boolean sealing, byte[] key, byte[] nonce, byte[] bytes, byte[] about) throws InvalidCipherTextException {
        var sm4 = GCMBlockCipher.newInstance(new SM4Engine());
        sm4.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, about));
        var out = new byte[sm4.getOutputSize(bytes.length)];
        int done = sm4.processBytes(bytes, 0, bytes.length, out, 0);
        sm4.doFinal(out, done);
        return out;
    }
}
