package org.gruve.core.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;

/** Changes something at random, mostly to something that a rule speaks of. */
public final class RandomMutations {
  private static final long[] VALUES = {
    -1, 0, 1, Subsidy.COIN, Subsidy.MAX_MONEY, Subsidy.MAX_MONEY + 1, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final int[] NUMBERS = {
    0,
    1,
    -1,
    -2,
    -3,
    2,
    3,
    5,
    16,
    100,
    200,
    499_999_999,
    500_000_000,
    1 << 22,
    (1 << 22) | 1,
    1 << 31,
    1_296_700_000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE
  };

  private final RandomGenerator random;

  /** Draws from {@code random} alone. */
  public RandomMutations(RandomGenerator random) {
    this.random = random;
  }

  /** The block with one or two changes, then made to fit together again in some or all parts. */
  public Block block(Block valid) {
    Block changed = random.nextInt(5) == 0 ? withHeader(valid) : withTransactions(valid);
    if (random.nextInt(6) == 0) {
      changed = withTransactions(changed);
    }
    if (random.nextInt(5) != 0) {
      changed = Repairs.committed(changed);
    }
    if (random.nextInt(8) != 0) {
      changed = Repairs.rooted(changed);
    }
    return Repairs.mined(changed);
  }

  /** The bytes with one bit turned, a byte taken out, put in or repeated, or the end cut off. */
  public byte[] bytes(byte[] valid) {
    int at = random.nextInt(valid.length);
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(valid, at);
      case 1 -> without(valid, at);
      case 2 -> with(valid, at, (byte) random.nextInt(256));
      case 3 -> with(valid, at, valid[at]);
      default -> flipped(valid, at);
    };
  }

  /** The transaction with one thing changed. */
  public Transaction transaction(Transaction tx) {
    List<TxIn> inputs = new ArrayList<>(tx.inputs());
    List<TxOut> outputs = new ArrayList<>(tx.outputs());
    int version = tx.version();
    int lockTime = tx.lockTime();
    switch (random.nextInt(12)) {
      case 0 -> version = number(version);
      case 1 -> lockTime = number(lockTime);
      case 2, 3 -> changeOutput(outputs);
      case 4 -> changeList(outputs);
      case 5 -> changeList(inputs);
      default -> changeInput(inputs);
    }
    return new Transaction(version, inputs, outputs, lockTime);
  }

  private Block withHeader(Block block) {
    BlockHeader is = block.header();
    BlockHeader changed =
        switch (random.nextInt(4)) {
          case 0 -> header(is, number(is.version()), is.time(), is.nbits());
          case 1 -> header(is, is.version(), number(is.time()), is.nbits());
          case 2 -> header(is, is.version(), is.time() + random.nextInt(-8000, 8000), is.nbits());
          default -> header(is, is.version(), is.time(), is.nbits() ^ (1 << random.nextInt(32)));
        };
    return new Block(changed, block.transactions());
  }

  private static BlockHeader header(BlockHeader is, int version, int time, int nbits) {
    return new BlockHeader(version, is.prevHash(), is.merkleRoot(), time, nbits, is.nonce());
  }

  private Block withTransactions(Block block) {
    List<Transaction> all = new ArrayList<>(block.transactions());
    if (random.nextInt(6) == 0 || all.isEmpty()) {
      changeList(all);
    } else {
      int at = random.nextInt(all.size());
      all.set(at, transaction(all.get(at)));
    }
    return new Block(block.header(), all);
  }

  private void changeOutput(List<TxOut> outputs) {
    if (outputs.isEmpty()) {
      return;
    }
    int at = random.nextInt(outputs.size());
    TxOut is = outputs.get(at);
    outputs.set(
        at,
        switch (random.nextInt(4)) {
          case 0 -> new TxOut(VALUES[random.nextInt(VALUES.length)], is.script());
          case 1 -> new TxOut(is.value() + random.nextInt(-3, 30_000), is.script());
          default -> new TxOut(is.value(), script(is.script()));
        });
  }

  private void changeInput(List<TxIn> inputs) {
    if (inputs.isEmpty()) {
      return;
    }
    int at = random.nextInt(inputs.size());
    TxIn is = inputs.get(at);
    OutPoint prevout = is.prevout();
    inputs.set(
        at,
        switch (random.nextInt(8)) {
          case 0 -> new TxIn(prevout, is.script(), number(is.sequence()), is.witness());
          case 1 ->
              new TxIn(
                  new OutPoint(prevout.txid(), prevout.index() ^ (1 << random.nextInt(3))),
                  is.script(),
                  is.sequence(),
                  is.witness());
          case 2 -> new TxIn(OutPoint.NULL, is.script(), is.sequence(), is.witness());
          case 3, 4 -> new TxIn(prevout, script(is.script()), is.sequence(), is.witness());
          default -> new TxIn(prevout, is.script(), is.sequence(), witness(is.witness()));
        });
  }

  private List<Bytes> witness(List<Bytes> is) {
    List<Bytes> items = new ArrayList<>(is);
    if (items.isEmpty() || random.nextInt(4) == 0) {
      changeList(items);
    } else {
      int at = random.nextInt(items.size());
      items.set(at, script(items.get(at)));
    }
    return items;
  }

  private Bytes script(Bytes is) {
    byte[] bytes = is.toArray();
    if (bytes.length == 0) {
      return Bytes.of(new byte[] {(byte) random.nextInt(256)});
    }
    return Bytes.of(bytes(bytes));
  }

  private <T> void changeList(List<T> list) {
    if (list.isEmpty()) {
      return;
    }
    int at = random.nextInt(list.size());
    switch (random.nextInt(5)) {
      case 0 -> list.remove(at);
      case 1 -> list.add(list.get(at));
      case 2 -> list.add(at, list.get(at));
      case 3 -> Collections.swap(list, at, random.nextInt(list.size()));
      default -> list.clear();
    }
  }

  private int number(int is) {
    return switch (random.nextInt(3)) {
      case 0 -> is + random.nextInt(-2, 3);
      case 1 -> is ^ (1 << random.nextInt(32));
      default -> NUMBERS[random.nextInt(NUMBERS.length)];
    };
  }

  private byte[] flipped(byte[] valid, int at) {
    byte[] changed = valid.clone();
    changed[at] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  private static byte[] without(byte[] valid, int at) {
    byte[] changed = new byte[valid.length - 1];
    System.arraycopy(valid, 0, changed, 0, at);
    System.arraycopy(valid, at + 1, changed, at, valid.length - at - 1);
    return changed;
  }

  private static byte[] with(byte[] valid, int at, byte more) {
    byte[] changed = new byte[valid.length + 1];
    System.arraycopy(valid, 0, changed, 0, at);
    changed[at] = more;
    System.arraycopy(valid, at, changed, at + 1, valid.length - at);
    return changed;
  }
}
