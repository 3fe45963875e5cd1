package org.gruve.core.check;

import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.OutPoint;

/** Coins that were named, as in a file of prevouts. */
record NamedCoins(Map<OutPoint, Coin> coins) implements CoinView {
  @Override
  public Optional<Coin> coin(OutPoint outpoint) {
    return Optional.ofNullable(coins.get(outpoint));
  }

  @Override
  public boolean isWhole() {
    return false;
  }
}
