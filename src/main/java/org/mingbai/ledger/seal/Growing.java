package org.mingbai.ledger.seal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The tiles of a log while leaves are added to it: only the last tile of each level is read, and only what changed is to be written.
final class Growing implements TileNodes.Tiles {

    /// The level at which the leaves themselves are kept.
    static final int LEAVES = -1;

    /// @param level of tiles: 0 for the hashes of leaves
    record Place(int level, long n) {}

    private final TreeHash hash;
    private final TileNodes.Tiles kept;
    private final Map<Place, byte[]> changed = new LinkedHashMap<>();
    private final Map<Integer, Place> open = new HashMap<>();
    private long size;

    /// @param size leaves there are already
    Growing(TreeHash hash, long size, TileNodes.Tiles kept) {
        this.hash = hash;
        this.size = size;
        this.kept = kept;
    }

    void add(byte[] leaf) {
        put(LEAVES, leaf);
        put(0, hash.leaf(leaf));
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        return new Tree(hash, new TileNodes(hash, this)).root(size);
    }

    /// What is to be written, the last state of each tile.
    Map<Place, byte[]> changed() {
        return changed;
    }

    @Override
    public byte[] tile(int level, long n) {
        var grown = changed.get(new Place(level, n));
        return grown == null ? kept.tile(level, n) : grown;
    }

    private void put(int level, byte[] of) {
        long before = size >>> (TileNodes.HEIGHT * Math.max(level, 0));
        int width = (int) (before & (TileNodes.WIDTH - 1));
        var place = open.compute(level, (_, last) -> last == null || width == 0 ? new Place(level, before >>> TileNodes.HEIGHT) : last);
        var tile = width == 0 ? new byte[0] : tile(level, place.n());
        var grown = Arrays.copyOf(tile, (width + 1) * TreeHash.BYTES);
        System.arraycopy(of, 0, grown, width * TreeHash.BYTES, TreeHash.BYTES);
        changed.put(place, grown);
        if (width + 1 == TileNodes.WIDTH && level != LEAVES) {
            put(level + 1, TileNodes.fold(hash, grown, 0, TileNodes.WIDTH));
        }
    }
}
