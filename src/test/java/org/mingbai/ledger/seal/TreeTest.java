package org.mingbai.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tree of RFC 9162 against the vectors that implementations of RFC 6962 share, and against its own definition done slowly.
class TreeTest {

    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static Tree known() {
        var hashes = LEAVES.stream().map(HexFormat.of()::parseHex).map(TreeHash.SHA_256::leaf).toList();
        return new Tree(TreeHash.SHA_256, new Tree.Nodes() {
            @Override
            public byte[] node(int level, long index) {
                return level == 0 ? hashes.get((int) index) : TreeHash.SHA_256.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
            }
        });
    }

    private record Grown(Tree tree, Map<Growing.Place, byte[]> tiles) {}

    /// Through the tiles, as the product keeps them; a few leaves at a time.
    private static Grown grown(TreeHash hash, List<byte[]> leaves) {
        var tiles = new HashMap<Growing.Place, byte[]>();
        TileNodes.Tiles kept = (level, n) -> tiles.get(new Growing.Place(level, n));
        for (int from = 0; from < leaves.size(); from += 7) {
            var growing = new Growing(hash, from, kept);
            leaves.subList(from, Math.min(from + 7, leaves.size())).forEach(growing::add);
            tiles.putAll(growing.changed());
        }
        return new Grown(new Tree(hash, new TileNodes(hash, kept)), tiles);
    }

    @Test
    void its_heads_are_the_known_ones() {
        var tree = known();
        for (int size = 1; size <= ROOTS.size(); size++) {
            assertThat(HexFormat.of().formatHex(tree.root(size))).isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(tree.root(0))).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void its_proofs_are_the_known_ones() {
        assertThat(hex(known().inclusion(0, 8))).containsExactly(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(known().inclusion(5, 8))).containsExactly(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(known().consistency(6, 8))).containsExactly(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(known().consistency(0, 8)).isEmpty();
        assertThat(known().consistency(8, 8)).isEmpty();
    }

    @Test
    void a_leaf_or_a_size_that_never_was_has_no_proof() {
        assertThatThrownBy(() -> known().inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> known().consistency(8, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Proofs.root(TreeHash.SHA_256, 8, 8, new byte[32], List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tiles_over_two_levels_give_the_heads_of_the_definition(TreeHash hash) {
        var leaves = leaves(66_000);
        var grown = grown(hash, leaves);
        for (int size : new int[] {1, 255, 256, 257, 511, 512, 5000, 65_535, 65_536, 65_537, 66_000}) {
            assertThat(grown.tree().root(size)).as("size " + size).isEqualTo(slowly(hash, leaves.subList(0, size)));
        }
        assertThat(grown.tiles().get(new Growing.Place(1, 0))).hasSize(8192);
        assertThat(grown.tiles().get(new Growing.Place(2, 0))).hasSize(32);
    }

    @Property(tries = 300)
    void every_proof_holds_and_none_holds_for_another(@ForAll @IntRange(min = 1, max = 700) int size, @ForAll int seed) {
        var leaves = leaves(size);
        var tree = grown(TreeHash.SHA_256, leaves).tree();
        int index = Math.floorMod(seed, size);
        var path = tree.inclusion(index, size);
        var leaf = TreeHash.SHA_256.leaf(leaves.get(index));
        assertThat(Proofs.root(TreeHash.SHA_256, index, size, leaf, path)).hasValueSatisfying(root -> assertThat(root).isEqualTo(tree.root(size)));
        if (size > 1) {
            int other = (index + 1) % size;
            assertThat(Proofs.root(TreeHash.SHA_256, other, size, leaf, path).filter(root -> java.util.Arrays.equals(root, tree.root(size)))).isEmpty();
            assertThat(Proofs.root(TreeHash.SHA_256, index, size, leaf, path.subList(1, path.size()))
                    .filter(root -> java.util.Arrays.equals(root, tree.root(size)))).isEmpty();
        }

        int first = Math.floorMod(seed / 7, size + 1);
        var proof = tree.consistency(first, size);
        assertThat(Proofs.consistent(TreeHash.SHA_256, first, tree.root(first), size, tree.root(size), proof)).isTrue();
        assertThat(Proofs.consistent(TreeHash.SHA_256, first, TreeHash.SHA_256.of(tree.root(first)), size, tree.root(size), proof)).isFalse();
        if (!proof.isEmpty()) {
            var bent = new ArrayList<>(proof);
            bent.set(0, TreeHash.SHA_256.of(proof.getFirst()));
            assertThat(Proofs.consistent(TreeHash.SHA_256, first, tree.root(first), size, tree.root(size), bent)).isFalse();
            assertThat(Proofs.consistent(TreeHash.SHA_256, first, tree.root(first), size, tree.root(size), List.of())).isFalse();
        }
    }

    @Test
    void the_national_hash_is_that_of_its_standard() {
        assertThat(HexFormat.of().formatHex(TreeHash.SM3.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    private static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            leaves.add(TreeHash.SHA_256.of(Integer.toString(i).getBytes(StandardCharsets.US_ASCII)));
        }
        return leaves;
    }

    /// MTH as section 2.1.1 writes it.
    private static byte[] slowly(TreeHash hash, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return hash.leaf(leaves.getFirst());
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return hash.node(slowly(hash, leaves.subList(0, k)), slowly(hash, leaves.subList(k, leaves.size())));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
