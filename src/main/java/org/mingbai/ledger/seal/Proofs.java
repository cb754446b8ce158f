package org.mingbai.ledger.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Checks what a log proves, with nothing but the proof: RFC 9162, sections 2.1.3.2 and 2.1.4.2.
public final class Proofs {

    private Proofs() {}

    /// The head to which a leaf leads; empty when no tree of that size has such a proof.
    public static Optional<byte[]> root(TreeHash hash, long index, long size, byte[] leaf, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long fn = index;
        long sn = size - 1;
        var r = leaf;
        for (var p : path) {
            if (sn == 0) {
                return Optional.empty();
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = hash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = hash.node(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 ? Optional.of(r) : Optional.empty();
    }

    /// Whether the tree of the first head only grew into that of the second.
    public static boolean consistent(TreeHash hash, long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        if (first == 0) {
            return proof.isEmpty() && Arrays.equals(firstRoot, hash.empty());
        }
        return grew(hash, first, firstRoot, second, secondRoot, proof);
    }

    private static boolean grew(TreeHash hash, long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        boolean whole = Long.bitCount(first) == 1;
        if (!whole && proof.isEmpty()) {
            return false;
        }
        var steps = whole ? proof : proof.subList(1, proof.size());
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>>= 1;
            sn >>>= 1;
        }
        var fr = whole ? firstRoot : proof.getFirst();
        var sr = fr;
        for (var c : steps) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = hash.node(c, fr);
                sr = hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = hash.node(sr, c);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }
}
