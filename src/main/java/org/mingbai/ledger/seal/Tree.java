package org.mingbai.ledger.seal;

import java.util.ArrayList;
import java.util.List;

/// A Merkle tree over leaves that only grow in number: RFC 9162, section 2.1. It answers from the hashes of whole subtrees, which never
/// change again, and so for every size the tree ever had.
public final class Tree {

    /// Hashes of whole subtrees.
    public interface Nodes {

        /// @param level 0 for a leaf; a node of level n covers 2^n leaves
        /// @param index from the left, among those of its level
        byte[] node(int level, long index);
    }

    private final TreeHash hash;
    private final Nodes nodes;

    public Tree(TreeHash hash, Nodes nodes) {
        this.hash = hash;
        this.nodes = nodes;
    }

    /// The head of the tree when it had so many leaves (section 2.1.1).
    public byte[] root(long size) {
        return size == 0 ? hash.empty() : range(0, size);
    }

    /// What is needed to get from one leaf to the head of a size (section 2.1.3.1), from the leaf up.
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of a tree of " + size);
        }
        var path = new ArrayList<byte[]>();
        include(index, 0, size, path);
        return path;
    }

    /// What is needed to see that a tree of one size only grew to the other (section 2.1.4.1). Nothing is needed from an empty tree, nor
    /// between trees of one size.
    public List<byte[]> consistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("a tree of " + first + " in one of " + second);
        }
        var proof = new ArrayList<byte[]>();
        if (first > 0 && first < second) {
            subproof(first, 0, second, true, proof);
        }
        return proof;
    }

    private void include(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            include(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /// @param known whether who checks the proof knows the hash of this range, as it is the whole first tree
    private void subproof(long first, long from, long to, boolean known, List<byte[]> proof) {
        if (first == to - from) {
            if (!known) {
                proof.add(range(from, to));
            }
            return;
        }
        long k = split(to - from);
        if (first <= k) {
            subproof(first, from, from + k, known, proof);
            proof.add(range(from + k, to));
        } else {
            subproof(first - k, from + k, to, false, proof);
            proof.add(range(from, from + k));
        }
    }

    private byte[] range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.node(level, from >>> level);
        }
        long middle = from + split(width);
        return hash.node(range(from, middle), range(middle, to));
    }

    /// The largest power of two below a number of leaves.
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
