package org.gruve.kernels.telemetry;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalDouble;

/** One NVIDIA GPU. */
final class NvmlSensors implements Sensors {
  private static final double MILLI = 1e3;
  private static final int SM = 1;
  private static final int MEMORY = 2;
  private static final int GPU = 0;

  /** {@code nvmlTemperature_v1_t}: its size and version, the sensor, the degrees. */
  private static final int TEMPERATURE_SIZE = 12;

  private static final int TEMPERATURE_V1 = TEMPERATURE_SIZE | 1 << 24;

  private final MemorySegment device;
  private final NvmlLibrary.Reading temperatureV;
  private final NvmlLibrary.Reading temperature;
  private final NvmlLibrary.Reading power;
  private final NvmlLibrary.Reading energy;
  private final NvmlLibrary.Reading limit;
  private final NvmlLibrary.Reading fan;
  private final NvmlLibrary.Reading fanOfOld;
  private final NvmlLibrary.Reading smClock;
  private final NvmlLibrary.Reading memoryClock;
  private final NvmlLibrary.Reading throttles;

  NvmlSensors(NvmlLibrary nvml, MemorySegment device) {
    this.device = device;
    temperatureV = nvml.reading("nvmlDeviceGetTemperatureV");
    temperature = nvml.reading(GPU, "nvmlDeviceGetTemperature");
    power = nvml.reading("nvmlDeviceGetPowerUsage");
    energy = nvml.reading("nvmlDeviceGetTotalEnergyConsumption");
    limit = nvml.reading("nvmlDeviceGetEnforcedPowerLimit");
    fan = nvml.reading(0, "nvmlDeviceGetFanSpeed_v2");
    fanOfOld = nvml.reading("nvmlDeviceGetFanSpeed");
    smClock = nvml.reading(SM, "nvmlDeviceGetClockInfo");
    memoryClock = nvml.reading(MEMORY, "nvmlDeviceGetClockInfo");
    throttles =
        nvml.reading(
            "nvmlDeviceGetCurrentClocksEventReasons", "nvmlDeviceGetCurrentClocksThrottleReasons");
  }

  @Override
  public Readings read() {
    try (Arena arena = Arena.ofConfined()) {
      return new Round(arena.allocate(JAVA_LONG, 2)).readings();
    }
  }

  /** One round of reading, with the memory that NVML writes to. */
  private final class Round {
    private final MemorySegment memory;
    private boolean lost;

    Round(MemorySegment memory) {
      this.memory = memory;
    }

    Readings readings() {
      Readings.Collector found =
          new Readings.Collector()
              .put(Quantity.TEMPERATURE_C, either(degrees(), temperature))
              .put(Quantity.POWER_W, unsigned(power, MILLI))
              .put(Quantity.ENERGY_J, joules())
              .put(Quantity.FAN_PERCENT, either(unsigned(fan, 1), fanOfOld))
              .put(Quantity.SM_CLOCK_MHZ, unsigned(smClock, 1))
              .put(Quantity.MEMORY_CLOCK_MHZ, unsigned(memoryClock, 1))
              .put(Quantity.POWER_LIMIT_W, unsigned(limit, MILLI));
      List<String> reasons = reasons();
      return lost ? Readings.absent(Nvml.words(NvmlLibrary.GPU_IS_LOST)) : found.readings(reasons);
    }

    private OptionalDouble degrees() {
      memory.set(JAVA_INT, 0, TEMPERATURE_V1);
      memory.set(JAVA_INT, 4, GPU);
      return asked(temperatureV)
          ? OptionalDouble.of(memory.get(JAVA_INT, 8))
          : OptionalDouble.empty();
    }

    private OptionalDouble unsigned(NvmlLibrary.Reading function, double scale) {
      return asked(function)
          ? OptionalDouble.of(Integer.toUnsignedLong(memory.get(JAVA_INT, 0)) / scale)
          : OptionalDouble.empty();
    }

    private OptionalDouble either(OptionalDouble first, NvmlLibrary.Reading second) {
      return first.isPresent() ? first : unsigned(second, 1);
    }

    private OptionalDouble joules() {
      return asked(energy)
          ? OptionalDouble.of(memory.get(JAVA_LONG, 0) / MILLI)
          : OptionalDouble.empty();
    }

    private List<String> reasons() {
      return asked(throttles) ? NvmlThrottle.of(memory.get(JAVA_LONG, 0)) : List.of();
    }

    /** Whatever it answers but success is no value; a lost GPU is not asked again in this round. */
    private boolean asked(NvmlLibrary.Reading function) {
      int answer = lost ? NvmlLibrary.GPU_IS_LOST : function.read(device, memory);
      lost = answer == NvmlLibrary.GPU_IS_LOST;
      return answer == NvmlLibrary.SUCCESS;
    }
  }
}
