package org.gruve.kernels.telemetry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a device's sensors said at one moment. What its driver does not offer is absent.
 *
 * @param throttles why the driver holds its clocks back, one phrase each
 * @param fault why nothing could be read, one sentence
 */
public record Readings(
    Map<Quantity, Double> values, List<String> throttles, Optional<String> fault) {
  /** Nothing is known. */
  public static final Readings NONE = new Readings(Map.of(), List.of(), Optional.empty());

  /** Copies what it is given. */
  public Readings {
    values = Map.copyOf(values);
    throttles = List.copyOf(throttles);
  }

  /** Nothing is known, and why. */
  public static Readings absent(String fault) {
    return new Readings(Map.of(), List.of(), Optional.of(fault));
  }

  /** One of the values, if it was offered. */
  public OptionalDouble of(Quantity quantity) {
    Double value = values.get(quantity);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Degrees Celsius. */
  public OptionalDouble temperature() {
    return of(Quantity.TEMPERATURE_C);
  }

  /** Watts. */
  public OptionalDouble power() {
    return of(Quantity.POWER_W);
  }

  /** Joules of the driver's counter. */
  public OptionalDouble energy() {
    return of(Quantity.ENERGY_J);
  }

  /** Gathers values that may be absent. */
  static final class Collector {
    private final Map<Quantity, Double> values = new EnumMap<>(Quantity.class);

    Collector put(Quantity quantity, OptionalDouble value) {
      value.ifPresent(known -> values.put(quantity, known));
      return this;
    }

    Readings readings(List<String> throttles) {
      return new Readings(values, throttles, Optional.empty());
    }
  }
}
