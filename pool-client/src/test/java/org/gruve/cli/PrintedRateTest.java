package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The rate that {@code mine} prints is the one that its shares prove to somebody else. */
final class PrintedRateTest {
  private static final int MASK = 0x1fffe000;
  private static final double LIMIT = 3;

  /** With these, 3σ are a tenth, and the client's own limit of 50 a second is far away. */
  private static final double SHARES_PER_SECOND = 15;

  @Test
  void agreesWithWhatAPoolCounts() throws IOException {
    // A cold JVM suggests a share in 4 s of a fraction of its speed once warm.
    CountedRun plain = agreeing(0, suggested -> suggested.movePointLeft(1), 20, CountedRun::sigmas);
    double hashes = plain.lastRate("hashrate_10s_hs") / SHARES_PER_SECOND;
    BigDecimal fixed = new BigDecimal(hashes / 0x1p32).round(new MathContext(4));
    agreeing(MASK, suggested -> fixed, 61, PrintedRateTest::worseOfAverageAndMinute);
  }

  private static double worseOfAverageAndMinute(CountedRun run) {
    double minute = run.sigmas(run.lastRate("hashrate_60s_hs"), 60);
    return Math.abs(minute) > Math.abs(run.sigmas()) ? minute : run.sigmas();
  }

  /**
   * Chance alone exceeds 3σ in one run of 370. So a run that does is repeated once: to have that
   * twice by chance is less likely than 1 in 100,000, and then it is an error.
   */
  private static CountedRun agreeing(
      int mask,
      UnaryOperator<BigDecimal> difficulty,
      int seconds,
      ToDoubleFunction<CountedRun> sigmas)
      throws IOException {
    List<String> found = new ArrayList<>();
    while (found.size() < 2) {
      CountedRun run = allSent(mask, difficulty, seconds);
      found.add(text(run, sigmas.applyAsDouble(run)));
      if (Math.abs(sigmas.applyAsDouble(run)) <= LIMIT) {
        return run;
      }
    }
    throw new AssertionError(
        "printed and counted differ twice, mask %x: %s".formatted(mask, found));
  }

  /** If the JVM is warm only now, there may be more than 50 shares a second: the rest is unsent. */
  private static CountedRun allSent(int mask, UnaryOperator<BigDecimal> difficulty, int seconds)
      throws IOException {
    CountedRun run = mine(mask, difficulty, seconds);
    if (run.unsent() > 0) {
      run = mine(mask, suggested -> difficulty.apply(suggested).movePointRight(1), seconds);
      assertThat(run.unsent()).isZero();
    }
    return run;
  }

  private static CountedRun mine(int mask, UnaryOperator<BigDecimal> difficulty, int seconds)
      throws IOException {
    try (CountingPool pool = new CountingPool(mask, difficulty)) {
      return CountedRun.mine(pool, seconds);
    }
  }

  private static String text(CountedRun run, double sigmas) {
    return String.format(
        Locale.ROOT,
        "%d shares of %.0f hashes in %.1f s, %.0f H/s printed, %+.2f σ",
        run.count().inTheLast(run.count().seconds()),
        run.count().job().hashesPerShare(),
        run.count().seconds(),
        run.summary().get("hashrate_hs").asDouble(),
        sigmas);
  }
}
