package org.gruve.kernels.telemetry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The temperature of the hottest processor package by hwmon, and the energy of all of them by RAPL,
 * which on most systems only root may read. Both count all that runs on the processor.
 */
final class CpuSensors implements Sensors {
  private static final double MILLI = 1e3;

  private final List<Path> temperatures;
  private final List<RaplCounter> counters;

  private CpuSensors(List<Path> temperatures, List<RaplCounter> counters) {
    this.temperatures = List.copyOf(temperatures);
    this.counters = List.copyOf(counters);
  }

  /** The processor's sensors, if there are any that can be read. */
  static Optional<Sensors> find(Path sys) {
    List<Path> inputs =
        SensorFile.in(sys.resolve("class/hwmon"), "hwmon*").stream()
            .flatMap(chip -> input(chip).stream())
            .filter(file -> SensorFile.number(file, MILLI).isPresent())
            .toList();
    List<RaplCounter> counters =
        SensorFile.in(sys.resolve("class/powercap"), "intel-rapl:*").stream()
            .filter(zone -> SensorFile.text(zone.resolve("name")).startsWith("package"))
            .map(RaplCounter::new)
            .filter(counter -> counter.joules().isPresent())
            .toList();
    return inputs.isEmpty() && counters.isEmpty()
        ? Optional.empty()
        : Optional.of(new CpuSensors(inputs, counters));
  }

  private static Optional<Path> input(Path chip) {
    return switch (SensorFile.text(chip.resolve("name"))) {
      case "k10temp", "zenpower" -> labelled(chip, "Tctl");
      case "coretemp" -> labelled(chip, "Package id");
      default -> Optional.empty();
    };
  }

  private static Optional<Path> labelled(Path chip, String label) {
    return SensorFile.in(chip, "temp*_label").stream()
        .filter(file -> SensorFile.text(file).startsWith(label))
        .map(file -> file.resolveSibling(file.getFileName().toString().replace("_label", "_input")))
        .findFirst();
  }

  @Override
  public Readings read() {
    return new Readings.Collector()
        .put(Quantity.TEMPERATURE_C, hottest())
        .put(Quantity.ENERGY_J, joules())
        .readings(List.of());
  }

  private OptionalDouble hottest() {
    return temperatures.stream()
        .map(file -> SensorFile.number(file, MILLI))
        .flatMapToDouble(OptionalDouble::stream)
        .max();
  }

  /** All packages or nothing: a sum without one of them would be too small. */
  private OptionalDouble joules() {
    double sum = 0;
    for (RaplCounter counter : counters) {
      OptionalDouble one = counter.joules();
      if (one.isEmpty()) {
        return one;
      }
      sum += one.getAsDouble();
    }
    return counters.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }
}
