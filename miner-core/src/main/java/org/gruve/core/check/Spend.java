package org.gruve.core.check;

import java.util.Collections;
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
 * @param unknown for how many inputs that is so
 */
record Spend(int index, Transaction transaction, List<@Nullable Coin> coins, int unknown) {
  Spend(int index, Transaction transaction, List<@Nullable Coin> coins) {
    this(index, transaction, coins, Collections.frequency(coins, null));
  }

  /** Its place in the block. */
  Place place() {
    return Place.of(index, transaction);
  }

  /** The place of one of its inputs. */
  Place place(int input) {
    return Place.of(index, transaction, input);
  }

  /** What its outputs hold; they must have been checked. */
  long valueOut() {
    long sum = 0;
    for (TxOut output : transaction.outputs()) {
      sum += output.value();
    }
    return sum;
  }
}
