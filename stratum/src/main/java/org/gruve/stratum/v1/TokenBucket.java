package org.gruve.stratum.v1;

/** So many a second in the long run, so many at once; begins full. */
final class TokenBucket {
  private static final double SECOND = 1e9;

  private final double perNano;
  private final double burst;
  private double tokens;
  private long last;
  private boolean begun;

  TokenBucket(double perSecond, double burst) {
    this.perNano = perSecond / SECOND;
    this.burst = burst;
    this.tokens = burst;
  }

  /** Takes one token, if there is one at this time. */
  boolean take(long now) {
    tokens = begun ? Math.min(burst, tokens + Math.max(0, now - last) * perNano) : tokens;
    last = now;
    begun = true;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
