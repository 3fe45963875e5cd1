package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeviceGuardTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final AtomicLong looks = new AtomicLong();
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void returnsWhatComesOfIt() {
    assertThat(guard(false).<String>call("test-cuda:0", () -> Thread.currentThread().getName()))
        .isEqualTo("test-cuda:0");
  }

  @Test
  void throwsWhatItThrows() {
    var lost = new DeviceException("lost");
    assertThatThrownBy(() -> guard(false).call("test", () -> fail(lost))).isSameAs(lost);
  }

  @Test
  void turnsAnErrorOfTheDriversLibraryIntoAFailureOfTheDevice() {
    assertThatThrownBy(() -> guard(false).call("test", DeviceGuardTest::missLibrary))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("no such symbol");
  }

  @Test
  void givesUpWhatDoesNotEnd() {
    assertThatThrownBy(() -> guard(false).call("test", this::hang))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("within 3 s");
    assertThat(looks.get()).isGreaterThan(3);
    never.countDown();
  }

  @Test
  void givesUpSoonOnceTheUserWantsToStop() {
    assertThatThrownBy(() -> guard(true).call("test", this::hang))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("was to end");
    never.countDown();
  }

  /** A guard by whose clock an hour passes between two looks, of which it counts a second. */
  private DeviceGuard guard(boolean stopping) {
    return new DeviceGuard(
        LIMIT, () -> TimeUnit.HOURS.toNanos(looks.getAndIncrement()), () -> stopping);
  }

  private boolean hang() throws InterruptedException {
    never.await();
    return true;
  }

  private static boolean fail(DeviceException problem) {
    throw problem;
  }

  private static boolean missLibrary() {
    throw new LinkageError("no such symbol");
  }
}
