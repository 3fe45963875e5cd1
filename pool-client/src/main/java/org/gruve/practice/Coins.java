package org.gruve.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.Block;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Hash256;

/** The coinbases of a chain that were not spent yet and that anyone may spend, oldest first. */
final class Coins {
  /** Core: COINBASE_MATURITY. */
  static final int MATURITY = 100;

  private final Map<Hash256, Aged> unspent = new LinkedHashMap<>();

  private record Aged(Coin coin, int height) {}

  /** Takes note of a block that was added at a height. */
  void add(Block block, int height) {
    Transaction coinbase = block.transactions().getFirst();
    TxOut first = coinbase.outputs().getFirst();
    if (first.script().equals(Coin.ANYONE)) {
      Coin coin = new Coin(coinbase.txid(), first.value());
      unspent.put(coin.txid(), new Aged(coin, height));
    }
    block.transactions().stream()
        .skip(1)
        .flatMap(spend -> spend.inputs().stream())
        .forEach(input -> unspent.remove(input.prevout().txid()));
  }

  /** The oldest coin that a block at this height may spend. */
  Optional<Coin> mature(int height) {
    return unspent.values().stream()
        .findFirst()
        .filter(oldest -> height - oldest.height() >= MATURITY)
        .map(Aged::coin);
  }
}
