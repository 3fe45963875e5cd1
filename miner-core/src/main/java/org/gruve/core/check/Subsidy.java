package org.gruve.core.check;

/** What a block may make out of nothing. */
public final class Subsidy {
  /** Satoshis in a coin. */
  public static final long COIN = 100_000_000;

  /** No amount may exceed it (Core: MAX_MONEY). */
  public static final long MAX_MONEY = 21_000_000 * COIN;

  private static final int MOST_HALVINGS = 63;

  private Subsidy() {}

  /** Satoshis that the block at {@code height} may make, fees not counted (GetBlockSubsidy). */
  public static long at(Network network, int height) {
    int halvings = height / network.halvingInterval();
    return halvings > MOST_HALVINGS ? 0 : (50 * COIN) >> halvings;
  }
}
