package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gruve.core.TestData;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockTest {
  private static final long SEED = 20261126;

  @ParameterizedTest
  @MethodSource("org.gruve.core.block.BlockFiles#names")
  void realBlocksAreReadAsBitcoinjReadsThem(String name) {
    byte[] bytes = TestData.bytes(name);
    Block ours = Block.parse(bytes);
    org.bitcoinj.core.Block theirs = org.bitcoinj.core.Block.read(ByteBuffer.wrap(bytes));
    List<org.bitcoinj.core.Transaction> transactions = theirs.getTransactions();

    assertThat(ours.bytes()).isEqualTo(bytes);
    assertThat(ours.header().hash().display()).isEqualTo(theirs.getHashAsString());
    assertThat(ours.txids().stream().map(Hash256::display))
        .isEqualTo(transactions.stream().map(tx -> tx.getTxId().toString()).toList());
    assertThat(ours.transactions().stream().map(tx -> tx.wtxid().display()))
        .isEqualTo(transactions.stream().map(tx -> tx.getWTxId().toString()).toList());
    assertThat(ours.transactions().stream().map(Transaction::weight))
        .isEqualTo(transactions.stream().map(org.bitcoinj.core.Transaction::getWeight).toList());
  }

  @ParameterizedTest
  @MethodSource("org.gruve.core.block.BlockFiles#names")
  void sizesAndWeightsAddUp(String name) {
    byte[] bytes = TestData.bytes(name);
    Block block = Block.parse(bytes);
    assertThat(block.weight()).isEqualTo(3 * block.strippedSize() + bytes.length);
    assertThat(block.strippedSize()).isLessThanOrEqualTo(1_000_000);
  }

  @Test
  void theFirst255BlocksAreReadAndWrittenAgain() {
    List<byte[]> records = BlockFiles.records("blocks/btcd_mainnet_1_256_blkfile.dat");
    assertThat(records).hasSize(255);
    assertThat(records)
        .allSatisfy(bytes -> assertThat(Block.parse(bytes).bytes()).isEqualTo(bytes));
  }

  @Test
  void whatFollowsABlockIsRefused() {
    byte[] bytes = TestData.bytes("blocks/bitcoinj_block227836.dat");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> Block.parse(Arrays.copyOf(bytes, bytes.length + 1)))
        .withMessageContaining("1 bytes too many");
  }

  @Test
  void everyCutIsRefused() {
    byte[] bytes = BlockFiles.records("blocks/btcd_mainnet_1_256_blkfile.dat").get(169);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(FormatException.class)
          .as("%d bytes", length)
          .isThrownBy(() -> Block.parse(cut));
    }
  }

  @Test
  void randomDamageIsReadOrRefusedButNeverWorse() {
    Random random = new Random(SEED);
    byte[] bytes = TestData.bytes("node/regtest_136_block.bin");
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = bytes.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(80, damaged.length)] = (byte) random.nextInt();
      }
      assertThat(survives(damaged)).as("seed %d, case %d", SEED, i).isTrue();
    }
  }

  /** A block that is read at all is the only reading of its bytes. */
  private static boolean survives(byte[] bytes) {
    try {
      return Arrays.equals(Block.parse(bytes).bytes(), bytes);
    } catch (FormatException e) {
      return e.offset() <= bytes.length;
    }
  }
}
