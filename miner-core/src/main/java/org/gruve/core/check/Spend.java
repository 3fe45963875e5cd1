package org.gruve.core.check;

import java.util.List;
import java.util.Objects;
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
    this(index, transaction, coins, (int) coins.stream().filter(Objects::isNull).count());
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
    return transaction.outputs().stream().mapToLong(TxOut::value).sum();
  }
}
