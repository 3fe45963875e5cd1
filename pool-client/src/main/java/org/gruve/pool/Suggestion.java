package org.gruve.pool;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;

/** The difficulty to ask a pool for: the user's, or the one that gives a share each 4 seconds. */
final class Suggestion {
  private static final double SECONDS_PER_SHARE = 4;
  private static final double HASHES_PER_DIFFICULTY_1 = 0x1p32;
  private static final double WORTH_ASKING_AGAIN = 4;
  private static final Duration BETWEEN = Duration.ofSeconds(60);

  private final @Nullable Difficulty fixed;
  private final boolean byRate;
  private double hashrate;
  private @Nullable Difficulty told;
  private long toldAt;

  Suggestion(PoolSettings settings) {
    this.fixed = settings.suggested();
    this.byRate = settings.suggest();
    this.hashrate = settings.hashrate();
  }

  /** The rate that was measured last, in hashes per second; NaN when unknown. */
  double hashrate() {
    return hashrate;
  }

  /** Notes a measured rate; what is no rate is left out. */
  void measured(double hashesPerSecond) {
    if (hashesPerSecond > 0 && Double.isFinite(hashesPerSecond)) {
      hashrate = hashesPerSecond;
    }
  }

  /** What fits the measured rate, or what the user says; null where neither is known. */
  @Nullable Difficulty fitting() {
    return fixed != null || !(hashrate > 0) || !Double.isFinite(hashrate)
        ? fixed
        : rounded(hashrate * SECONDS_PER_SHARE / HASHES_PER_DIFFICULTY_1);
  }

  /** What a new session should ask for; null for nothing. */
  @Nullable Difficulty forNewSession(long now) {
    told = wanted();
    toldAt = now;
    return told;
  }

  /** What a running session should ask for now: null unless it is worth the words. */
  @Nullable Difficulty again(long now) {
    Difficulty wanted = wanted();
    if (wanted == null || (told != null && !isFarOff(wanted, told, now))) {
      return null;
    }
    told = wanted;
    toldAt = now;
    return wanted;
  }

  private boolean isFarOff(Difficulty wanted, Difficulty before, long now) {
    double ratio = wanted.value().doubleValue() / before.value().doubleValue();
    return now - toldAt >= BETWEEN.toNanos()
        && (ratio > WORTH_ASKING_AGAIN || ratio < 1 / WORTH_ASKING_AGAIN);
  }

  private @Nullable Difficulty wanted() {
    return byRate ? fitting() : fixed;
  }

  /** Three digits; whole numbers from 1 on, since some pools read nothing else (miners.md 3, 6). */
  private static Difficulty rounded(double difficulty) {
    BigDecimal short3 =
        new BigDecimal(difficulty).round(new MathContext(3, RoundingMode.HALF_EVEN));
    return new Difficulty(
        difficulty >= 1
            ? short3.setScale(0, RoundingMode.HALF_EVEN)
            : new BigDecimal(short3.stripTrailingZeros().toPlainString()));
  }
}
