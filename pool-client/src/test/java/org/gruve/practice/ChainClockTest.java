package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.time.Instant;
import org.gruve.core.check.Network;
import org.gruve.pool.ManualTimers;
import org.junit.jupiter.api.Test;

/** Chains raised in simulated time, as the practice pool raises them. */
class ChainClockTest {
  private static final int LIMIT = Network.PRACTICE.pow().limitBits();

  /** However fast a device is, a pool and its clients need some time for each block. */
  private static final double LEAST_SECONDS = 0.05;

  private final ManualTimers timers = new ManualTimers(new EmbeddedChannel().eventLoop());
  private final ChainState state = new ChainState();
  private final ChainClock clock = new ChainClock(state, timers);
  private long furthestAhead;

  private void mine(int blocks, double hashrate) {
    for (int i = 0; i < blocks; i++) {
      Template template = next(i);
      Instant easy = Instant.ofEpochSecond(Templates.lastBeforeEasy(state) + 1);
      double untilEasy = Duration.between(clock.now(), easy).toNanos() * 1e-9;
      if (seconds(template, hashrate) > untilEasy && template.header().nbits() != LIMIT) {
        pass(untilEasy);
        template = next(i);
      }
      pass(Math.max(LEAST_SECONDS, seconds(template, hashrate)));
      state.extend(TestChains.unmined(template));
      clock.tip();
      furthestAhead = Math.max(furthestAhead, ahead());
    }
  }

  private Template next(int serial) {
    return Templates.next(state, clock.now().getEpochSecond(), serial);
  }

  private static double seconds(Template template, double hashrate) {
    return template.networkTarget().expectedHashes() / hashrate;
  }

  private void pass(double seconds) {
    timers.advance(Duration.ofNanos((long) (seconds * 1e9)));
  }

  /** Seconds from the time of day to the tip's. */
  private long ahead() {
    return Integer.toUnsignedLong(state.parent().time()) - timers.now().getEpochSecond();
  }

  private double secondsABlock(int blocks, double hashrate) {
    long begin = timers.nanoTime();
    mine(blocks, hashrate);
    return (timers.nanoTime() - begin) * 1e-9 / blocks;
  }

  @Test
  void staysNearTheTimeOfDayHoweverFastAChainIsRaised() {
    mine(640, 10e9);
    mine(640, 1e12);
    assertThat(secondsABlock(640, 10e9)).isBetween(1.0, 3.0);
    assertThat(furthestAhead).isLessThan(120);
    assertThat(ahead()).isLessThan(30);
  }

  @Test
  void goesOnAtTheUsualPaceFromATipADayAhead() {
    long day = Duration.ofDays(1).toSeconds();
    long wrong = timers.now().getEpochSecond() + day;
    state.extend(TestChains.unmined(Templates.next(state, wrong, 0)));
    clock.tip();
    mine(640, 50e6);
    assertThat(secondsABlock(320, 50e6)).isBetween(1.0, 3.0);
    mine(640, 10e9);
    timers.advance(Duration.ofHours(1));
    assertThat(secondsABlock(32, 1e6)).isLessThan(23);
    assertThat(furthestAhead).isBetween(day, day + 120);
  }
}
