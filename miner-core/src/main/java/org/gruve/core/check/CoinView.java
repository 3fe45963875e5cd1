package org.gruve.core.check;

import java.util.Optional;
import org.gruve.core.block.OutPoint;

/** Where the rules look up what a transaction spends. */
public interface CoinView {
  /** The coin of an output that is not spent yet. */
  Optional<Coin> coin(OutPoint outpoint);

  /**
   * Whether a coin that is not found does not exist (a whole coin set), or may only not have been
   * named (a file of prevouts): then what needs it is left unchecked.
   */
  boolean isWhole();
}
