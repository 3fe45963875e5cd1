package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashMeterTest {
  private static final DeviceInfo DEVICE = new DeviceInfo("cpu", "cpu", "test", "none", "");
  private static final long BATCH_NANOS = 20_000_000;

  private final ManualClock clock = new ManualClock();
  private final HashMeter meter = new HashMeter();

  @Test
  void hasNoRateBeforeTheFirstBatch() {
    clock.advance(Duration.ofHours(1));
    DeviceMeter read = read();
    assertThat(read.hashes()).isZero();
    assertThat(read.rate10s()).isNaN();
    assertThat(read.rateRun()).isNaN();
    assertThat(read.rateMax()).isNaN();
  }

  @Test
  void showsAWindowOnceItSaysSomething() {
    mine(0.9, 1000);
    assertThat(read().rate10s()).isNaN();
    mine(0.2, 1000);
    assertThat(read().rate10s()).isCloseTo(1000, within(1.0));
    assertThat(read().rateRun()).isCloseTo(1000, within(1.0));
    assertThat(read().rate60s()).isNaN();
    mine(9, 1000);
    assertThat(read().rate60s()).isCloseTo(1000, within(1.0));
    assertThat(read().rate15m()).isNaN();
    mine(50, 1000);
    assertThat(read().rate15m()).isCloseTo(1000, within(1.0));
  }

  @Test
  void eachWindowForgetsWhatIsOlder() {
    mine(1000, 500);
    mine(30, 2000);
    DeviceMeter read = read();
    assertThat(read.rate10s()).isCloseTo(2000, within(1.0));
    assertThat(read.rate60s()).isCloseTo((30 * 500 + 30 * 2000) / 60.0, within(1.0));
    assertThat(read.rate15m()).isCloseTo((870 * 500 + 30 * 2000) / 900.0, within(1.0));
    assertThat(read.rateRun()).isCloseTo((1000 * 500 + 30 * 2000) / 1030.0, within(1.0));
  }

  @Test
  void parkedTimeCountsAsTimeWithoutHashes() {
    mine(100, 1000);
    clock.advance(Duration.ofSeconds(5));
    assertThat(read().rate10s()).isCloseTo(500, within(20.0));
    clock.advance(Duration.ofHours(1));
    assertThat(read().rate10s()).isZero();
    assertThat(read().rate15m()).isCloseTo(0, within(0.5));
  }

  @Test
  void aLongPauseIsNotSpreadOverTheTimeAfterIt() {
    mine(100, 1000);
    clock.advance(Duration.ofHours(1));
    mine(5, 1000);
    assertThat(read().rate10s()).isCloseTo(500, within(5.0));
  }

  @Test
  void keepsTheHighestRateSeen() {
    mine(60, 3000);
    mine(60, 1000);
    assertThat(read().rateMax()).isCloseTo(3000, within(3.0));
  }

  @Test
  void countsEveryHashOfManyThreads() throws InterruptedException {
    Thread[] threads =
        IntStream.range(0, 4)
            .mapToObj(i -> Thread.ofPlatform().start(() -> mine(2, 1000)))
            .toArray(Thread[]::new);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(read().hashes()).isEqualTo(4 * 2 * 1000);
  }

  private void mine(double seconds, double rate) {
    long batches = Math.round(seconds * 1e9 / BATCH_NANOS);
    for (long i = 0; i < batches; i++) {
      clock.advance(Duration.ofNanos(BATCH_NANOS));
      meter.add(Math.round(rate * BATCH_NANOS / 1e9), BATCH_NANOS, clock.getAsLong());
    }
  }

  private DeviceMeter read() {
    return meter.read(DEVICE, 0, clock.getAsLong());
  }
}
