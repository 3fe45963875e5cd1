package org.gruve.kernels.telemetry;

/** What a sensor can tell, in base units but for clocks. */
public enum Quantity {
  /**
   * Degrees Celsius: of a GPU its own temperature, of an AMD card the edge, of a CPU the package.
   */
  TEMPERATURE_C,
  /** Watts that the whole board or package draws. */
  POWER_W,
  /** Joules since a beginning that only the driver knows: two readings make a difference. */
  ENERGY_J,
  /** Per cent of the fan's full speed that the driver asks for. */
  FAN_PERCENT,
  /** Megahertz of the units that compute. */
  SM_CLOCK_MHZ,
  /** Megahertz of the memory. */
  MEMORY_CLOCK_MHZ,
  /** Watts that the driver lets it draw. */
  POWER_LIMIT_W
}
