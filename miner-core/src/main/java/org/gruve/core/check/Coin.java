package org.gruve.core.check;

import java.util.Optional;
import org.gruve.core.block.TxOut;

/**
 * An output that can be spent (Core: Coin).
 *
 * @param origin where it was made; empty where whoever named the coin did not say, as {@code
 *     /rest/spenttxouts} does not: then maturity and relative lock times cannot be checked
 */
public record Coin(TxOut output, Optional<Origin> origin) {
  /** The height of the block that made a coin, and whether its coinbase did. */
  public record Origin(int height, boolean coinbase) {
    /** Refuses a height below 0. */
    public Origin {
      if (height < 0) {
        throw new IllegalArgumentException("no block has height " + height);
      }
    }
  }

  /** A coin of known origin. */
  public static Coin of(TxOut output, int height, boolean coinbase) {
    return new Coin(output, Optional.of(new Origin(height, coinbase)));
  }
}
