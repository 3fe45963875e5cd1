package org.gruve.validate;

/**
 * How likely an attacker with a share of all hash rate is to replace the last blocks: the sum over
 * how many blocks the attacker has found by the time the network has found so many, times the
 * chance of catching up from there. Written as sums of what favours the attacker, so that small
 * chances come out exactly where one minus the rest would not.
 */
public final class AttackerOdds {
  private static final double NEGLIGIBLE = 1e-18;

  private AttackerOdds() {}

  /**
   * Nakamoto's formula (the Bitcoin paper, section 11), in which the attacker's blocks are Poisson
   * distributed.
   *
   * @param share the attacker's share of all hash rate, 0 to 1
   * @param depth blocks to be replaced
   */
  public static double nakamoto(double share, int depth) {
    double lambda = depth * share / (1 - share);
    return sum(share, depth, -lambda, found -> Math.log(lambda) - Math.log(found + 1.0));
  }

  /**
   * Rosenfeld's formula ("Analysis of hashrate-based double-spending", equation 1), in which they
   * are distributed as they are: negative binomially.
   */
  public static double rosenfeld(double share, int depth) {
    double logShare = Math.log(share);
    return sum(
        share,
        depth,
        depth * Math.log1p(-share),
        found -> logShare + Math.log(found + (double) depth) - Math.log(found + 1.0));
  }

  private interface LogRatio {
    /** Of the chance of one block more to that of so many. */
    double at(int found);
  }

  private static double sum(double share, int depth, double logOfNone, LogRatio ratio) {
    if (share >= 0.5 || depth == 0) {
      return 1;
    }
    if (share <= 0) {
      return 0;
    }
    double logCatchUp = Math.log(share) - Math.log1p(-share);
    double logChance = logOfNone;
    double sum = 0;
    for (int found = 0; found <= depth; found++) {
      sum += Math.exp(logChance + (depth - found) * logCatchUp);
      logChance += ratio.at(found);
    }
    return Math.min(1, sum + tail(depth + 1, logChance, sum, ratio));
  }

  /** With more blocks than the network, nothing is left to catch up. */
  private static double tail(int from, double logChance, double sum, LogRatio ratio) {
    double tail = 0;
    double log = logChance;
    for (int found = from; found < Integer.MAX_VALUE; found++) {
      double term = Math.exp(log);
      tail += term;
      if (term <= NEGLIGIBLE * (sum + tail)) {
        return tail;
      }
      log += ratio.at(found);
    }
    return tail;
  }
}
