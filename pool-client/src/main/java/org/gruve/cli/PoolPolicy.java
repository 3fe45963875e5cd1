package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import org.gruve.pool.PayoutCheck;
import org.gruve.pool.Strategy;

/**
 * How several places are used, and what is allowed to them.
 *
 * @param reconnectHosts as in {@link org.gruve.pool.PoolSettings}
 */
record PoolPolicy(Strategy strategy, List<String> reconnectHosts, Optional<PayoutCheck> payout) {
  /** One after the other, and nothing more. */
  static final PoolPolicy USUAL = new PoolPolicy(Strategy.FAILOVER, List.of(), Optional.empty());

  PoolPolicy {
    reconnectHosts = List.copyOf(reconnectHosts);
  }
}
