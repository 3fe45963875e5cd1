package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Hash256;
import org.gruve.practice.ChainAudit.Break;
import org.gruve.practice.ChainAudit.Report;
import org.junit.jupiter.api.Test;

class ChainAuditTest {
  private static final List<byte[]> BLOCKS = mined();

  private static List<byte[]> mined() {
    try (PracticeChain chain = PracticeChain.temporary()) {
      TestChains.grow(chain, 5);
      return IntStream.rangeClosed(0, 5).mapToObj(chain::block).toList();
    }
  }

  @Test
  void findsNothingInAnHonestChain() {
    Report report = ChainAudit.check(BLOCKS);
    assertThat(report.breaks()).isEmpty();
    assertThat(report.blocksToMine()).isZero();
    assertThat(report.expectedHashes()).isZero();
  }

  @Test
  void breaksEveryLinkFromAFlippedTransactionOn() {
    Report report = ChainAudit.flip(BLOCKS, 2, BlockHeader.SIZE + 60);
    assertThat(report.breaks()).extracting(Break::height).containsExactly(2, 3, 4, 5);
    assertThat(report.breaks())
        .extracting(Break::rejectReason)
        .containsExactly(
            "bad-txnmrklroot", "prev-blk-not-found", "prev-blk-not-found", "prev-blk-not-found");
  }

  @Test
  void breaksTheProofOfWorkByAFlippedHeader() {
    Report report = ChainAudit.flip(BLOCKS, 1, 76);
    assertThat(report.breaks().getFirst().rejectReason()).isEqualTo("high-hash");
    assertThat(report.breaks()).hasSize(5);
  }

  @Test
  void breaksWhereABlockSpendsWhatThereIsNot() {
    List<byte[]> blocks = new ArrayList<>(BLOCKS);
    blocks.add(spending(new Coin(Hash256.ZERO, 50)));
    Report report = ChainAudit.check(blocks);
    assertThat(report.breaks()).extracting(Break::height).containsExactly(6);
    assertThat(report.breaks().getFirst().rejectReason())
        .isEqualTo("bad-txns-inputs-missingorspent");
  }

  @Test
  void breaksWhereACoinbaseIsSpentTooSoon() {
    Transaction coinbase = Block.parse(BLOCKS.get(1)).transactions().getFirst();
    List<byte[]> blocks = new ArrayList<>(BLOCKS);
    blocks.add(spending(new Coin(coinbase.txid(), coinbase.outputs().getFirst().value())));
    assertThat(ChainAudit.check(blocks).breaks().getFirst().rejectReason())
        .isEqualTo("bad-txns-premature-spend-of-coinbase");
  }

  /** A block after {@link #BLOCKS} that hands a coin on. */
  private static byte[] spending(Coin coin) {
    ChainState state = new ChainState();
    BLOCKS.stream().skip(1).map(Block::parse).forEach(state::extend);
    long now = TestChains.BEGIN + 30L * 6;
    return TestChains.mine(state, now, coin.handOn()).bytes();
  }

  @Test
  void saysWhatItTakesToHideAChange() {
    Report report = ChainAudit.flip(BLOCKS, 3, 100);
    BigInteger each =
        BigInteger.ONE
            .shiftLeft(256)
            .divide(new BigInteger("3fffff", 16).shiftLeft(8 * 27).add(BigInteger.ONE));
    assertThat(Network.PRACTICE.pow().limitBits()).isEqualTo(0x1e3fffff);
    assertThat(report.blocksToMine()).isEqualTo(3);
    assertThat(report.expectedHashes()).isEqualTo(each.multiply(BigInteger.valueOf(3)));
  }
}
