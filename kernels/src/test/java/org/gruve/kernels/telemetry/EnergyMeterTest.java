package org.gruve.kernels.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnergyMeterTest {
  private static final long SECOND = 1_000_000_000;

  private final EnergyMeter meter = new EnergyMeter();

  @Test
  void believesTheCounterRatherThanThePower() {
    meter.add(readings(Map.of(Quantity.ENERGY_J, 1000.0, Quantity.POWER_W, 5.0)), 0, 0);
    meter.add(
        readings(Map.of(Quantity.ENERGY_J, 1700.0, Quantity.POWER_W, 5.0)),
        SECOND,
        10_000_000_000L);
    assertThat(meter.total().watts()).isEqualTo(700);
    assertThat(meter.total().joulesPerGigahash()).isEqualTo(70);
  }

  @Test
  void integratesPowerWhereThereIsNoCounter() {
    meter.add(watts(100), 0, 0);
    meter.add(watts(300), 2 * SECOND, 4_000_000_000L);
    meter.add(watts(300), 3 * SECOND, 8_000_000_000L);
    assertThat(meter.total().joules()).isEqualTo(700);
    assertThat(meter.total().joulesPerGigahash()).isEqualTo(87.5, within(1e-9));
    assertThat(meter.last()).isEqualTo(new Spent(300, 1, 4_000_000_000L));
  }

  @Test
  void hashesOfATimeOfWhichNothingIsKnownCountAsLittleAsTheTime() {
    meter.add(watts(100), 0, 0);
    meter.add(watts(100), SECOND, 1_000_000_000L);
    meter.add(Readings.NONE, 5 * SECOND, 50_000_000_000L);
    meter.add(watts(100), 6 * SECOND, 51_000_000_000L);
    assertThat(meter.total()).isEqualTo(new Spent(100, 1, 1_000_000_000L));
    assertThat(meter.last()).isEqualTo(Spent.NOTHING);
  }

  @Test
  void aCounterThatWasResetIsNotBelieved() {
    meter.add(readings(Map.of(Quantity.ENERGY_J, 1000.0)), 0, 0);
    meter.add(readings(Map.of(Quantity.ENERGY_J, 3.0)), SECOND, 1);
    meter.add(readings(Map.of(Quantity.ENERGY_J, 13.0)), 2 * SECOND, 2);
    assertThat(meter.total()).isEqualTo(new Spent(10, 1, 1));
  }

  @Test
  void knowsNothingBeforeTheSecondReading() {
    assertThat(meter.total().joulesPerGigahash()).isNaN();
    meter.add(watts(100), 0, 0);
    assertThat(meter.total().watts()).isNaN();
  }

  private static Readings watts(double watts) {
    return readings(Map.of(Quantity.POWER_W, watts));
  }

  private static Readings readings(Map<Quantity, Double> values) {
    return new Readings(values, List.of(), Optional.empty());
  }
}
