package org.gruve.kernels.telemetry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A card whose driver reports to Linux's hwmon, such as amdgpu; reading it needs no root. */
final class HwmonSensors implements Sensors {
  private static final double MILLI = 1e3;
  private static final double MICRO = 1e6;
  private static final double FULL_PWM = 255;

  private final Path hwmon;

  private HwmonSensors(Path hwmon) {
    this.hwmon = hwmon;
  }

  /** The sensors of the card at a place, if its driver has any. */
  static Optional<Sensors> find(Path sys, BusId busId) {
    for (Path card : SensorFile.in(sys.resolve("class/drm"), "card*")) {
      Path device = card.resolve("device");
      if (sits(device, busId)) {
        List<Path> chips = SensorFile.in(device.resolve("hwmon"), "hwmon*");
        return chips.stream().findFirst().map(HwmonSensors::new);
      }
    }
    return Optional.empty();
  }

  private static boolean sits(Path device, BusId busId) {
    return SensorFile.text(device.resolve("uevent"))
        .lines()
        .filter(line -> line.startsWith("PCI_SLOT_NAME="))
        .flatMap(line -> BusId.of(line.substring(line.indexOf('=') + 1)).stream())
        .anyMatch(busId::equals);
  }

  @Override
  public Readings read() {
    return new Readings.Collector()
        .put(Quantity.TEMPERATURE_C, labelled("temp", "edge", MILLI))
        // Which of the two there is depends on the generation of the card.
        .put(Quantity.POWER_W, either("power1_average", "power1_input", MICRO))
        .put(Quantity.ENERGY_J, number("energy1_input", MICRO))
        .put(Quantity.FAN_PERCENT, number("pwm1", FULL_PWM / 100))
        .put(Quantity.SM_CLOCK_MHZ, labelled("freq", "sclk", MICRO))
        .put(Quantity.MEMORY_CLOCK_MHZ, mclk())
        .put(Quantity.POWER_LIMIT_W, number("power1_cap", MICRO))
        .readings(List.of());
  }

  /** The input with that label; where none is labelled so, the first. */
  private OptionalDouble labelled(String kind, String label, double scale) {
    for (int i = 1; i <= 3; i++) {
      if (label(kind, i).equals(label)) {
        return number(kind + i + "_input", scale);
      }
    }
    return number(kind + "1_input", scale);
  }

  private OptionalDouble mclk() {
    return label("freq", 2).equals("mclk") ? number("freq2_input", MICRO) : OptionalDouble.empty();
  }

  private String label(String kind, int index) {
    return SensorFile.text(hwmon.resolve(kind + index + "_label"));
  }

  private OptionalDouble either(String first, String second, double scale) {
    OptionalDouble value = number(first, scale);
    return value.isPresent() ? value : number(second, scale);
  }

  private OptionalDouble number(String name, double scale) {
    return SensorFile.number(hwmon.resolve(name), scale);
  }
}
