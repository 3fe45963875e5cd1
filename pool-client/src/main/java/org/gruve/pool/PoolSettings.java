package org.gruve.pool;

import java.util.List;
import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * How pools are used.
 *
 * @param accounts in order of preference, at least one; the next is tried when one fails
 * @param suggested the difficulty to ask for, or null for the one that gives 10 to 20 shares a
 *     minute at the measured rate
 * @param hashrate the measured rate in hashes per second, NaN when unknown
 * @param retries how often an unknown host or closed port is tried again before the first job; -1
 *     for ever
 */
public record PoolSettings(
    List<PoolAccount> accounts,
    String userAgent,
    @Nullable Difficulty suggested,
    boolean suggest,
    double hashrate,
    int retries) {
  /** Refuses an empty list of accounts. */
  public PoolSettings {
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("no pool is named; give one with -o host:port");
    }
  }
}
