package org.gruve.core.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.SpotChecks;

/** A regtest chain whose coinbases anyone can spend, and blocks to put on top of it. */
public final class MutationChain {
  /** The height of its tip. */
  public static final int HEIGHT = 120;

  static final int NEXT = HEIGHT + 1;

  /** The height of the youngest coinbase that the next block may spend. */
  static final int MATURE = NEXT - TxInputs.COINBASE_MATURITY;

  static final long REWARD = 50 * Subsidy.COIN;
  static final Bytes ANYONE = Bytes.ofHex("51");
  private static final Bytes EMPTY_COMMITMENT = Bytes.ofHex("6a24aa21a9ed" + "00".repeat(32));

  private final List<Block> blocks = new ArrayList<>();
  private final ChainState state =
      new ChainState(
          Network.REGTEST,
          SpotChecks.of(new BouncyCastleVerifier(), new SplittableRandom(1)),
          Runnable::run);
  private final Bytes tag;

  /** Draws from {@code random} what makes this chain another one. */
  public MutationChain(RandomGenerator random) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    tag = ScriptPush.data(Bytes.of(bytes));
    for (int height = 1; height <= HEIGHT; height++) {
      List<Transaction> transactions = new ArrayList<>(List.of(coinbase(height, List.of())));
      if (height == HEIGHT) {
        // Leaves an output unspent that is made again later, and one that is spent.
        transactions.add(spend(1, out(REWARD / 2), out(REWARD / 2)));
      }
      Block block = RegtestBlocks.block(state.best(), transactions);
      long time = Integer.toUnsignedLong(block.header().time());
      if (state.accept(block, time).outcome() != Arrival.Outcome.CONNECTED) {
        throw new IllegalStateException("the chain does not take block " + height);
      }
      blocks.add(block);
    }
  }

  /** Its blocks, from height 1 on. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** The chain as it stands. */
  public ChainState state() {
    return state;
  }

  Ancestors chain() {
    return state.best();
  }

  /** A coinbase that takes the reward, and has more outputs. */
  Transaction coinbase(int height, List<TxOut> more) {
    return coinbase(ScriptPush.number(height).then(tag), REWARD, more, List.of());
  }

  Transaction coinbase(Bytes script, long value, List<TxOut> more, List<Bytes> witness) {
    List<TxOut> outputs = new ArrayList<>(List.of(out(value)));
    outputs.addAll(more);
    TxIn input = new TxIn(OutPoint.NULL, script, TxIn.SEQUENCE_FINAL, witness);
    return new Transaction(1, List.of(input), outputs, 0);
  }

  /** The output of the coinbase at a height. */
  OutPoint coin(int height) {
    return new OutPoint(blocks.get(height - 1).transactions().getFirst().txid(), 0);
  }

  /** A transaction that spends the coinbase at a height. */
  Transaction spend(int height, TxOut... outputs) {
    return transaction(List.of(input(coin(height))), outputs);
  }

  static Transaction transaction(List<TxIn> inputs, TxOut... outputs) {
    return new Transaction(2, inputs, List.of(outputs), 0);
  }

  static TxIn input(OutPoint coin) {
    return new TxIn(coin, Bytes.EMPTY, TxIn.SEQUENCE_FINAL, List.of());
  }

  static TxIn input(Transaction made, int index, Bytes script, Bytes... witness) {
    OutPoint coin = new OutPoint(made.txid(), index);
    return new TxIn(coin, script, TxIn.SEQUENCE_FINAL, List.of(witness));
  }

  static TxOut out(long value) {
    return new TxOut(value, ANYONE);
  }

  /** The next block with these after its coinbase, good in all else. */
  Block block(Transaction... spends) {
    return withCoinbase(coinbase(NEXT, List.of()), spends);
  }

  /** The next block with a commitment to witnesses. */
  Block witnessed(Transaction... spends) {
    Bytes script = ScriptPush.number(NEXT).then(tag);
    List<Bytes> reserved = List.of(Bytes.of(new byte[32]));
    Transaction coinbase =
        coinbase(script, REWARD, List.of(new TxOut(0, EMPTY_COMMITMENT)), reserved);
    return Repairs.all(withCoinbase(coinbase, spends));
  }

  Block withCoinbase(Transaction coinbase, Transaction... spends) {
    List<Transaction> all = new ArrayList<>(List.of(coinbase));
    all.addAll(Arrays.asList(spends));
    return RegtestBlocks.block(chain(), all);
  }

  /** The next block, its header changed and mined again where that can be done. */
  Block header(UnaryOperator<BlockHeader> change) {
    Block good = block();
    return Repairs.mined(new Block(change.apply(good.header()), good.transactions()));
  }
}
