package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.FormatException;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.validate.PartialMerkleTree.Extracted;
import org.gruve.validate.PartialMerkleTree.Match;
import org.gruve.validate.PartialMerkleTree.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartialMerkleTreeTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 100, 1000, 1850})
  void provesTransactionsOfARealBlock(int index) throws Refusal {
    MerkleBlock block =
        MerkleBlock.parse(TestData.bytes("merkle/txoutproof_0830000-" + index + ".bin"));
    Extracted extracted = PartialMerkleTree.extractMatches(block);
    assertThat(extracted.root()).isEqualTo(block.header().merkleRoot());
    assertThat(extracted.matches()).hasSize(1);
    assertThat(extracted.matches().getFirst().position()).isEqualTo(index);
  }

  @Test
  void provesWhatANodeSaysOfItsBlock() throws Refusal {
    Bytes proof =
        Bytes.ofHex(
            new String(TestData.bytes("node/txoutproof_regtest.hex"), StandardCharsets.US_ASCII)
                .strip());
    Block block = Block.parse(TestData.bytes("node/regtest_136_block.bin"));
    Extracted extracted = PartialMerkleTree.extractMatches(MerkleBlock.parse(proof.toArray()));
    Match match = extracted.matches().getFirst();
    assertThat(block.txids().get(match.position())).isEqualTo(match.txid());
    assertThat(extracted.root()).isEqualTo(block.header().merkleRoot());
  }

  @Test
  void readsWhatBip37PeersSend() throws Refusal {
    MerkleBlock block = MerkleBlock.parse(TestData.bytes("merkle/bcoin_merkle300025.raw"));
    assertThat(PartialMerkleTree.extractMatches(block).root())
        .isEqualTo(block.header().merkleRoot());
  }

  @Test
  void refusesAProofCutShortAnywhere() {
    byte[] whole = TestData.bytes("merkle/txoutproof_0830000-1.bin");
    for (int size = 0; size < whole.length; size++) {
      byte[] cut = Arrays.copyOf(whole, size);
      assertThatThrownBy(() -> MerkleBlock.parse(cut)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void refusesWhatCoreRefuses() {
    Hash256 a = Sha256d.hash(new byte[] {1});
    Hash256 b = Sha256d.hash(new byte[] {2});
    refuses(proof(0, "01"), "without transactions");
    refuses(proof(16_667, "01", a), "more transactions than a block can hold");
    refuses(proof(-1, "01", a), "4294967295");
    refuses(proof(1, "01", a, b), "more hashes than transactions");
    refuses(proof(9, "", a), "fewer flags than hashes");
    refuses(proof(2, "07", a), "too few hashes");
    refuses(proof(2, "07", a, a), "CVE-2012-2459");
    refuses(proof(2, "0700", a, b), "flags that lead nowhere");
    refuses(proof(3, "00", a, b), "hashes that lead nowhere");
    refuses(proof(9, "ff", a, b), "too few");
  }

  @Test
  void refusesATransactionOf64BytesAsAPairOfHashes() {
    byte[] transaction =
        new ByteWriter()
            .int32(1)
            .compactSize(1)
            .raw(new byte[32])
            .int32(7)
            .bytes(Bytes.ofHex("515151"))
            .int32(-1)
            .compactSize(1)
            .int64(1)
            .bytes(Bytes.ofHex("51"))
            .int32(0)
            .toArray();
    assertThat(transaction).hasSize(64);
    refuses(
        proof(2, "05", Hash256.of(transaction, 0), Hash256.of(transaction, 32)), "CVE-2017-12842");
  }

  private static void refuses(MerkleBlock proof, String why) {
    assertThatThrownBy(() -> PartialMerkleTree.extractMatches(proof))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }

  private static MerkleBlock proof(int transactions, String flags, Hash256... hashes) {
    return new MerkleBlock(
        Block.parse(TestData.bytes("node/regtest_136_block.bin")).header(),
        transactions,
        new ArrayList<>(List.of(hashes)),
        Bytes.ofHex(flags));
  }
}
