package org.gruve.core.check;

import java.util.List;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Verdict.Place;
import org.jspecify.annotations.Nullable;

/**
 * A transaction other than a coinbase, and what it spends.
 *
 * @param index its index in the block; 0 for a transaction alone
 * @param coins what each input spends, null where that is not known
 */
record Spend(int index, Transaction transaction, List<@Nullable Coin> coins) {
  /** Its place in the block. */
  Place place() {
    return Place.of(index, transaction);
  }

  /** The place of one of its inputs. */
  Place place(int input) {
    return Place.of(index, transaction, input);
  }

  /** How many inputs spend something that is not known. */
  int unknown() {
    int unknown = 0;
    for (Coin coin : coins) {
      if (coin == null) {
        unknown++;
      }
    }
    return unknown;
  }

  /** What its outputs hold; they must have been checked. */
  long valueOut() {
    return transaction.outputs().stream().mapToLong(TxOut::value).sum();
  }
}
