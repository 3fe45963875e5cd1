package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.gruve.stratum.v1.Ending;
import org.junit.jupiter.api.Test;

final class BreakerTest {
  private static final long LASTING = Breaker.LASTING.toNanos();
  private static final Ending DOWN = new Ending.Retry("down");
  private static final Ending WITHOUT_CONFIGURE = new Ending.RetryWithoutConfigure("closed");

  private final Breaker breaker = new Breaker(new Backoff(new Random(43)));

  @Test
  void pausesLongerAndLongerWhereThePoolGivesAJobAndDropsUs() {
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      breaker.jobCame(0);
      assertPause(breaker.failed(DOWN, 1), seconds);
    }
    breaker.jobCame(0);
    assertPause(breaker.failed(DOWN, LASTING), 1);
  }

  @Test
  void anAcceptedShareProvesASessionHoweverShort() {
    assertPause(breaker.failed(DOWN, 0), 1);
    assertPause(breaker.failed(DOWN, 0), 2);
    breaker.jobCame(0);
    breaker.shareAccepted();
    assertPause(breaker.failed(DOWN, 1), 1);
  }

  @Test
  void opensAfterThreeFailuresInARow() {
    for (int failure = 1; failure <= 3; failure++) {
      assertThat(breaker.isOpen()).isFalse();
      breaker.failed(DOWN, 0);
    }
    assertThat(breaker.isOpen()).isTrue();
  }

  @Test
  void onlyASessionThatWorkedClosesIt() {
    open();
    breaker.jobCame(0);
    assertThat(breaker.isOpen()).isTrue();
    breaker.failed(DOWN, LASTING - 1);
    assertThat(breaker.isOpen()).isTrue();
    breaker.jobCame(0);
    breaker.failed(DOWN, LASTING);
    assertThat(breaker.isOpen()).isFalse();
  }

  @Test
  void triesAtOnceWithoutWhatThePoolClosedOnUnlessOpen() {
    assertThat(breaker.failed(WITHOUT_CONFIGURE, 0)).isZero();
    assertThat(breaker.failed(WITHOUT_CONFIGURE, 0)).isZero();
    assertThat(breaker.failed(WITHOUT_CONFIGURE, 0)).isPositive();
  }

  @Test
  void leavesAPoolAloneForAMinuteAfterARefusal() {
    assertThat(breaker.failed(new Ending.Refused("wrong password"), 0))
        .isBetween(Duration.ofMillis(60_500), Duration.ofSeconds(61));
  }

  @Test
  void leavesAPoolOfNoUseAloneForTenMinutes() {
    breaker.jobCame(0);
    assertThat(breaker.failed(new Ending.Leave("refuses all"), 0))
        .isEqualTo(Duration.ofMinutes(10));
  }

  private void open() {
    for (int failure = 1; failure <= 3; failure++) {
      breaker.failed(DOWN, 0);
    }
  }

  private static void assertPause(Duration pause, int seconds) {
    assertThat(pause.toMillis()).isBetween(seconds * 500L, seconds * 1000L);
  }
}
