package org.gruve.kernels.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gruve.core.mine.DeviceThreads;
import org.junit.jupiter.api.Test;

class TelemetryWatchTest {
  private static final Readings WARM =
      new Readings(Map.of(Quantity.TEMPERATURE_C, 40.0), List.of(), Optional.empty());

  @Test
  void tellsEachRoundWithItsTime() {
    List<Map<String, Readings>> rounds = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    TelemetryWatch watch =
        new TelemetryWatch(
            Map.of("cuda:0", () -> WARM),
            TelemetryWatch.INTERVAL,
            () -> 17,
            (readings, nanos) -> {
              rounds.add(readings);
              times.add(nanos);
            });
    assertThat(watch.latest("cuda:0")).isEqualTo(Readings.NONE);
    watch.poll();
    assertThat(rounds).containsExactly(Map.of("cuda:0", WARM));
    assertThat(times).containsExactly(17L);
    assertThat(watch.latest("cuda:0")).isEqualTo(WARM);
    assertThat(watch.latest("cpu")).isEqualTo(Readings.NONE);
    watch.close();
  }

  @Test
  void sensorsThatThrowAreAFaultOfTheirDeviceAlone() {
    Sensors broken =
        () -> {
          throw new IllegalStateException("no");
        };
    TelemetryWatch watch =
        new TelemetryWatch(
            Map.of("a", broken, "b", () -> WARM), TelemetryWatch.INTERVAL, () -> 0, (_, _) -> {});
    watch.poll();
    assertThat(watch.latest("a").fault()).isPresent();
    assertThat(watch.latest("b")).isEqualTo(WARM);
    watch.close();
  }

  @Test
  void readsAgainAndAgainOnAThreadOfItsOwn() throws InterruptedException {
    BlockingQueue<String> threads = new LinkedBlockingQueue<>();
    Sensors sensors =
        () -> {
          threads.add(Thread.currentThread().getName());
          return WARM;
        };
    try (TelemetryWatch watch =
        new TelemetryWatch(
            Map.of("cpu", sensors), Duration.ofNanos(1), System::nanoTime, (_, _) -> {})) {
      watch.start();
      for (int i = 0; i < 3; i++) {
        assertThat(threads.poll(30, TimeUnit.SECONDS)).isEqualTo("telemetry");
      }
    }
  }

  @Test
  void goesOnAfterAFaultOfItsListenerAndTellsItOnce() throws InterruptedException {
    List<Throwable> told = new ArrayList<>();
    AtomicInteger rounds = new AtomicInteger();
    TelemetryWatch watch =
        new TelemetryWatch(
            Map.of("cpu", () -> WARM),
            TelemetryWatch.INTERVAL,
            () -> 0,
            (_, _) -> {
              throw new IllegalStateException("round " + rounds.incrementAndGet());
            });
    Thread thread =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, problem) -> told.add(problem))
            .start(
                () -> {
                  watch.poll();
                  watch.poll();
                });
    thread.join();
    assertThat(rounds).hasValue(2);
    assertThat(told).singleElement().extracting(Throwable::getMessage).isEqualTo("round 1");
  }

  @Test
  void closeLeavesBehindADriverThatHangsAsOneOfTheDevicesThreads() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answers = new CountDownLatch(1);
    Sensors hanging =
        () -> {
          asked.countDown();
          awaitUninterrupted(answers);
          return WARM;
        };
    TelemetryWatch watch =
        new TelemetryWatch(
            Map.of("cuda:0", hanging), TelemetryWatch.INTERVAL, System::nanoTime, (_, _) -> {});
    watch.start();
    asked.await();
    watch.close();
    assertThat(DeviceThreads.anyRuns()).isTrue();
    answers.countDown();
  }

  @Test
  void startsNoThreadWhereThereIsNothingToRead() {
    long before = telemetryThreads();
    try (TelemetryWatch watch =
        new TelemetryWatch(Map.of(), Duration.ofNanos(1), System::nanoTime, (_, _) -> {})) {
      watch.start();
      assertThat(telemetryThreads()).isLessThanOrEqualTo(before);
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long telemetryThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("telemetry"))
        .count();
  }
}
