package org.gruve.pool;

import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * How pools are used.
 *
 * @param accounts in order of preference, at least one
 * @param suggested the difficulty to ask for, or null for the one that gives 10 to 20 shares a
 *     minute at the measured rate
 * @param hashrate the measured rate in hashes per second, NaN when unknown
 * @param retries how often an unknown host or closed port is tried again before the first job; -1
 *     for ever
 * @param reconnectHosts hosts beside the configured one that a pool may send us to; one that begins
 *     with a dot stands for all below it
 * @param payout what each job's coinbase must pay to us, or nothing
 */
public record PoolSettings(
    List<Account> accounts,
    Strategy strategy,
    String userAgent,
    @Nullable Difficulty suggested,
    boolean suggest,
    double hashrate,
    int retries,
    List<String> reconnectHosts,
    Optional<PayoutCheck> payout) {
  /** Refuses an empty list of accounts. */
  public PoolSettings {
    accounts = List.copyOf(accounts);
    reconnectHosts = List.copyOf(reconnectHosts);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("no pool is named; give one with -o host:port");
    }
  }

  /** One after the other, as they come. */
  public PoolSettings(
      List<? extends Account> accounts,
      String userAgent,
      @Nullable Difficulty suggested,
      boolean suggest,
      double hashrate,
      int retries) {
    this(
        List.copyOf(accounts),
        Strategy.FAILOVER,
        userAgent,
        suggested,
        suggest,
        hashrate,
        retries,
        List.of(),
        Optional.empty());
  }
}
