package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.check.Verdict.Unchecked;
import org.gruve.core.check.Verdict.Valid;

/** Counts what is not known of the coins that a block or a transaction spends. */
final class CoinTally {
  private final boolean whole;
  private int inputs;
  private int unknownCoins;
  private int unknownOrigins;
  private int unknownLocks;

  /** {@code whole} where coins that are not found do not exist. */
  CoinTally(boolean whole) {
    this.whole = whole;
  }

  /** Counts the coins of one transaction. */
  void add(Spend spend) {
    for (Coin coin : spend.coins()) {
      inputs++;
      if (coin == null) {
        unknownCoins++;
      } else if (coin.origin().isEmpty()) {
        unknownOrigins++;
      }
    }
  }

  /** Counts a transaction whose relative locks are unknown. */
  void addLocks(Verdict verdict) {
    if (!verdict.unchecked().isEmpty()) {
      unknownLocks++;
    }
  }

  int inputs() {
    return inputs;
  }

  int unknownCoins() {
    return unknownCoins;
  }

  /** The clauses that could not be asked of all inputs, and why. */
  Verdict unchecked(Context context) {
    List<Unchecked> unchecked = new ArrayList<>();
    if (unknownCoins > 0 && !whole) {
      String why = Missing.of(unknownCoins, inputs, "spent outputs");
      unchecked.add(new Unchecked(Clause.INPUTS_EXIST, why));
      unchecked.add(new Unchecked(Clause.INPUT_VALUES_IN_RANGE, why));
      unchecked.add(new Unchecked(Clause.INPUTS_COVER_OUTPUTS, why));
      unchecked.add(new Unchecked(Clause.FEE_IN_RANGE, why));
      unchecked.add(new Unchecked(Clause.FEES_IN_RANGE, why));
      unchecked.add(new Unchecked(Clause.SIGOP_COST, why));
    }
    addMaturity(context, unchecked);
    if (unknownLocks > 0) {
      String why = unknownLocks + " transactions: " + Missing.RELATIVE;
      unchecked.add(new Unchecked(Clause.SEQUENCE_LOCKS, why));
    }
    return new Valid(unchecked);
  }

  private void addMaturity(Context context, List<Unchecked> unchecked) {
    int unknown = unknownCoins + unknownOrigins;
    if (context.height().isEmpty() && inputs > 0) {
      unchecked.add(new Unchecked(Clause.COINBASE_MATURITY, Missing.HEIGHT));
    } else if (unknown > 0) {
      String why = Missing.of(unknown, inputs, "origins of spent outputs");
      unchecked.add(new Unchecked(Clause.COINBASE_MATURITY, why));
    }
  }
}
