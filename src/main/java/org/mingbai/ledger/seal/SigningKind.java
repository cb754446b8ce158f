package org.mingbai.ledger.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/// What the product signs heads of its logs with.
enum SigningKind {

    ED25519(SignatureKind.ED25519) {
        @Override
        byte[] fresh() {
            return new Ed25519PrivateKeyParameters(new SecureRandom()).getEncoded();
        }

        @Override
        byte[] publicOf(byte[] secret) {
            return new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
        }

        @Override
        byte[] sign(byte[] secret, byte[] text) {
            var signer = new Ed25519Signer();
            signer.init(true, new Ed25519PrivateKeyParameters(secret));
            signer.update(text, 0, text.length);
            return signer.generateSignature();
        }
    },

    SM2(SignatureKind.SM2) {
        @Override
        byte[] fresh() {
            var generator = new ECKeyPairGenerator();
            generator.init(new ECKeyGenerationParameters(SignatureKind.Curve.SM2, new SecureRandom()));
            return ((ECPrivateKeyParameters) generator.generateKeyPair().getPrivate()).getD().toByteArray();
        }

        @Override
        byte[] publicOf(byte[] secret) {
            return SignatureKind.Curve.SM2.getG().multiply(parameters(secret).getD()).normalize().getEncoded(false);
        }

        @Override
        byte[] sign(byte[] secret, byte[] text) {
            try {
                var signer = new SM2Signer();
                signer.init(true, new ParametersWithRandom(parameters(secret), new SecureRandom()));
                signer.update(text, 0, text.length);
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        }

        private static ECPrivateKeyParameters parameters(byte[] secret) {
            return new ECPrivateKeyParameters(new BigInteger(1, secret), SignatureKind.Curve.SM2);
        }
    };

    private final SignatureKind verified;

    SigningKind(SignatureKind verified) {
        this.verified = verified;
    }

    /// By what others see that it holds.
    SignatureKind verified() {
        return verified;
    }

    /// A new secret key.
    abstract byte[] fresh();

    abstract byte[] publicOf(byte[] secret);

    abstract byte[] sign(byte[] secret, byte[] text);
}
