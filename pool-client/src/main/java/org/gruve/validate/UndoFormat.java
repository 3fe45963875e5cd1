package org.gruve.validate;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.ByteReader;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Coin;

/**
 * What a block spends, as Bitcoin Core keeps it in {@code rev*.dat} (Core: undo.h, CBlockUndo): for
 * each transaction but the coinbase, a coin for each input, with its height.
 */
final class UndoFormat {
  private static final int LEAST_TRANSACTION = 1;
  private static final int LEAST_COIN = 3;

  private UndoFormat() {}

  /** The coins by transaction; all bytes must belong to them. */
  static List<List<Coin>> parse(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int count = in.count(LEAST_TRANSACTION);
    List<List<Coin>> undo = new ArrayList<>(Math.min(count, 1 << 16));
    for (int i = 0; i < count; i++) {
      undo.add(transaction(in));
    }
    in.end();
    return undo;
  }

  /** How many transactions the first bytes of a record announce; -1 where they announce nothing. */
  static int announced(byte[] beginning) {
    try {
      return new ByteReader(beginning).compactSize();
    } catch (FormatException e) {
      // Whoever parses the whole will say what is wrong with it.
      return -1;
    }
  }

  private static List<Coin> transaction(ByteReader in) {
    int count = in.count(LEAST_COIN);
    List<Coin> coins = new ArrayList<>(Math.min(count, 1 << 16));
    for (int i = 0; i < count; i++) {
      coins.add(coin(in));
    }
    return coins;
  }

  private static Coin coin(ByteReader in) {
    int code = Amounts.varInt32(in);
    int height = code >>> 1;
    if (height > 0) {
      // Where old versions kept the version of the transaction.
      Amounts.varInt32(in);
    }
    long value = Amounts.decompress(Amounts.varInt(in));
    return Coin.of(new TxOut(value, CompressedScript.read(in)), height, (code & 1) == 1);
  }
}
