package org.mingbai.ledger.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/// By what one sees that a head of the log is signed.
public enum SignatureKind {

    /// RFC 8032; what others who read C2SP logs know.
    ED25519(new byte[] {1}) {
        @Override
        boolean checks(byte[] key, byte[] text, byte[] signature) {
            var signer = new Ed25519Signer();
            signer.init(false, new Ed25519PublicKeyParameters(key));
            signer.update(text, 0, text.length);
            return signer.verifySignature(signature);
        }
    },

    /// A witness's: Ed25519 over the time and the head (C2SP tlog-cosignature, v1). The first eight bytes of the signature are the time.
    WITNESS(new byte[] {4}) {
        @Override
        boolean checks(byte[] key, byte[] text, byte[] signature) {
            if (signature.length <= Long.BYTES) {
                return false;
            }
            long time = ByteBuffer.wrap(signature).getLong();
            return time >= 0 && ED25519.checks(key, witnessed(time, text), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        }
    },

    /// GB/T 32918.2-2016 with SM3 over the text, the signer's id as GM/T 0009-2012 has it. C2SP gives it no number of its own.
    SM2("\u00ffmingbai-sm2-sm3\n".getBytes(StandardCharsets.ISO_8859_1)) {
        @Override
        boolean checks(byte[] key, byte[] text, byte[] signature) {
            var signer = new SM2Signer();
            signer.init(false, new ECPublicKeyParameters(Curve.SM2.getCurve().decodePoint(key), Curve.SM2));
            signer.update(text, 0, text.length);
            return signer.verifySignature(signature);
        }
    };

    /// The curve of GB/T 32918.5-2017.
    static final class Curve {

        static final ECDomainParameters SM2 = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

        private Curve() {}
    }

    /// @param bytes the key without its kind
    record Typed(SignatureKind kind, byte[] bytes) {}

    private final byte[] type;

    SignatureKind(byte[] type) {
        this.type = type;
    }

    /// What stands before the key in its written form.
    byte[] type() {
        return type.clone();
    }

    static Optional<Typed> of(byte[] typed) {
        return Arrays.stream(values()).filter(kind -> Arrays.mismatch(kind.type, typed) == kind.type.length)
                .findFirst()
                .map(kind -> new Typed(kind, Arrays.copyOfRange(typed, kind.type.length, typed.length)));
    }

    abstract boolean checks(byte[] key, byte[] text, byte[] signature);

    /// A key or signature that is none verifies nothing.
    boolean verifies(byte[] key, byte[] text, byte[] signature) {
        try {
            return checks(key, text, signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// What a witness signs.
    static byte[] witnessed(long time, byte[] text) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(text);
        return all.toByteArray();
    }
}
