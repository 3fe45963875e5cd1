package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The rate that {@code mine} prints is the one that its shares prove to somebody else. */
final class PrintedRateTest {
  private static final int MASK = 0x1fffe000;
  private static final double LIMIT = 3;

  /**
   * The client suggests a share in 4 s of what its self-test told; this makes twenty a second, of
   * which 3σ of a minute are less than a tenth. Below 25 a second the client leaves the pool's
   * target as it is. Where the self-test told too little, because kernels were cold, the client
   * reaches its limit, and the run is repeated with fewer.
   */
  private static final double EASIER = 80;

  @Test
  void agreesWithWhatAPoolCounts() throws IOException {
    agreeing(0, EASIER, 30, CountedRun::sigmas);
    agreeing(MASK, EASIER, 61, PrintedRateTest::worseOfAverageAndMinute);
  }

  private static double worseOfAverageAndMinute(CountedRun run) {
    double minute = run.sigmas(run.lastRate("hashrate_60s_hs"), 60);
    return Math.abs(minute) > Math.abs(run.sigmas()) ? minute : run.sigmas();
  }

  /**
   * Chance alone exceeds 3σ in one run of 370. So a run that does is repeated once: to have that
   * twice by chance is less likely than 1 in 100,000, and then it is an error.
   */
  private static void agreeing(
      int mask, double easier, int seconds, ToDoubleFunction<CountedRun> sigmas)
      throws IOException {
    List<String> found = new ArrayList<>();
    while (found.size() < 2) {
      CountedRun run = allSent(mask, easier, seconds);
      found.add(text(run, sigmas.applyAsDouble(run)));
      if (Math.abs(sigmas.applyAsDouble(run)) <= LIMIT) {
        return;
      }
    }
    throw new AssertionError(
        "printed and counted differ twice, mask %x: %s".formatted(mask, found));
  }

  /** A machine that is faster by now may find more than 50 shares a second: the rest is unsent. */
  private static CountedRun allSent(int mask, double easier, int seconds) throws IOException {
    CountedRun run = mine(mask, easier, seconds);
    if (run.unsent() > 0) {
      run = mine(mask, easier / 10, seconds);
      assertThat(run.unsent()).isZero();
    }
    return run;
  }

  private static CountedRun mine(int mask, double easier, int seconds) throws IOException {
    try (CountingPool pool = new CountingPool(mask, easier)) {
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
