package org.gruve.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Target;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.TestWorks;
import org.junit.jupiter.api.Test;

class CanaryWatchTest {
  private final Work work = TestWorks.versions(1, 1000, Target.DIFFICULTY_1);
  private final Candidate known = new Candidate(work, work.versions().version(0), 999);
  private final Scan like = new Scan.Nonces(work, 0, 0, 1000);
  private long now;

  private final CanaryWatch watch =
      new CanaryWatch(Optional.of((versions, nonces) -> new Canary(work, known)), () -> now);

  @Test
  void comesSoonAfterTheStartAndThenEveryTwoMinutes() {
    assertThat(watch.next(like)).isEmpty();
    now = Duration.ofSeconds(20).toNanos();
    Scan first = watch.next(like).orElseThrow();
    assertThat(watch.isCanary(first)).isTrue();
    watch.cameHome(List.of(known));
    now += Duration.ofSeconds(119).toNanos();
    assertThat(watch.next(like)).isEmpty();
    now += Duration.ofSeconds(1).toNanos();
    assertThat(watch.next(like)).isPresent();
  }

  @Test
  void endsADeviceThatMissesTwoInARow() {
    now = Duration.ofSeconds(20).toNanos();
    assertThat(watch.next(like)).isPresent();
    assertThat(watch.cameHome(List.of())).get().asString().contains("unstable");
    assertThat(watch.next(like)).as("another one at once").isPresent();
    assertThatThrownBy(() -> watch.cameHome(List.of()))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("skips a part");
  }

  @Test
  void forgivesASingleMiss() {
    for (int i = 0; i < 3; i++) {
      now += Duration.ofMinutes(2).toNanos();
      assertThat(watch.next(like)).isPresent();
      assertThat(watch.cameHome(List.of())).isPresent();
      assertThat(watch.next(like)).isPresent();
      assertThat(watch.cameHome(List.of(known))).isEmpty();
    }
  }

  @Test
  void neverTakesWorkForACanary() {
    assertThat(watch.isCanary(like)).isFalse();
  }
}
