package org.gruve.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.ByteReader;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Coin;

/**
 * What a block spends, as a node's {@code /rest/spenttxouts} tells it: for each transaction the
 * outputs that it spends, none for the coinbase. Where they were made is not said.
 */
final class SpentTxOuts {
  private static final int LEAST_TRANSACTION = 1;
  private static final int LEAST_OUTPUT = 9;

  private SpentTxOuts() {}

  /** The coins by transaction, coinbase first; all bytes must belong to them. */
  static List<List<Coin>> parse(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int count = in.count(LEAST_TRANSACTION);
    List<List<Coin>> spent = new ArrayList<>(Math.min(count, 1 << 16));
    for (int i = 0; i < count; i++) {
      int outputs = in.count(LEAST_OUTPUT);
      List<Coin> coins = new ArrayList<>(Math.min(outputs, 1 << 16));
      for (int j = 0; j < outputs; j++) {
        coins.add(new Coin(new TxOut(in.int64(), in.bytes()), Optional.empty()));
      }
      spent.add(coins);
    }
    in.end();
    return spent;
  }
}
