package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.mine.WatchedDevice;
import org.gruve.kernels.telemetry.Quantity;
import org.gruve.kernels.telemetry.Readings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a device whose clock goes on by a millisecond with every hash. */
class BenchmarkTest {
  /** A time, in milliseconds, at which a device that is warm is asked for known answers. */
  private static final long KNOWN_ANSWERS = 50_000;

  private final AtomicBoolean stopping = new AtomicBoolean();
  private final List<BenchmarkWatch.Stage> told = new ArrayList<>();
  private final Set<Thread> tellers = ConcurrentHashMap.newKeySet();
  private Readings readings = Readings.NONE;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int stopAt = Integer.MAX_VALUE;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void findsAllGoldenNoncesAndAboutAsManyHitsAsExpected(Layout layout) {
    BenchmarkResult result = run(new SlowDevice(1), layout).orElseThrow();
    BenchmarkResult.Proof proof = result.proof();
    assertThat(proof.failure()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(proof.goldenExpected()).isEqualTo(2 * RealHeaders.all().size());
    assertThat(proof.goldenFound()).isEqualTo(proof.goldenExpected());
    assertThat(proof.hitsExpected()).isCloseTo(1250, within(20.0));
    assertThat(proof.sigmas()).isBetween(-4.0, 4.0);
    assertThat(result.layout()).isEqualTo(layout);
  }

  @Test
  void tellsTheRateOfEachSecond() {
    BenchmarkResult result = run(new SlowDevice(1), Layout.VERSION_ROLLED).orElseThrow();
    assertThat(result.rate().hashrate()).isCloseTo(1000, within(1e-6));
    assertThat(result.rate().perSecond()).hasSize(10).allMatch(one -> Math.abs(one - 1000) < 1e-6);
    assertThat(result.rate().deviation()).isCloseTo(0, within(1e-9));
    assertThat(result.warmUp().settled()).isTrue();
    assertThat(told)
        .startsWith(BenchmarkWatch.Stage.WARMING_UP)
        .endsWith(BenchmarkWatch.Stage.MEASURING);
  }

  @Test
  void addsUpItsWorkers() {
    BenchmarkResult result = run(new SlowDevice(2), Layout.VERSION_ROLLED).orElseThrow();
    assertThat(result.threads()).isEqualTo(2);
    assertThat(result.proof().failure()).isEmpty();
    assertThat(result.proof().goldenFound()).isEqualTo(4 * RealHeaders.all().size());
  }

  @Test
  void tellsTheClockOfACpuOnly() {
    BenchmarkResult result = run(new SlowDevice(1), Layout.ONE_VERSION).orElseThrow();
    assertThat(result.cost().clockHz()).isNaN();
    assertThat(result.cyclesPerHash()).isNaN();
  }

  @Test
  void tellsWhatTheSensorsSaidInTheRun() {
    readings =
        new Readings(
            Map.of(
                Quantity.POWER_W, 300.0,
                Quantity.TEMPERATURE_C, 61.0,
                Quantity.SM_CLOCK_MHZ, 1980.0),
            List.of(),
            Optional.empty());
    BenchmarkResult result = run(new SlowDevice(1), Layout.VERSION_ROLLED).orElseThrow();
    assertThat(result.sensed()).isEqualTo(new BenchmarkResult.Sensed(300, 61, 1.98e9));
    assertThat(result.joulesPerGigahash()).isCloseTo(300 / 1e-6, within(1.0));
  }

  @Test
  void whatTheSensorsDoNotTellIsNotKnown() {
    BenchmarkResult result = run(new SlowDevice(1), Layout.VERSION_ROLLED).orElseThrow();
    assertThat(result.sensed().watts()).isNaN();
    assertThat(result.sensed().hottest()).isNaN();
    assertThat(result.joulesPerGigahash()).isNaN();
  }

  @Test
  void failsADeviceThatMissesHits() {
    BenchmarkResult result =
        run(new SlowDevice(1).losing(100), Layout.VERSION_ROLLED).orElseThrow();
    assertThat(result.passed()).isFalse();
    assertThat(result.proof().failure()).contains("hits in random window");
  }

  @Test
  void failsADeviceThatMissesTheNonceOfARealBlock() {
    BenchmarkResult result = run(new SlowDevice(1).losing(1), Layout.ONE_VERSION).orElseThrow();
    assertThat(result.proof().failure()).startsWith("of 1 hits in the points around the real");
    assertThat(result.proof().goldenFound()).isZero();
  }

  @Test
  void failsADeviceThatClaimsMoreThanItScanned() {
    BenchmarkResult result = run(new SlowDevice(1).claiming(2), Layout.ONE_VERSION).orElseThrow();
    assertThat(result.proof().failure()).contains("sigma");
    assertThat(result.proof().sigmas()).isLessThan(-4);
  }

  @Test
  void failsADeviceThatTellsAHitTwice() {
    BenchmarkResult result = run(new SlowDevice(1).repeating(), Layout.ONE_VERSION).orElseThrow();
    assertThat(result.proof().failure()).contains("was told twice");
  }

  @Test
  void failsADeviceThatTellsHitsThatAreNone() {
    BenchmarkResult result = run(new SlowDevice(1).inventing(), Layout.ONE_VERSION).orElseThrow();
    assertThat(result.proof().failure()).contains("the JDK hashes it to more than the target");
  }

  @Test
  void saysNothingWhenItIsStopped() {
    stopping.set(true);
    assertThat(run(new SlowDevice(2), Layout.VERSION_ROLLED)).isEmpty();
  }

  @Test
  void passesOnWhyADeviceFailed() {
    assertThatThrownBy(() -> run(new SlowDevice(2).failing(), Layout.VERSION_ROLLED))
        .isInstanceOf(DeviceException.class)
        .hasMessage("the device is lost");
  }

  @Test
  void failsADeviceThatScansNothing() {
    assertThatThrownBy(() -> run(new SlowDevice(1).idling(), Layout.ONE_VERSION))
        .isInstanceOf(DeviceException.class)
        .hasMessage("the device scans nothing of a fresh work; restart it");
  }

  @Test
  void leavesNoSearcherOpenWhereAnotherCannotBeOpened() {
    SlowDevice device = new SlowDevice(3).opening(2);
    assertThatThrownBy(() -> run(device, Layout.ONE_VERSION)).hasMessage("no searcher is left");
    assertThat(device.open()).isZero();
  }

  @Test
  void warmsUpUntilTheDeviceHasSettledAndThenAsLongAsOneThatHadFromTheStart() {
    SlowDevice device = new SlowDevice(1).settled(at -> at >= 20_000);
    BenchmarkResult result = run(device, Layout.ONE_VERSION).orElseThrow();
    assertThat(result.passed()).isTrue();
    assertThat(result.warmUp().settled()).isTrue();
    assertThat(result.warmUp().seconds()).isBetween(23.0, 29.0);
  }

  @Test
  void measuresNothingWhileTheDeviceStillTriesAKernel() {
    SlowDevice device = new SlowDevice(1).settled(_ -> false);
    assertThatThrownBy(() -> run(device, Layout.ONE_VERSION))
        .isInstanceOf(DeviceException.class)
        .hasMessageStartingWith("it still tries the kernel reference after 30 s");
    assertThat(device.nanos()).isLessThan(32_000_000_000L);
  }

  @Test
  void failsADeviceThatChangesItsKernelAndNamesTheOneOfTheBeginning() {
    BenchmarkResult result =
        run(new SlowDevice(1).changing(KNOWN_ANSWERS), Layout.ONE_VERSION).orElseThrow();
    assertThat(result.proof().failure())
        .startsWith("it changed its kernel from reference to other");
    assertThat(result.device().kernel()).isEqualTo("reference");
  }

  @Test
  void failsADeviceThatTriesAnotherKernelMeanwhile() {
    SlowDevice device = new SlowDevice(1).settled(at -> at < KNOWN_ANSWERS);
    BenchmarkResult result = run(device, Layout.ONE_VERSION).orElseThrow();
    assertThat(result.proof().failure()).startsWith("it tried another kernel");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99})
  void saysNothingWhereverItIsStopped(double part) {
    run(new SlowDevice(1), Layout.ONE_VERSION);
    int stop = (int) (asked.get() * part);
    asked.set(0);
    stopAt = stop;
    assertThat(run(new SlowDevice(1), Layout.ONE_VERSION)).isEmpty();
    assertThat(asked.get() - stop).as("questions after the stop").isLessThan(10);
  }

  @Test
  void tellsHowFarItIsOnTheThreadThatWaits() {
    run(new SlowDevice(2), Layout.VERSION_ROLLED);
    assertThat(tellers).containsOnly(Thread.currentThread());
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void expectsWhatTheJdkFinds(Layout layout) {
    try (Device right = new ReferenceDevice("right", 1);
        Searcher searcher = right.searcher(0)) {
      BenchmarkCases.Answers answers = new BenchmarkCases(layout).ask(searcher, () -> false);
      assertThat(answers.failure()).isEmpty();
      assertThat(answers.goldenFound()).isEqualTo(RealHeaders.all().size());
    }
  }

  private Optional<BenchmarkResult> run(SlowDevice device, Layout layout) {
    var settings =
        new BenchmarkSettings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            Duration.ofSeconds(9),
            Duration.ofSeconds(30),
            device::nanos);
    var watched =
        new WatchedDevice(device, settings.deadline(), settings.nanoClock(), stopping::get);
    return new Benchmark(watched, layout, settings, new Watch()).run();
  }

  private final class Watch implements BenchmarkWatch {
    @Override
    public boolean isStopping() {
      return asked.getAndIncrement() >= stopAt || stopping.get();
    }

    @Override
    public void progress(Stage stage, double seconds, double hashrate) {
      told.add(stage);
      tellers.add(Thread.currentThread());
    }

    @Override
    public Readings readings() {
      tellers.add(Thread.currentThread());
      return readings;
    }
  }
}
