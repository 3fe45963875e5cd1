package org.gruve.core.check;

import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.OutPoint;

/** Where the rules look up what a transaction spends. */
public interface CoinView {
  /** No coin is known. */
  CoinView NONE = named(Map.of());

  /** The coin of an output that is not spent yet. */
  Optional<Coin> coin(OutPoint outpoint);

  /**
   * Whether a coin that is not found does not exist (a whole coin set), or may only not have been
   * named (a file of prevouts): then what needs it is left unchecked.
   */
  boolean isWhole();

  /** The coins that somebody named, whoever that was; there may be others. */
  static CoinView named(Map<OutPoint, Coin> coins) {
    return new NamedCoins(Map.copyOf(coins));
  }
}
