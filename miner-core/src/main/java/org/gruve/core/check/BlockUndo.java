package org.gruve.core.check;

import java.util.List;
import org.gruve.core.block.OutPoint;

/**
 * What takes a block out of a {@link CoinSet} again (Core: CBlockUndo).
 *
 * @param spent what each transaction but the coinbase spent, in the order of inputs
 * @param overwritten coins that a repeated coinbase replaced, as two blocks before BIP30 did; Core
 *     forgets these
 */
public record BlockUndo(List<List<Coin>> spent, List<Overwritten> overwritten) {
  /** Keeps immutable copies. */
  public BlockUndo {
    spent = spent.stream().map(List::copyOf).toList();
    overwritten = List.copyOf(overwritten);
  }

  /** A coin that another took the place of. */
  public record Overwritten(OutPoint outpoint, Coin coin) {}
}
