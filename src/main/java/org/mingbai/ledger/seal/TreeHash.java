package org.mingbai.ledger.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SM3Digest;

/// The hash of the tree: RFC 9162, section 2.1.1. A leaf is hashed behind a 0, a node behind a 1, so that neither passes for the other.
public enum TreeHash {

    /// The one that other programs for C2SP logs know.
    SHA_256,
    /// GB/T 32905-2016, for bodies whose cryptography has to be assessed (GB/T 39786-2021).
    SM3;

    /// Bytes of a hash, of either kind.
    public static final int BYTES = 32;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /// The hash of a tree without leaves.
    public byte[] empty() {
        return of();
    }

    public byte[] leaf(byte[] data) {
        return of(LEAF, data);
    }

    public byte[] node(byte[] left, byte[] right) {
        return of(NODE, left, right);
    }

    /// The hash of the parts one after the other.
    public byte[] of(byte[]... parts) {
        return switch (this) {
            case SHA_256 -> sha256(parts);
            case SM3 -> sm3(parts);
        };
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sm3(byte[]... parts) {
        var digest = new SM3Digest();
        for (var part : parts) {
            digest.update(part, 0, part.length);
        }
        var hash = new byte[BYTES];
        digest.doFinal(hash, 0);
        return hash;
    }
}
