package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gruve.core.mine.DeviceGuard;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.kernels.telemetry.Quantity;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Sensors;
import org.junit.jupiter.api.Test;

final class HardwareTest {
  private static final long SECOND = 1_000_000_000;
  private static final DeviceInfo GPU = new DeviceInfo("cuda:0", "cuda", "a GPU", "a", "01:00.0");

  private final List<String> told = new ArrayList<>();
  private final List<DeviceMeter> meters = new ArrayList<>();
  private final AtomicLong seconds = new AtomicLong();

  @Test
  void pausesAHotDeviceAndResumesItWhenItHasCooledDown() {
    HardwareCare care = care(new TemperatureLimit(90, 80));
    for (double degrees : new double[] {70, 91, 85, 80, 70}) {
      round(care, 0, 0, Map.of("cuda:0", readings(Quantity.TEMPERATURE_C, degrees)));
      boolean resting = care.hardware().of(meters.getFirst()).resting();
      assertThat(resting).isEqualTo(degrees == 91 || degrees == 85);
    }
    assertThat(told).containsExactly("pause cuda:0 91.0 80", "resume cuda:0 80.0");
  }

  @Test
  void pausesADeviceWhenNoReadingsComeAnyMoreUntilTheyDoAgain() {
    HardwareCare care = care(new TemperatureLimit(90, 80));
    round(care, 0, 0, Map.of("cuda:0", readings(Quantity.TEMPERATURE_C, 70)));
    seconds.set(9);
    care.look();
    assertThat(told).isEmpty();
    seconds.set(10);
    care.look();
    care.look();
    assertThat(told).containsExactly("pause cuda:0 unknown 80");
    Gauge silent = care.hardware().of(meters.getFirst());
    assertThat(silent.resting()).isTrue();
    assertThat(silent.temperature()).isNaN();
    round(care, 11, 0, Map.of("cuda:0", readings(Quantity.TEMPERATURE_C, 60)));
    care.look();
    assertThat(told).containsExactly("pause cuda:0 unknown 80", "resume cuda:0 60.0");
  }

  @Test
  void guardsNothingWithoutALimit() {
    round(care(null), 0, 0, Map.of("cuda:0", readings(Quantity.TEMPERATURE_C, 110)));
    assertThat(told).isEmpty();
  }

  @Test
  void energyPerHashIsThatOfTheCounterOverTheHashesOfTheSameTime() {
    HardwareCare care = care(null);
    for (int second = 0; second <= 100; second++) {
      // 500 W at 10 GH/s, then 250 W at the same rate.
      double joules = second <= 40 ? 500 * second : 500 * 40 + 250 * (second - 40);
      round(
          care,
          second,
          second * 10_000_000_000L,
          Map.of("cuda:0", readings(Quantity.ENERGY_J, 7e6 + joules)));
    }
    Hardware hardware = care.hardware();
    assertThat(hardware.joulesPerGigahash(meters)).isEqualTo(25, within(1e-9));
    assertThat(hardware.totalJoulesPerGigahash(meters)).isEqualTo(35, within(1e-9));
    assertThat(hardware.joules(meters)).isEqualTo(35_000, within(1e-3));
    assertThat(hardware.watts(meters)).isEqualTo(250, within(1e-9));
  }

  @Test
  void aSumThatLacksADeviceIsNotTold() {
    HardwareCare care = care(null);
    round(care, 0, 0, Map.of("cuda:0", readings(Quantity.POWER_W, 300)));
    round(care, 1, 10_000_000_000L, Map.of("cuda:0", readings(Quantity.POWER_W, 300)));
    assertThat(care.hardware().joulesPerGigahash(meters)).isEqualTo(30, within(1e-9));
    meters.add(meter(Samples.CPU, 1));
    assertThat(care.hardware().joulesPerGigahash(meters)).isNaN();
    assertThat(care.hardware().watts(meters)).isNaN();
    assertThat(care.hardware().joules(meters)).isNaN();
  }

  @Test
  void refusesALimitForADeviceWithoutATemperature() {
    Sensors powerOnly = () -> readings(Quantity.POWER_W, 5);
    for (Optional<Sensors> found : List.of(Optional.<Sensors>empty(), Optional.of(powerOnly))) {
      assertThatThrownBy(
              () -> Instruments.of(List.of(GPU), new TemperatureLimit(80, 70), guarded(found)))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.exit()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining("--temp-limit cannot guard cuda:0");
    }
  }

  @Test
  void takesADeviceWithoutSensorsWhereNothingIsGuarded() {
    assertThat(Instruments.of(List.of(GPU), null, guarded(Optional.empty())))
        .isEqualTo(Instruments.NONE);
  }

  @Test
  void readsNothingBeforeTheRunWithoutALimit() {
    Sensors trap =
        () -> {
          throw new AssertionError("it was read");
        };
    assertThat(Instruments.of(List.of(GPU), null, guarded(Optional.of(trap))).sensors())
        .containsOnlyKeys("cuda:0");
  }

  @Test
  void givesUpADriverWhoseSensorsDoNotAnswerAndAsksItNoMore() {
    CountDownLatch answers = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Sensors hanging =
        () -> {
          asked.incrementAndGet();
          try {
            answers.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Readings.NONE;
        };
    GuardedSensors sensors = guarded(Optional.of(hanging));
    assertThat(sensors.read(GPU, hanging).fault()).contains("its sensors do not answer");
    assertThat(sensors.read(GPU, hanging).fault()).contains("its sensors do not answer");
    assertThat(sensors.find(GPU)).map(Sensors::read).map(Readings::fault).isPresent();
    assertThat(asked).hasValue(1);
    answers.countDown();
  }

  @Test
  void whatIsNotKnownIsADashOnScreenAndAbsentInJson() {
    assertThat(LogTexts.gauge("cpu", Gauge.NONE))
        .isEqualTo("cpu — °C, fan — %, — MHz, — W, — J/GH");
    assertThat(GaugeJson.of(Gauge.NONE)).hasToString("{\"paused\":false,\"throttles\":[]}");
  }

  @Test
  void whatIsKnownIsToldInUnits() {
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    values.put(Quantity.TEMPERATURE_C, 61.0);
    values.put(Quantity.POWER_W, 312.46);
    values.put(Quantity.FAN_PERCENT, 47.0);
    values.put(Quantity.SM_CLOCK_MHZ, 1980.0);
    Readings readings = new Readings(values, List.of("power limit"), Optional.empty());
    HardwareCare care = care(null);
    round(care, 0, 0, Map.of("cuda:0", readings));
    round(care, 2, 22_000_000_000L, Map.of("cuda:0", readings));
    Gauge gauge = care.hardware().of(meters.getFirst());
    assertThat(LogTexts.gauge("cuda:0", gauge))
        .isEqualTo("cuda:0 61 °C, fan 47 %, 1980 MHz, 312 W, 28.4 J/GH, slowed by power limit");
    assertThat(GaugeJson.of(gauge).toString())
        .startsWith("{\"temperature_c\":61.0,\"power_w\":312.46,\"energy_j\":624.92,")
        .contains("\"sm_clock_hz\":1.98E9")
        .doesNotContain("memory_clock_hz");
  }

  /** Its guard's patience of two seconds is over after two looks. */
  private GuardedSensors guarded(Optional<Sensors> found) {
    return new GuardedSensors(
        _ -> found,
        new DeviceGuard(
            Duration.ofSeconds(2), () -> SECOND * seconds.getAndIncrement(), () -> false));
  }

  private HardwareCare care(@org.jspecify.annotations.Nullable TemperatureLimit limit) {
    return new HardwareCare(
        () -> List.copyOf(meters), new ToldBrake(told), limit, () -> SECOND * seconds.get());
  }

  private void round(HardwareCare care, int second, long hashes, Map<String, Readings> readings) {
    meters.clear();
    meters.add(meter(GPU, hashes));
    care.read(readings, second * SECOND);
  }

  private static DeviceMeter meter(DeviceInfo device, long hashes) {
    return new DeviceMeter(device, hashes, 0, 1, 1, 1, 1, 1);
  }

  private static Readings readings(Quantity quantity, double value) {
    return new Readings(Map.of(quantity, value), List.of(), Optional.empty());
  }

  private record ToldBrake(List<String> told) implements HardwareCare.Brake {
    @Override
    public void pause(DeviceInfo device, OptionalDouble temperature, TemperatureLimit limit) {
      Object degrees = temperature.isPresent() ? temperature.getAsDouble() : "unknown";
      told.add("pause " + device.id() + " " + degrees + " " + limit.resume());
    }

    @Override
    public void resume(DeviceInfo device, double temperature) {
      told.add("resume " + device.id() + " " + temperature);
    }
  }
}
