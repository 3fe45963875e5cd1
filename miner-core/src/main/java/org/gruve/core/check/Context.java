package org.gruve.core.check;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is known besides the thing that is checked; what is not known is left unchecked and said.
 *
 * @param height the height of the block; where ancestors are given it is theirs plus one
 * @param ancestors the blocks before it
 * @param now the time, unsigned seconds
 * @param coins the outputs that it may spend
 */
public record Context(
    OptionalInt height, Optional<Ancestors> ancestors, OptionalLong now, CoinView coins) {
  /** Nothing is known. */
  public static final Context NONE =
      new Context(OptionalInt.empty(), Optional.empty(), OptionalLong.empty(), CoinView.NONE);

  /** Takes the height from the ancestors where there are any; they may not contradict it. */
  public Context {
    if (ancestors.isPresent()) {
      int next = ancestors.get().height() + 1;
      if (height.isPresent() && height.getAsInt() != next) {
        throw new IllegalArgumentException(
            "the block after these ancestors has height " + next + ", not " + height.getAsInt());
      }
      height = OptionalInt.of(next);
    }
  }

  /** The same at a height. */
  public Context withHeight(int known) {
    return new Context(OptionalInt.of(known), ancestors, now, coins);
  }

  /** The same after these blocks. */
  public Context withAncestors(Ancestors known) {
    return new Context(height, Optional.of(known), now, coins);
  }

  /** The same at a time, unsigned seconds. */
  public Context withNow(long seconds) {
    return new Context(height, ancestors, OptionalLong.of(seconds), coins);
  }

  /** The same with these coins. */
  public Context withCoins(CoinView known) {
    return new Context(height, ancestors, now, known);
  }
}
