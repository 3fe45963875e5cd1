package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.gruve.core.block.Target;
import org.gruve.core.check.Network;
import org.junit.jupiter.api.Test;

/** Chains raised in simulated time by devices that find each block after its expected hashes. */
class RetargetTest {
  private static final int LIMIT = Network.PRACTICE.pow().limitBits();

  private final ChainState state = new ChainState();
  private double now = TestChains.BEGIN;

  private void mine(int blocks, double hashrate) {
    for (int i = 0; i < blocks; i++) {
      Template template = Templates.next(state, (long) now, i);
      double seconds = template.networkTarget().expectedHashes() / hashrate;
      double easyAt = Templates.lastBeforeEasy(state) + 1;
      if (now + seconds > easyAt && template.header().nbits() != LIMIT) {
        // The job that the pool sends at this moment replaces the one that is too hard.
        now = easyAt;
        template = Templates.next(state, (long) now, i);
        seconds = template.networkTarget().expectedHashes() / hashrate;
      }
      now += seconds;
      state.extend(TestChains.unmined(template));
    }
  }

  private long time(int height) {
    return Integer.toUnsignedLong(state.header(height).time());
  }

  @Test
  void comesToTwoSecondsABlockAtAnyRate() {
    for (double hashrate : new double[] {2e6, 50e6, 10e9}) {
      int begin = state.height();
      mine(640, hashrate);
      int end = state.height();
      double spacing = (time(end) - time(end - 160)) / 160.0;
      assertThat(spacing).as("at %.0f H/s, from block %d", hashrate, begin).isBetween(1.5, 2.6);
    }
  }

  @Test
  void goesOnAtOnceAndInBoundedTimeWhereASlowDeviceResumesAFastOnesChain() {
    mine(640, 10e9);
    int fast = state.height();
    Target hard = Templates.next(state, (long) now, 0).networkTarget();
    assertThat(hard.expectedHashes() / 1e6).as("seconds a block at 1 MH/s").isGreaterThan(3600);
    now += 3600;
    mine(1, 1e6);
    assertThat(state.parent().nbits()).isEqualTo(LIMIT);
    assertThat(now - time(fast)).isLessThan(3605);
    mine(32, 1e6);
    int slowest =
        IntStream.range(fast + 2, state.height())
            .map(height -> (int) (time(height) - time(height - 1)))
            .max()
            .orElseThrow();
    assertThat(slowest).isLessThanOrEqualTo(3);
    mine(640, 1e6);
    double spacing = (time(state.height()) - time(state.height() - 160)) / 160.0;
    assertThat(spacing).isBetween(1.5, 2.6);
  }
}
