package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gruve.core.check.RegtestBlocks.block;
import static org.gruve.core.check.RegtestBlocks.coinbase;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Arrival.Outcome;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;

class ChainStateTest {
  private static final long NOW = 2_000_000_000L;

  private final ChainState chain =
      new ChainState(Network.REGTEST, Signatures.CHECKS, Runnable::run);

  @Test
  void coresOwnRegtestChainConnectsFromGenesis() {
    kernelBlocks().forEach(this::assertConnected);
    assertThat(chain.best().height()).isEqualTo(206);
    assertThat(chain.coinValue()).isLessThanOrEqualTo((150 * 50L + 56 * 25L) * Subsidy.COIN);
  }

  @Test
  void blocksInAnyOrderMakeTheSameChain() {
    List<Block> blocks = kernelBlocks();
    for (Block block : blocks.subList(1, blocks.size()).reversed()) {
      assertThat(chain.accept(block, NOW).outcome()).isEqualTo(Outcome.WAITING);
    }
    assertConnected(blocks.getFirst());
    assertThat(chain.tipHash()).isEqualTo(blocks.getLast().header().hash());
    assertThat(chain.accept(blocks.get(7), NOW).outcome()).isEqualTo(Outcome.KNOWN);
  }

  /** Its header does not commit to a witness in a way that shows before its parent is there. */
  @Test
  void aForgedWitnessThatWaitsDoesNotKeepTheBlockOut() {
    List<Block> blocks = kernelBlocks();
    Block genuine = blocks.get(1);
    Transaction coinbase = genuine.transactions().getFirst();
    TxIn input = coinbase.inputs().getFirst();
    TxIn other =
        new TxIn(input.prevout(), input.script(), input.sequence(), List.of(Bytes.ofHex("00")));
    Transaction forged =
        new Transaction(
            coinbase.version(), List.of(other), coinbase.outputs(), coinbase.lockTime());
    List<Transaction> transactions = new ArrayList<>(genuine.transactions());
    transactions.set(0, forged);
    assertThat(chain.accept(new Block(genuine.header(), transactions), NOW).outcome())
        .isEqualTo(Outcome.WAITING);
    assertThat(chain.accept(genuine, NOW).outcome()).isEqualTo(Outcome.WAITING);
    assertConnected(blocks.getFirst());
    assertThat(chain.tipHash()).isEqualTo(genuine.header().hash());
  }

  @Test
  void ofEquallyLongBranchesTheFirstSeenStays() {
    Block first = block(chain.best(), List.of(coinbase(1)));
    Block second = block(chain.best(), List.of(coinbase(1)), header -> header.withNonce(0));
    second = RegtestBlocks.later(second, 1);
    assertConnected(first);
    assertThat(chain.accept(second, NOW).outcome()).isEqualTo(Outcome.BESIDE);
    assertThat(chain.tipHash()).isEqualTo(first.header().hash());
  }

  @Test
  void moreWorkIsFollowedAndTheCoinsGoBack() {
    Ancestors genesis = chain.best();
    List<Block> old = raise(genesis, 3, 0);
    old.forEach(this::assertConnected);
    List<Block> longer = raise(genesis, 4, 1);
    for (Block block : longer.subList(0, 3)) {
      assertThat(chain.accept(block, NOW).outcome()).isEqualTo(Outcome.BESIDE);
    }
    assertConnected(longer.getLast());
    assertThat(chain.tipHash()).isEqualTo(longer.getLast().header().hash());
    assertThat(chain.coins().coin(coinbaseOf(old.getFirst()))).isEmpty();
    assertThat(chain.coins().coin(coinbaseOf(longer.getFirst()))).isPresent();
    assertThat(chain.coinCount()).isEqualTo(4);
  }

  @Test
  void aLongerBranchThatBreaksARuleIsLeftAgain() {
    Ancestors genesis = chain.best();
    List<Block> old = raise(genesis, 2, 0);
    old.forEach(this::assertConnected);
    List<Block> first = raise(genesis, 1, 1);
    TestChain branch = TestChain.of(Network.REGTEST);
    branch.add(first.getFirst().header());
    Block greedy = block(branch, List.of(greedy(2)));
    branch.add(greedy.header());
    Block onGreedy = block(branch, List.of(coinbase(3)));

    chain.accept(first.getFirst(), NOW);
    assertThat(chain.accept(greedy, NOW).outcome()).isEqualTo(Outcome.BESIDE);
    Arrival arrival = chain.accept(onGreedy, NOW);
    assertThat(arrival.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(reason(arrival)).isEqualTo("bad-cb-amount");
    assertThat(chain.tipHash()).isEqualTo(old.getLast().header().hash());
    assertThat(chain.coinCount()).isEqualTo(2);

    assertThat(reason(chain.accept(greedy, NOW))).isEqualTo("duplicate-invalid");
    branch.add(onGreedy.header());
    Block grandchild = block(branch, List.of(coinbase(4)));
    assertThat(reason(chain.accept(grandchild, NOW))).isEqualTo("bad-prevblk");
  }

  @Test
  void otherTransactionsUnderAHeaderDoNotSpoilIt() {
    Block good = block(chain.best(), List.of(coinbase(1)));
    Block lie = new Block(good.header(), List.of(coinbase(2)));
    assertThat(reason(chain.accept(lie, NOW))).isEqualTo("bad-txnmrklroot");
    assertConnected(good);
  }

  @Test
  void aBlockInTheFutureMayComeAgain() {
    Block block = block(chain.best(), List.of(coinbase(1)));
    long time = Integer.toUnsignedLong(block.header().time());
    assertThat(reason(chain.accept(block, time - 7201))).isEqualTo("time-too-new");
    assertThat(chain.accept(block, time - 7200).outcome()).isEqualTo(Outcome.CONNECTED);
  }

  private void assertConnected(Block block) {
    assertThat(chain.accept(block, NOW))
        .as("height %d", chain.best().height() + 1)
        .isEqualTo(new Arrival(Outcome.CONNECTED, Verdict.valid()));
  }

  private static List<Block> raise(Ancestors from, int count, int tag) {
    TestChain branch = TestChain.of(Network.REGTEST);
    assertThat(from.height()).isZero();
    List<Block> blocks = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Block block = RegtestBlocks.later(block(branch, List.of(coinbase(i))), tag);
      blocks.add(block);
      branch.add(block.header());
    }
    return blocks;
  }

  private static Transaction greedy(int height) {
    Transaction honest = coinbase(height);
    TxIn input = honest.inputs().getFirst();
    TxOut output = new TxOut(50 * Subsidy.COIN + 1, Bytes.ofHex("51"));
    return new Transaction(1, List.of(input), List.of(output), 0);
  }

  private static OutPoint coinbaseOf(Block block) {
    Hash256 txid = block.transactions().getFirst().txid();
    return new OutPoint(txid, 0);
  }

  private static String reason(Arrival arrival) {
    return arrival.verdict() instanceof Invalid invalid ? invalid.rejectReason() : "";
  }

  static List<Block> kernelBlocks() {
    return TestData.lines("core/kernel_regtest_blocks.hex").stream()
        .map(line -> Block.parse(HexFormat.of().parseHex(line.strip())))
        .toList();
  }
}
