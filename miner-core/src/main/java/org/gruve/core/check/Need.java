package org.gruve.core.check;

/** What a {@link Clause} must know besides the thing that is checked. */
public enum Need {
  /** The height of the block. */
  HEIGHT,
  /** Headers before the block: its parent, the last eleven times, the start of its interval. */
  ANCESTORS,
  /** What time it is. */
  CLOCK,
  /** The outputs that are spent. */
  COINS,
  /** At what height the spent outputs were made, and whether by a coinbase. */
  COIN_ORIGINS,
  /** All unspent outputs there are, so that what is not found does not exist. */
  WHOLE_COIN_SET,
  /** All blocks that compete. */
  OTHER_BLOCKS
}
