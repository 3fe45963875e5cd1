package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceWatchTest {
  private static final Duration OPENING = Duration.ofSeconds(60);
  private static final Duration LAUNCH = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();
  private final DeviceWatch watch = new DeviceWatch(clock);
  private final CallMark mark = new CallMark();
  private final AtomicBoolean settled = new AtomicBoolean(true);
  private final List<Duration> late = new ArrayList<>();

  @BeforeEach
  void watchOneThread() {
    watch.add(new WatchedCalls(mark, new LaunchDeadline(OPENING, LAUNCH), settled::get, late::add));
  }

  @Test
  void tellsOnceOfACallThatDoesNotReturn() {
    calls(100);
    mark.enter();
    seconds(10);
    assertThat(late).isEmpty();
    seconds(2);
    assertThat(late).containsExactly(LAUNCH);
    seconds(100);
    assertThat(late).hasSize(1);
  }

  @Test
  void waitsLongerForTheFirstCalls() {
    mark.enter();
    seconds(60);
    assertThat(late).isEmpty();
    seconds(2);
    assertThat(late).containsExactly(OPENING);
  }

  @Test
  void waitsLongerForADeviceThatStillTriesKernels() {
    calls(100);
    settled.set(false);
    mark.enter();
    seconds(60);
    assertThat(late).isEmpty();
    seconds(2);
    assertThat(late).containsExactly(OPENING);
  }

  @Test
  void isContentWithCallsThatReturnInTime() {
    for (int i = 0; i < 100; i++) {
      mark.enter();
      seconds(9);
      mark.leave();
      mark.enter();
      seconds(9);
      mark.leave();
    }
    assertThat(late).isEmpty();
  }

  @Test
  void leavesAThreadAloneThatWaitsForWork() {
    calls(100);
    seconds(3600);
    assertThat(late).isEmpty();
  }

  @Test
  void countsNoTimeInWhichTheWholeProgramWasStopped() {
    calls(100);
    mark.enter();
    seconds(5);
    clock.advance(Duration.ofHours(8));
    watch.look();
    seconds(4);
    assertThat(late).isEmpty();
    seconds(2);
    assertThat(late).hasSize(1);
  }

  @Test
  void allowsFiftyBatchesAndTenSecondsAtTheLeast() {
    assertThat(LaunchDeadline.forBatches(Duration.ofMillis(20)).launch())
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(LaunchDeadline.forBatches(Duration.ofSeconds(1)).launch())
        .isEqualTo(Duration.ofSeconds(50));
  }

  private void calls(int count) {
    for (int i = 0; i < count; i++) {
      mark.enter();
      mark.leave();
    }
  }

  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      clock.advance(Duration.ofSeconds(1));
      watch.look();
    }
  }
}
