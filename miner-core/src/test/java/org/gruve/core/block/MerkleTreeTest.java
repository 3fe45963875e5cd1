package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gruve.core.TestData;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleTreeTest {
  private static final long SEED = 20261127;

  @ParameterizedTest
  @MethodSource("org.gruve.core.block.BlockFiles#names")
  void rootsOfRealBlocksAreThoseOfTheirHeaders(String name) {
    Block block = Block.parse(TestData.bytes(name));
    MerkleTree.Root root = MerkleTree.root(block.txids());
    assertThat(root).isEqualTo(new MerkleTree.Root(block.header().merkleRoot(), false));
  }

  @Test
  void theCoinbaseBranchLeadsToTheRootOfARealBlock() {
    Block block = Block.parse(TestData.bytes("blocks/mainnet_702861.raw"));
    List<Hash256> txids = block.txids();
    List<Hash256> branch = MerkleTree.coinbaseBranch(txids.subList(1, txids.size()));
    assertThat(MerkleTree.rootFromBranch(txids.getFirst(), branch))
        .isEqualTo(block.header().merkleRoot());
  }

  @Test
  void everyBranchLeadsToTheRoot() {
    for (int size = 1; size <= 40; size++) {
      List<Hash256> leaves = leaves(size);
      Hash256 root = MerkleTree.root(leaves).hash();
      for (int i = 0; i < size; i++) {
        List<Hash256> branch = MerkleTree.branch(leaves, i);
        assertThat(MerkleTree.rootFromBranch(leaves.get(i), branch, i))
            .as("seed %d, leaf %d of %d", SEED, i, size)
            .isEqualTo(root);
      }
    }
  }

  @Test
  void aLoneCoinbaseIsItsOwnRoot() {
    Hash256 coinbase = leaves(1).getFirst();
    assertThat(MerkleTree.coinbaseBranch(List.of())).isEmpty();
    assertThat(MerkleTree.rootFromBranch(coinbase, List.of())).isEqualTo(coinbase);
    assertThat(MerkleTree.root(List.of(coinbase)).hash()).isEqualTo(coinbase);
    assertThat(MerkleTree.root(List.of()).hash()).isEqualTo(Hash256.ZERO);
  }

  /** CVE-2012-2459: at every level at which the row is odd, its end can be written twice. */
  @Test
  void repeatedEndsHaveTheSameRootAndAreNoticed() {
    for (int size = 2; size <= 40; size++) {
      List<Hash256> leaves = leaves(size);
      MerkleTree.Root root = MerkleTree.root(leaves);
      assertThat(root.mutated()).isFalse();
      for (int level = 0; size >> level > 1; level++) {
        int width = 1 << level;
        if (size % width != 0 || size / width % 2 == 0) {
          continue;
        }
        List<Hash256> repeated = new ArrayList<>(leaves);
        repeated.addAll(leaves.subList(size - width, size));
        assertThat(MerkleTree.root(repeated))
            .as("%d leaves, the last %d twice", size, width)
            .isEqualTo(new MerkleTree.Root(root.hash(), true));
      }
    }
  }

  @Test
  void equalLeavesThatAreNoPairAreNoMutation() {
    List<Hash256> leaves = new ArrayList<>(leaves(4));
    leaves.set(2, leaves.get(1));
    assertThat(MerkleTree.root(leaves).mutated()).isFalse();
  }

  private static List<Hash256> leaves(int count) {
    Random random = new Random(SEED);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              byte[] bytes = new byte[32];
              random.nextBytes(bytes);
              return Hash256.of(bytes);
            })
        .toList();
  }
}
