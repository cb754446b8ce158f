package org.mingbai.ledger.seal;

import java.util.Arrays;

/// Hashes of subtrees, out of tiles of 256 (C2SP tlog-tiles): a tile has every eighth level, those between are hashed from it.
final class TileNodes implements Tree.Nodes {

    /// Levels of the tree that one tile spans.
    static final int HEIGHT = 8;
    static final int WIDTH = 1 << HEIGHT;

    /// The hashes of a tile one after the other, as many as there are.
    interface Tiles {

        byte[] tile(int level, long n);
    }

    private final TreeHash hash;
    private final Tiles tiles;

    TileNodes(TreeHash hash, Tiles tiles) {
        this.hash = hash;
        this.tiles = tiles;
    }

    @Override
    public byte[] node(int level, long index) {
        int within = level % HEIGHT;
        long first = index << within;
        var tile = tiles.tile(level / HEIGHT, first >>> HEIGHT);
        int from = (int) (first & (WIDTH - 1));
        return fold(hash, tile, from, from + (1 << within));
    }

    /// The hash over a part of a tile; the part is a power of two wide.
    static byte[] fold(TreeHash hash, byte[] tile, int from, int to) {
        if (to - from == 1) {
            return Arrays.copyOfRange(tile, from * TreeHash.BYTES, to * TreeHash.BYTES);
        }
        int middle = (from + to) / 2;
        return hash.node(fold(hash, tile, from, middle), fold(hash, tile, middle, to));
    }
}
